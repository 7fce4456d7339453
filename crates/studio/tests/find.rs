//! Find and replace: what is found, whatever the case, and that nothing else is changed.
#![allow(clippy::expect_used, clippy::panic, reason = "a test is to stop where it fails")]

mod support;

use proptest::prelude::*;
use solidarity_core::collection::raw::{RawMessage, RawSignature};
use solidarity_studio::{Document, Edit, EditError, Field, Match, Search, SenderField, Zones};
use support::{any_document, document, message};

const EVERYWHERE: Zones = Zones { names: true, signatures: true, texts: true };

fn search(text: &str) -> Search {
    Search { text: text.to_owned(), match_case: false, whole_words: false, zones: EVERYWHERE }
}

fn texts(text: &str) -> Document {
    document(vec![message("Harmonia", &[text])])
}

/// What is found in a paragraph.
fn found(search: &Search, text: &str) -> Vec<String> {
    let zones = Zones { names: false, ..EVERYWHERE };
    let matches = texts(text).find(&Search { zones, ..search.clone() });
    assert_eq!(matches.count, matches.shown.len());
    matches.shown.into_iter().map(|it| it.context.found).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_replacement_changes_what_was_found_and_nothing_else(
        document in any_document(),
        text in "[a-bA-BßẞsSİiσς]{1,2}",
        with in "[xß]{0,3}",
        chosen in any::<u64>(),
        match_case in any::<bool>(),
        whole_words in any::<bool>(),
    ) {
        let search = Search { match_case, whole_words, ..search(&text) };
        let matches = document.find(&search).shown;
        let is_chosen = |(nth, _): &(usize, &Match)| chosen >> (nth % 64) & 1 == 1;
        let some: Vec<_> = matches.iter().enumerate().filter(is_chosen).map(|(_, it)| it.clone()).collect();
        let mut changed = document.clone();
        changed.apply(document.replace(&some, &with).expect("nothing has changed")).expect("it fits");
        for (entry, before) in changed.messages().iter().zip(document.messages()) {
            prop_assert_eq!(&entry.message.id, &before.message.id);
            for (field, old) in fields(&before.message) {
                // From the end, so that what is before keeps its place.
                let mut expected = old.to_owned();
                for it in some.iter().rev().filter(|it| (it.key, it.field) == (entry.key, field)) {
                    expected.replace_range(it.range.clone(), &with);
                }
                prop_assert_eq!(field.get(&entry.message).unwrap_or_default(), expected);
            }
        }
        let mut all = document.clone();
        all.apply(document.replace_all(&search, &with).expect("any search")).expect("it fits");
        let mut listed = document.clone();
        listed.apply(document.replace(&matches, &with).expect("nothing has changed")).expect("it fits");
        prop_assert_eq!(all, listed);
    }

    #[test]
    fn exact_letters_are_found_as_the_standard_library_finds_them(
        text in "[ab ]{0,40}", pattern in "[ab]{1,4}",
    ) {
        let zones = Zones { names: false, ..EVERYWHERE };
        let search = Search { match_case: true, zones, ..search(&pattern) };
        let found = texts(&text).find(&search).shown.into_iter().map(|it| it.range.start);
        let expected = text.match_indices(&pattern).map(|(at, _)| at);
        prop_assert_eq!(found.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
    }
}

/// The fields of a message that a search goes through.
fn fields(message: &RawMessage) -> Vec<(Field, &str)> {
    let mut fields = Vec::new();
    for at in 0..message.senders.len() {
        let names = (0..message.senders[at].names.len()).map(SenderField::Name);
        let others = [SenderField::Acronym, SenderField::Heading];
        fields.extend(names.chain(others).map(|field| Field::Sender(at, field)));
    }
    fields.extend((0..message.body.len()).map(Field::Paragraph));
    fields.into_iter().filter_map(|field| Some((field, field.get(message)?))).collect()
}

#[test]
fn letters_whose_case_has_another_length_are_found_whole() {
    for (pattern, text, expected) in [
        ("strasse", "Straße, STRASSE, STRAẞE", vec!["Straße", "STRASSE", "STRAẞE"]),
        ("ß", "Fuß, FUSS", vec!["ß", "SS"]),
        ("s", "ß s", vec!["s"]),
        ("sß", "ßs ssß sß", vec!["ßs", "sß", "sß"]),
        ("istanbul", "İstanbul ISTANBUL ıstanbul", vec!["İstanbul", "ISTANBUL", "ıstanbul"]),
        ("İ", "i", vec!["i"]),
        ("σοσ", "ΣΟΣ σος", vec!["ΣΟΣ", "σος"]),
        ("fi", "ﬁne FI", vec!["ﬁ", "FI"]),
        ("i", "ﬁ", vec![]),
        ("aa", "aaaaa", vec!["aa", "aa"]),
        ("abab", "abaabab", vec!["abab"]),
    ] {
        assert_eq!(found(&search(pattern), text), expected, "{pattern} in {text}");
    }
    let exact = Search { match_case: true, ..search("İ") };
    assert_eq!(found(&exact, "iİI"), ["İ"]);
}

#[test]
fn a_letter_is_not_found_without_its_accent() {
    assert_eq!(found(&search("e"), "e\u{301} e"), ["e"]);
    assert_eq!(found(&search("e\u{301}"), "E\u{301} e"), ["E\u{301}"]);
}

#[test]
fn whole_words_are_found_in_every_writing_system() {
    let words = |text: &str| Search { whole_words: true, ..search(text) };
    assert_eq!(found(&words("war"), "War, warm; post-war wars wár"), ["War", "war"]);
    assert_eq!(found(&words("мир"), "Мир мира"), ["Мир"]);
    assert_eq!(found(&words("東京"), "東京都と東京"), ["東京", "東京"]);
    assert_eq!(found(&words("(war)"), "x(war)x"), ["(war)"]);
}

#[test]
fn only_the_chosen_zones_are_searched() {
    let mut first = message("Peace Council", &["Peace!"]);
    first.senders[0].acronym = Some("PEACE".to_owned());
    first.signatures.push(RawSignature { name: "A. Peace".into(), role: Some("for peace".into()) });
    let document = document(vec![first]);
    let none = Zones { names: false, signatures: false, texts: false };
    for (zones, count) in [
        (Zones { names: true, ..none }, 2),
        (Zones { signatures: true, ..none }, 2),
        (Zones { texts: true, ..none }, 1),
        (EVERYWHERE, 5),
    ] {
        assert_eq!(document.find(&Search { zones, ..search("peace") }).count, count, "{zones:?}");
    }
    assert_eq!(document.find(&search("")).count, 0);
}

#[test]
fn a_match_is_shown_with_what_is_around_it() {
    let text = format!("{}é peace é{}", "x".repeat(50), "y".repeat(50));
    let matches = texts(&text).find(&search("peace"));
    let context = &matches.shown[0].context;
    assert_eq!(context.before, format!("…{}é ", "x".repeat(38)));
    assert_eq!(
        (context.found.as_str(), &context.after),
        ("peace", &format!(" é{}…", "y".repeat(38)))
    );
    let short = texts("in peace now").find(&search("peace"));
    assert_eq!(
        (short.shown[0].context.before.as_str(), short.shown[0].context.after.as_str()),
        ("in ", " now")
    );
}

#[test]
fn all_matches_are_counted_and_replaced_though_a_thousand_are_shown() {
    let mut document = texts(&"peace ".repeat(2_500));
    let matches = document.find(&search("peace"));
    assert_eq!((matches.shown.len(), matches.count), (1_000, 2_500));
    let edit = document.replace_all(&search("peace"), "paz").expect("any search");
    let Edit::Batch { name, .. } = &edit else { panic!("{edit:?}") };
    assert_eq!(name, "replace “peace” in 2500 places");
    document.apply(edit).expect("it fits");
    assert_eq!(document.find(&search("peace")).count, 0);
    assert_eq!(document.find(&search("paz ")).count, 2_500);
}

#[test]
fn a_search_takes_time_in_proportion_to_the_text() {
    // Every letter begins a match that fails at its end, half a letter further on.
    let document = texts(&"ß".repeat(200_000));
    let odd = "s".repeat(20_001);
    assert_eq!(document.find(&search(&odd)).count, 0);
}

#[test]
fn a_text_that_has_changed_since_is_left_alone() {
    let mut document = texts("in peace");
    let key = document.keys()[0];
    let matches = document.find(&search("peace")).shown;
    let value = Some("in pieces".to_owned());
    document.apply(Edit::Set { key, field: Field::Paragraph(0), value }).expect("a field");
    assert_eq!(document.replace(&matches, "paz"), Err(EditError::Changed));
}

#[test]
fn an_acronym_of_which_nothing_is_left_is_taken_out() {
    let mut first = message("Peace Council", &["1"]);
    first.senders[0].acronym = Some("PC".to_owned());
    let mut document = document(vec![first]);
    let edit = document.replace_all(&search("pc"), "").expect("any search");
    document.apply(edit).expect("it fits");
    assert_eq!(document.messages()[0].message.senders[0].acronym, None);
}
