//! Quoted passages and the addresses that open at them.

#![allow(clippy::expect_used, reason = "a test is to stop where it fails")]

use fixtures::congress;
use proptest::prelude::*;
use solidarity_core::quotation::{Passage, find, paragraph_of, passage_of};

const TEXT: [&str; 3] = [
    "Dear comrades, dear friends,",
    "We greet you. The struggle goes on, and we greet you again – with Paweł’s words.",
    "Dare to struggle, dare to win!",
];

fn between(start: (usize, usize), end: (usize, usize)) -> Passage {
    Passage::between(&TEXT, start, end).expect("a passage")
}

#[test]
fn a_selection_is_widened_to_whole_words() {
    assert_eq!(between((1, 15), (1, 25)).text(&TEXT), "The struggle");
    assert_eq!(between((1, 66), (1, 70)).text(&TEXT), "Paweł’s", "an apostrophe is not an end");
}

#[test]
fn what_holds_no_word_is_no_passage() {
    assert_eq!(Passage::between(&TEXT, (1, 5), (1, 5)), None);
    assert_eq!(Passage::between(&TEXT, (1, 13), (1, 14)), None);
    assert_eq!(Passage::between(&TEXT, (2, 5), (1, 5)), None);
    assert_eq!(Passage::between(&TEXT, (9, 0), (9, 5)), None);
}

#[test]
fn a_selection_that_ends_before_the_next_paragraph_stays_in_its_own() {
    assert_eq!(between((0, 0), (1, 0)).text(&TEXT), TEXT[0]);
    assert_eq!(between((0, 28), (2, 4)).text(&TEXT), format!("{}\n\nDare", TEXT[1]));
}

#[test]
fn a_fragment_names_the_paragraph_and_tells_like_words_apart() {
    let again = between((1, 40), (1, 52)).fragment(&TEXT);
    assert_eq!(
        again,
        "q2:~:text=struggle%20goes%20on%2C%20and-,we%20greet%20you,-again%20%E2%80%93%20with%20Pawe%C5%82%E2%80%99s"
    );
    let spanning = between((0, 5), (2, 4)).fragment(&TEXT);
    assert!(spanning.starts_with("q1:~:text="), "{spanning}");
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
        assert_eq!(find(&TEXT, broken), [], "{broken}");
    }
}

proptest! {
    /// Whatever is selected in any message, its address finds the same words again.
    #[test]
    fn what_is_quoted_is_found_again(
        message in 0..17_usize,
        first in any::<prop::sample::Index>(),
        last in any::<prop::sample::Index>(),
        from in 0..600_usize,
        to in 0..600_usize,
    ) {
        let collection = congress();
        let body = collection.messages.get(message).map(|m| m.body()).expect("a message");
        let paragraphs: Vec<_> = body.iter().map(|p| p.text.as_str()).collect();
        let (first, last) = (first.index(paragraphs.len()), last.index(paragraphs.len()));
        if let Some(passage) = Passage::between(&paragraphs, (first, from), (last, to)) {
            let text = passage.text(&paragraphs);
            let found = find(&paragraphs, &passage.fragment(&paragraphs));
            let pieces = found.into_iter().map(|(at, range)| &paragraphs[at][range]);
            prop_assert_eq!(pieces.collect::<Vec<_>>().join("\n\n"), text);
        }
    }
}
