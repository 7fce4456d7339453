//! Quoted passages and the addresses that open at them.

#![allow(clippy::expect_used, reason = "a test is to stop where it fails")]

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::LazyLock;

use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;
use proptest::prelude::*;
use solidarity_core::quotation::{Passage, Quotable, find, paragraph_of, passage_of};
use solidarity_core::search::Folding;

#[path = "text_fragments.rs"]
mod text_fragments;

const TEXT: [&str; 3] = [
    "Dear comrades, dear friends,",
    "We greet you. The struggle goes on, and we greet you again – with Paweł’s words.",
    "Dare to struggle, dare to win!",
];

/// What a browser says of the words of a text (Unicode Standard Annex 29, with the dictionaries of
/// ICU): the UTF-16 units at which they begin and end.
fn boundaries(text: &str) -> Vec<usize> {
    thread_local! {
        static KNOWN: RefCell<HashMap<String, Vec<usize>>> = RefCell::default();
    }
    let known = KNOWN.with_borrow(|known| known.get(text).cloned());
    known.unwrap_or_else(|| {
        let segmenter = WordSegmenter::new_dictionary(WordBreakInvariantOptions::default());
        let (mut from, mut units) = (0, 0);
        let ends = segmenter.segment_str(text).map(|at| {
            units += text[from..at].encode_utf16().count();
            from = at;
            units
        });
        let ends: Vec<_> = ends.collect();
        KNOWN.with_borrow_mut(|known| known.insert(text.to_owned(), ends.clone()));
        ends
    })
}

/// What a browser says that knows nothing about words.
fn no_boundaries(_: &str) -> Vec<usize> {
    Vec::new()
}

fn quotable<'a>(paragraphs: &'a [&'a str]) -> Quotable<'a> {
    Quotable { paragraphs, preceding: &[], folding: Folding::native(), boundaries }
}

fn between(start: (usize, usize), end: (usize, usize)) -> Passage {
    quotable(&TEXT).passage(start, end).expect("a passage")
}

/// The words of a passage, and its address.
fn quoted(paragraphs: &[&str], start: (usize, usize), end: (usize, usize)) -> (String, String) {
    let quotable = quotable(paragraphs);
    let passage = quotable.passage(start, end).expect("a passage");
    (quotable.text(&passage), quotable.fragment(&passage))
}

/// The words that an address leads to.
fn found(paragraphs: &[&str], fragment: &str) -> String {
    let pieces = find(paragraphs, fragment, Folding::native()).into_iter();
    pieces.map(|(at, range)| &paragraphs[at][range]).collect::<Vec<_>>().join("\n\n")
}

#[test]
fn a_selection_is_widened_to_whole_words() {
    let text = |start, end| quotable(&TEXT).text(&between(start, end));
    assert_eq!(text((1, 15), (1, 25)), "The struggle");
    assert_eq!(text((1, 66), (1, 70)), "Paweł’s", "an apostrophe is not an end");
    let unaided = Quotable { boundaries: no_boundaries, ..quotable(&TEXT) };
    let passage = unaided.passage((1, 66), (1, 70)).expect("a passage");
    assert_eq!(unaided.text(&passage), "Paweł’s");
}

#[test]
fn words_of_scripts_without_spaces_are_those_of_the_browser() {
    let chinese = ["我们向全世界的工人阶级致以革命的敬礼，并祝贺大会圆满成功。"];
    let (text, fragment) = quoted(&chinese, (0, 3), (0, 8));
    assert_eq!(text, "全世界的工人");
    assert!(fragment.len() < 400, "{fragment}");
    let thai = ["เราขอส่งความปรารถนาดีถึงสหายทุกคนในมาเลเซีย"];
    let (text, fragment) = quoted(&thai, (0, 8), (0, 14));
    assert_eq!(text, "ความปรารถนา");
    assert_eq!(found(&thai, &fragment), text);
    // A browser without the words of the script still quotes what was selected.
    let unaided = Quotable { boundaries: no_boundaries, ..quotable(&thai) };
    let passage = unaided.passage((0, 8), (0, 14)).expect("a passage");
    assert_eq!(unaided.text(&passage).encode_utf16().count(), 6);
}

#[test]
fn what_holds_no_word_is_no_passage() {
    let quotable = quotable(&TEXT);
    assert_eq!(quotable.passage((1, 5), (1, 5)), None);
    assert_eq!(quotable.passage((1, 13), (1, 14)), None);
    assert_eq!(quotable.passage((2, 5), (1, 5)), None);
    assert_eq!(quotable.passage((9, 0), (9, 5)), None);
}

#[test]
fn a_selection_that_ends_before_the_next_paragraph_stays_in_its_own() {
    let text = |start, end| quotable(&TEXT).text(&between(start, end));
    assert_eq!(text((0, 0), (1, 0)), TEXT[0]);
    assert_eq!(text((0, 28), (2, 4)), format!("{}\n\nDare", TEXT[1]));
}

#[test]
fn a_fragment_names_the_paragraph_and_tells_like_words_apart() {
    let (_, again) = quoted(&TEXT, (1, 40), (1, 52));
    assert_eq!(
        again,
        "q2:~:text=struggle%20goes%20on%2C%20and-,we%20greet%20you,-again%20%E2%80%93%20with%20Pawe%C5%82%E2%80%99s%20words."
    );
    let (_, spanning) = quoted(&TEXT, (0, 5), (2, 4));
    assert!(spanning.starts_with("q1:~:text="), "{spanning}");
}

#[test]
fn few_words_are_told_apart_by_the_paragraphs_around_them() {
    let text = ["Dear friends,", "we greet you.", "Dear friends,", "we part."];
    let (_, fragment) = quoted(&text, (2, 0), (2, 13));
    assert_eq!(fragment, "q3:~:text=we%20greet%20you.-,Dear%20friends%2C,-we%20part.");
    assert_eq!(find(&text, &fragment, Folding::native()), [(2, 0..13)]);
}

#[test]
fn words_that_precede_the_message_are_not_taken_for_it() {
    let text = ["The Union of Dock Choirs sends", "greetings from the Union of Dock Choirs."];
    let plain = quotable(&text);
    let passage = plain.passage((1, 19), (1, 39)).expect("a passage");
    assert!(plain.fragment(&passage).contains("-,"), "it is elsewhere in the message");
    let alone = ["greetings from the Union of Dock Choirs."];
    let plain = quotable(&alone);
    let passage = plain.passage((0, 19), (0, 39)).expect("a passage");
    assert!(!plain.fragment(&passage).contains("-,"));
    let titled = Quotable { preceding: &["UNION OF DOCK CHOIRS"], ..plain };
    assert!(titled.fragment(&passage).contains("-,"), "it is in the title, too");
}

#[test]
fn a_text_that_repeats_itself_is_quoted_by_its_paragraph() {
    let text = "na ".repeat(2_000);
    let (words, fragment) = quoted(&[&text], (0, 3_000), (0, 3_005));
    assert_eq!((words.as_str(), fragment.as_str()), ("na na", "p1"));
    let line = "_".repeat(50_000);
    let (words, fragment) = quoted(&[&line], (0, 10), (0, 20));
    assert_eq!((words.len(), fragment.as_str()), (50_000, "p1"));
}

#[test]
fn links_of_other_tools_are_understood() {
    // Without case and accents, by whole words, as in the specification.
    assert_eq!(found(&TEXT, "p1:~:text=PAWE%C5%81%27S"), "Paweł’s");
    assert_eq!(found(&TEXT, "x:~:text=DARE,win"), TEXT[2].trim_end_matches('!'));
    assert_eq!(found(&["Weave we"], ":~:text=we"), "we");
    assert_eq!(found(&["Weave"], ":~:text=we"), "We", "where there is no whole word");
    assert_eq!(
        found(&["cafe\u{301}s du  monde"], ":~:text=cafes%20du%20MONDE&text=x"),
        "cafe\u{301}s du  monde"
    );
    // Longer than any quotation, and so nobody's.
    let long = "_".repeat(50_000);
    assert_eq!(found(&[&long], &format!("q1:~:text={}", &long[..40_000])), "");
    assert_eq!(found(&[&long], "q1:~:text=____"), "____");
}

#[test]
fn an_address_that_quotes_nothing_leads_to_its_paragraph_alone() {
    assert_eq!(paragraph_of("p3"), Some(2));
    assert_eq!(paragraph_of("p3:~:text=x"), Some(2));
    assert_eq!((paragraph_of("q3:~:text=x"), passage_of("q3:~:text=x")), (None, Some(2)));
    for other in ["", "p0", "p", "results", "p-1", "p99999999999999999999999"] {
        assert_eq!(paragraph_of(other), None);
    }
    for broken in
        ["p1", "p1:~:text=", "p1:~:text=,", "p1:~:text=a,b,c", "p1:~:text=%ff", "p1:~:text=-,-"]
    {
        assert_eq!(find(&TEXT, broken, Folding::native()), [], "{broken}");
    }
}

/// The paragraphs of every message of the first collection, and of letters in other languages.
fn messages() -> Vec<Vec<String>> {
    let messages = fixtures::congress().messages.into_iter();
    let messages = messages.map(|m| m.body().iter().map(|p| p.text.clone()).collect());
    messages.chain(fixtures::letters()).collect()
}

/// How many paragraphs the letters in other languages have, and no message of the collection.
const LETTER: usize = 24;

/// Quotes a passage, and looks for it as this site does and as browsers do.
fn check(
    paragraphs: &[&str],
    boundaries: fn(&str) -> Vec<usize>,
    from: (usize, usize),
    to: (usize, usize),
) -> Result<(), String> {
    let quotable = Quotable { boundaries, ..quotable(paragraphs) };
    let Some(passage) = quotable.passage(from, to) else { return Ok(()) };
    let (text, fragment) = (quotable.text(&passage), quotable.fragment(&passage));
    let Some((_, directive)) = fragment.split_once(":~:") else {
        // Words around a passage identify it only within its paragraph, and may be in two elsewhere.
        let repeats = |at: usize| paragraphs[..at].join(" ").contains(paragraphs[at]);
        if repeats(from.0) || (to.0.saturating_sub(1)..=to.0).any(repeats) {
            return Ok(());
        }
        return Err(format!("“{text}” is quoted by its paragraph alone"));
    };
    // Of the letters, which repeat themselves, some passages need all of a paragraph.
    if fragment.len() > if paragraphs.len() == LETTER { 5_000 } else { 800 } {
        return Err(format!("“{text}” becomes {} bytes", fragment.len()));
    }
    let by_us = found(paragraphs, &fragment);
    if by_us != text {
        return Err(format!("“{text}” leads us to “{by_us}” by {fragment}"));
    }
    let by_browser = text_fragments::find(paragraphs, directive, boundaries).unwrap_or_default();
    if by_browser != text {
        return Err(format!("“{text}” leads a browser to “{by_browser}” by {fragment}"));
    }
    Ok(())
}

/// Every paragraph, its halves, each of its words in turn with some of those behind, and pairs of
/// paragraphs.
#[test]
fn every_passage_is_found_by_its_link() {
    let mut wrong = Vec::new();
    for message in messages() {
        let paragraphs: Vec<_> = message.iter().map(String::as_str).collect();
        for (at, paragraph) in paragraphs.iter().enumerate() {
            let ends = boundaries(paragraph);
            let whole = ends.last().copied().unwrap_or_default();
            let mut passages = vec![((at, 0), (at, whole)), ((at, whole / 2), (at, whole))];
            for (nth, start) in ends.iter().enumerate().step_by(11) {
                let end = ends.get(nth + 1 + nth % 40).copied().unwrap_or(whole);
                passages.push(((at, *start), (at, end)));
            }
            if at > 0 {
                passages.push(((at - 1, 5), (at, whole / 2)));
            }
            for (from, to) in passages {
                wrong.extend(check(&paragraphs, boundaries, from, to).err());
            }
        }
    }
    assert!(wrong.is_empty(), "{}: {:#?}", wrong.len(), &wrong[..wrong.len().min(10)]);
}

proptest! {
    /// Whatever is selected in any message, its address finds the same words again.
    #[test]
    fn what_is_quoted_is_found_again(
        message in any::<prop::sample::Index>(),
        first in any::<prop::sample::Index>(),
        last in any::<prop::sample::Index>(),
        from in 0..600_usize,
        to in 0..600_usize,
    ) {
        static MESSAGES: LazyLock<Vec<Vec<String>>> = LazyLock::new(messages);
        let body = &MESSAGES[message.index(MESSAGES.len())];
        let paragraphs: Vec<_> = body.iter().map(String::as_str).collect();
        let (first, last) = (first.index(paragraphs.len()), last.index(paragraphs.len()));
        prop_assert_eq!(check(&paragraphs, boundaries, (first, from), (last, to)), Ok(()));
    }

    /// Whatever an address says, what it leads to is text of the message.
    #[test]
    fn any_address_leads_to_text(
        paragraphs in prop::collection::vec("[a-cé _,\u{300}我ß’İ\u{200d}]{0,30}", 1..4),
        directive in "[a-cé%20_,&’-]{0,20}",
    ) {
        let paragraphs: Vec<_> = paragraphs.iter().map(String::as_str).collect();
        for (at, range) in find(&paragraphs, &format!("q1:~:text={directive}"), Folding::native()) {
            prop_assert!(paragraphs[at].get(range).is_some());
        }
    }
}
