//! What a search finds, in which order, and what it marks.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test is to stop where it fails"
)]

mod support;

use proptest::prelude::*;
use solidarity_atlas::collection::Collection;
use solidarity_atlas::search::{Excerpt, Index, Query};
use support::{collection_of, folder, shipped};

fn found(collection: &Collection, query: &str) -> Vec<String> {
    let index = Index::new(folder(), collection);
    let hits = index.search(&Query::parse(folder(), query));
    hits.into_iter().map(|at| collection.messages[at].id.clone()).collect()
}

/// Checks what is found in the shipped collection, whatever the order.
fn check(query: &str, expect: &[&str]) {
    let mut found = found(&shipped(), query);
    let mut expect: Vec<_> = expect.iter().map(ToString::to_string).collect();
    found.sort();
    expect.sort();
    assert_eq!(found, expect, "{query}");
}

#[test]
fn accents_and_letters_without_decomposition_are_folded_both_ways() {
    for query in ["pawel", "PAWEŁ", "Paweł wargan"] {
        check(query, &["progressive-international"]);
    }
    for query in ["vansterpartiet", "VÄNSTERPARTIET", "va\u{308}nsterpartiet", "Pål", "brunnstrom"]
    {
        check(query, &["vansterpartiet"]);
    }
    check("frontieres", &["essf"]);
}

#[test]
fn apostrophes_of_any_shape_are_the_same_as_none() {
    for query in ["maruf", "ma'ruf", "Ma’ruf", "ma`ruf"] {
        check(query, &["kpri"]);
    }
    let peoples = found(&shipped(), "peoples");
    assert!(peoples.len() > 3);
    assert_eq!(found(&shipped(), "people's"), peoples);
    assert_eq!(found(&shipped(), "people’s"), peoples);
    assert!(found(&shipped(), "nato").contains(&"socialist-alliance-australia".to_owned()));
}

#[test]
fn every_word_must_begin_a_word_somewhere() {
    check(
        "climate cri",
        &[
            "kpri",
            "madan-bhandari-school-of-asia",
            "european-left-and-die-linke",
            "international-peoples-assembly",
            "progressive-international",
        ],
    );
    check("limate", &[]);
    check("socialist alliance australia", &["socialist-alliance-australia"]);
    check("socialist zzzxqy", &[]);
}

#[test]
fn a_country_finds_its_messages_by_either_name() {
    check("vietnam", &["ho-chi-minh-communist-youth-union"]);
    assert!(found(&shipped(), "viet nam").contains(&"ho-chi-minh-communist-youth-union".into()));
    assert_eq!(found(&shipped(), "netherlands"), ["sp-netherlands"]);
}

#[test]
fn senders_rank_above_signatories_above_countries_above_text() {
    let collection = collection_of(&[
        r#""id": "text", "senders": [{"names": ["A"]}],
           "body": ["nepal nepal nepal nepal nepal nepal nepal nepal nepal nepal nepal nepal"]"#,
        r#""id": "country", "senders": [{"names": ["B"], "country": "NP"}], "body": ["T"]"#,
        r#""id": "signatory", "senders": [{"names": ["C"]}],
           "signatures": [{"name": "N. Nepali"}], "body": ["T"]"#,
        r#""id": "sender", "senders": [{"names": ["The Nepalese"]}], "body": ["T"]"#,
    ]);
    assert_eq!(found(&collection, "nepal"), ["sender", "signatory", "country", "text"]);
}

#[test]
fn a_whole_word_ranks_above_its_prefix() {
    let collection = collection_of(&[
        r#""id": "prefix", "senders": [{"names": ["Indian Party"]}], "body": ["T"]"#,
        r#""id": "whole", "senders": [{"names": ["Party of India"]}], "body": ["T"]"#,
    ]);
    assert_eq!(found(&collection, "india"), ["whole", "prefix"]);
}

#[test]
fn a_query_without_letters_asks_for_nothing_and_everything_is_shown() {
    for query in ["", "  ", "*", "\"", "(", "\\", "🙂", "\0", "’"] {
        assert_eq!(found(&shipped(), query).len(), 17, "{query:?}");
    }
}

#[test]
fn marks_cover_the_letters_of_the_original() {
    let marked = |text: &str, query: &str| -> Vec<String> {
        let marks = Query::parse(folder(), query).marks(folder(), text);
        marks.into_iter().map(|range| text[range].to_owned()).collect()
    };
    assert_eq!(marked("Paweł Wargan", "pawel"), ["Paweł"]);
    assert_eq!(marked("the people’s struggle", "peoples strug"), ["people’s", "strug"]);
    assert_eq!(marked("Va\u{308}nsterpartiet", "va"), ["Va\u{308}"]);
    assert_eq!(marked("Groß und STRASSE", "gross strasse"), ["Groß", "STRASSE"]);
    assert_eq!(marked("solidarity", "so soli"), ["soli"]);
    assert_eq!(marked("unmarked", ""), Vec::<String>::new());
}

#[test]
fn a_short_message_is_excerpted_whole_and_a_long_one_between_words() {
    let collection = shipped();
    let nothing = Query::default();
    for message in &collection.messages {
        let excerpt = Excerpt::of(message, &nothing, folder());
        let text: Vec<_> = excerpt.passages.iter().map(|p| p.text).collect();
        assert!(!excerpt.cut_before);
        assert_eq!(excerpt.cut_after, message.words() > 90, "{}", message.id);
        let first = &message.body[0].text;
        assert!(first.starts_with(text[0]));
        let rest = first[text[0].len()..].chars().next();
        assert!(rest.is_none_or(char::is_whitespace), "{}: cut in mid-word", message.id);
    }
}

#[test]
fn an_excerpt_shows_a_match_that_is_deep_in_the_text() {
    let collection = shipped();
    let query = Query::parse(folder(), "oxfam");
    let (_, message) = collection.find("european-left-and-die-linke").expect("the message");
    let excerpt = Excerpt::of(message, &query, folder());
    assert!(excerpt.cut_before && excerpt.cut_after);
    assert!(excerpt.passages.iter().any(|p| p.text.contains("Oxfam")));
}

#[test]
fn an_excerpt_keeps_the_language_of_its_paragraphs() {
    let collection = shipped();
    let query = Query::parse(folder(), "jangan");
    let (_, message) = collection.find("prp").expect("the message");
    let excerpt = Excerpt::of(message, &query, folder());
    let in_indonesian: Vec<_> =
        excerpt.passages.iter().filter(|p| p.lang == Some("id")).map(|p| p.text).collect();
    assert_eq!(in_indonesian, ["Jangan pernah lelah memperjuangkan sosialisme!"]);
}

proptest! {
    /// Every prefix of every word of every message finds that message, in any case.
    #[test]
    fn every_prefix_finds_its_message(at in 0..17_usize, word in 0..400_usize, letters in 1..12_usize) {
        let collection = shipped();
        let message = &collection.messages[at];
        let text: Vec<_> = message.body.iter().map(|p| p.text.as_str()).collect();
        let words: Vec<_> = folder().tokens(&text.join("\n")).into_iter().collect();
        let token = &words[word % words.len()];
        let prefix: String = token.folded.chars().take(letters).collect();
        prop_assert!(found(&collection, &prefix).contains(&message.id), "{}", prefix);
        prop_assert!(found(&collection, &prefix.to_uppercase()).contains(&message.id));
    }

    /// Marks are in order, apart, on the boundaries of letters, and fold to what was searched for.
    #[test]
    fn marks_fold_to_what_was_searched(text in "\\PC{0,80}", query in "[a-zA-ZäöüßłÅé’ ]{0,12}") {
        let parsed = Query::parse(folder(), &query);
        let mut last = 0;
        for mark in parsed.marks(folder(), &text) {
            prop_assert!(mark.start >= last && mark.start < mark.end);
            last = mark.end;
            let marked = folder().key(&text[mark]);
            let words = folder().key(&query);
            prop_assert!(words.split(' ').any(|word| marked.starts_with(word)), "{marked} {words}");
        }
    }

    #[test]
    fn nothing_that_is_typed_fails(query in "\\PC*") {
        let collection = shipped();
        let _ = found(&collection, &query);
        let parsed = Query::parse(folder(), &query);
        for message in &collection.messages {
            prop_assert!(!Excerpt::of(message, &parsed, folder()).passages.is_empty());
        }
    }
}
