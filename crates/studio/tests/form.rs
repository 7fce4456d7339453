//! What the list and the form of a message say and offer.

#![allow(clippy::expect_used, reason = "a test is to stop where it fails")]

mod support;

use solidarity_core::collection::raw::RawMessage;
use solidarity_studio::protocol::{Finding, Instead, Severity};
use solidarity_studio::{
    Choice, Document, Edit, Field, Key, LANGUAGES, Marks, Place, Row, SenderField, Summary,
    byte_at, country_code, country_entered, marks, matching, name, next_place, units,
};
use support::{collection, document, message};

const COUNTRY: Field = Field::Sender(0, SenderField::Country);

fn three() -> Document {
    document(["Harmonia", "Kvintett", "Suara"].map(|name| message(name, &["One", "Two"])).into())
}

fn with_country(mut document: Document, country: &str) -> Document {
    let edit = Edit::Set { key: Key(0), field: COUNTRY, value: Some(country.to_owned()) };
    document.apply(edit).expect("a sender");
    document
}

fn row(document: &Document) -> Row {
    Row::of(&document.messages()[0], document.collection())
}

#[test]
fn a_row_names_the_countries_once_and_quotes_what_is_none() {
    assert_eq!(row(&three()).place, "International");
    assert_eq!(row(&with_country(three(), "PT")).place, "Portugal");
    assert_eq!(row(&with_country(three(), "Malasia")).place, "“Malasia”?");
    let mut joined = with_country(three(), "PT");
    let edit = joined.join_messages(Key(0), Key(1)).expect("two messages");
    joined.apply(edit).expect("both are there");
    let field = Field::Sender(1, SenderField::Country);
    let edit = |country: &str| Edit::Set { key: Key(0), field, value: Some(country.to_owned()) };
    joined.apply(edit("SE")).expect("two senders");
    assert_eq!(row(&joined).place, "Portugal · Sweden");
    assert_eq!(row(&joined).name, "Harmonia, Kvintett");
    joined.apply(edit("PT")).expect("two senders");
    assert_eq!(row(&joined).place, "Portugal");
}

#[test]
fn a_message_is_counted_once_as_what_matters_most() {
    let field = Place::Message(Key(0), Some(COUNTRY));
    let found = [
        (field.clone(), Severity::Error),
        (field, Severity::Warning),
        (Place::Message(Key(2), None), Severity::Warning),
        (Place::Collection(None), Severity::Error),
    ];
    let marks = marks(found.iter().map(|(place, severity)| (place, *severity)));
    assert_eq!(marks.get(&Key(0)), Some(&Marks { errors: 1, warnings: 1 }));
    let summary = Summary::of(&three().keys(), &marks);
    assert_eq!(summary, Summary { messages: 3, to_correct: 1, to_look_at: 1 });
    // A message that has been removed since the check is not counted.
    assert_eq!(Summary::of(&[Key(1)], &marks), Summary { messages: 1, ..Summary::default() });
}

#[test]
fn problems_follow_one_another_in_the_order_of_the_list_and_of_the_form() {
    let at = |key, field| Place::Message(Key(key), Some(field));
    let first = at(2, COUNTRY);
    let text = at(2, Field::Paragraph(1));
    let link = at(2, Field::Id);
    let other = at(1, Field::Paragraph(0));
    let found = [link.clone(), other.clone(), text.clone(), first.clone(), first.clone()];
    // Message 2 has been moved to the top.
    let keys = [Key(2), Key(0), Key(1)];
    let next = |shown: Option<&Place>, selected| next_place(&found, &keys, shown, selected);
    assert_eq!(next(None, None), Some(first.clone()));
    assert_eq!(next(None, Some(Key(0))), Some(other.clone()));
    assert_eq!(next(Some(&first), Some(Key(2))), Some(text.clone()));
    assert_eq!(next(Some(&text), Some(Key(2))), Some(link.clone()));
    assert_eq!(next(Some(&link), Some(Key(2))), Some(other.clone()));
    assert_eq!(next(Some(&other), Some(Key(1))), Some(first.clone()));
    // Somebody has gone elsewhere in the meantime.
    assert_eq!(next(Some(&text), Some(Key(1))), Some(other));
    assert_eq!(next_place(&[], &keys, None, None), None);
}

#[test]
fn the_form_has_the_fields_of_its_message_and_no_others() {
    let message = message("Harmonia", &["One"]);
    let name = |sender, name| Field::Sender(sender, SenderField::Name(name));
    for field in [Field::Id, COUNTRY, name(0, 0), Field::Paragraph(0)] {
        assert!(field.is_in(&message), "{field:?}");
    }
    for field in [name(0, 1), name(1, 0), Field::Paragraph(1), Field::ParagraphLanguage(1)] {
        assert!(!field.is_in(&message), "{field:?}");
    }
}

fn finding(what: &str, instead: &str) -> Finding {
    Finding {
        severity: Severity::Error,
        path: String::new(),
        what: what.to_owned(),
        cure: String::new(),
        instead: Some(Instead { value: instead.to_owned(), meaning: None }),
    }
}

fn corrected(document: &mut Document, field: Field, finding: &Finding) -> Option<String> {
    let edit = finding.correction(&Place::Message(Key(0), Some(field)), document)?;
    document.apply(edit).expect("the field is there");
    document.message(Key(0)).and_then(|message| field.get(message)).map(str::to_owned)
}

#[test]
fn what_was_meant_takes_the_place_of_a_value() {
    let mut document = with_country(three(), "Malasia");
    let finding = finding("“Malasia” is no code of a country.", "MY");
    assert_eq!(corrected(&mut document, COUNTRY, &finding).as_deref(), Some("MY"));
    // It has been corrected by now.
    assert_eq!(corrected(&mut document, COUNTRY, &finding), None);
    let nowhere = Place::Message(Key(9), Some(COUNTRY));
    assert_eq!(finding.correction(&nowhere, &document), None);
}

#[test]
fn of_a_text_only_the_word_that_was_quoted_is_corrected() {
    let mut document = document(vec![message("Harmonia", &["FÃ¼r uns alle, fÃ¼r immer"])]);
    let quoted = finding("“FÃ¼r” is UTF-8 that a program took for something else.", "Für");
    let text = corrected(&mut document, Field::Paragraph(0), &quoted);
    assert_eq!(text.as_deref(), Some("Für uns alle, fÃ¼r immer"));
    // Nothing says which part of the text is meant.
    assert_eq!(corrected(&mut document, Field::Paragraph(0), &finding("U+0092", "’")), None);
}

#[test]
fn a_cursor_is_where_the_browser_says() {
    let text = "a🕊️é";
    assert_eq!(units(text), 5);
    assert_eq!([0, 1, 3, 4, 5, 9].map(|at| byte_at(text, at)), [0, 1, 5, 8, 10, 10]);
    // Half of a letter is after it.
    assert_eq!(byte_at(text, 2), 5);
}

#[test]
fn a_country_is_known_by_its_name_and_once_it_is_typed_by_its_code() {
    let mut collection = collection();
    collection.place_names.insert("MY".to_owned(), "Malaya".to_owned());
    assert_eq!(country_code(" portugal ", &collection), Some("PT"));
    assert_eq!(country_code("MALAYA", &collection), Some("MY"));
    assert_eq!(country_code("pt", &collection), None);
    assert_eq!(country_entered("pt", &collection), Some("PT"));
    assert_eq!(country_entered("Malasia", &collection), None);
    assert_eq!(country_entered("", &collection), None);
}

#[test]
fn what_is_typed_comes_first_then_what_begins_with_it() {
    let names = ["south africa", "niger", "nigeria", "central africa", "afghanistan"];
    let choice = |name: &str| Choice {
        value: name.to_owned(),
        label: name.to_owned(),
        folded: name.to_owned(),
    };
    let choices = names.map(choice);
    let found = |text| matching(&choices, text).into_iter().map(|at| names[at]).collect::<Vec<_>>();
    assert_eq!(found(""), names);
    assert_eq!(found("niger"), ["niger", "nigeria"]);
    assert_eq!(found("af"), ["afghanistan", "south africa", "central africa"]);
    assert_eq!(found("geria "), ["nigeria"]);
    assert_eq!(found("atlantis"), [""; 0]);
}

#[test]
fn all_paragraphs_get_a_language_in_one_step() {
    let mut document = three();
    assert_eq!(document.language_of(Key(0)), Some("en"));
    let edit = document.language(Key(0), Some("pt")).expect("a message");
    assert_eq!(edit.name(&document), "change the language of Harmonia");
    let back = document.apply(edit).expect("two paragraphs");
    assert_eq!(document.language_of(Key(0)), Some("pt"));
    document.apply(back).expect("the same document");
    let field = Field::ParagraphLanguage(1);
    let edit = Edit::Set { key: Key(0), field, value: Some("pt".to_owned()) };
    document.apply(edit).expect("two paragraphs");
    assert_eq!(document.language_of(Key(0)), None);
    assert!(document.language(Key(9), None).is_err());
}

#[test]
fn every_language_that_is_offered_has_a_tag_of_its_own() {
    let mut tags = LANGUAGES.to_vec();
    assert!(tags.iter().all(|tag| solidarity_core::collection::is_language_tag(tag)));
    tags.sort_unstable();
    tags.dedup();
    assert_eq!(tags.len(), LANGUAGES.len());
}

/// What the checker finds in a document, as the form says it.
fn said(document: &Document) -> Vec<(String, String)> {
    let keys = document.keys();
    let checked = solidarity_exchange::check::check(&document.dataset().expect("a document"));
    let findings = checked.findings.into_iter().map(|it| {
        let (what, cure) = (it.what, it.cure);
        let finding =
            Finding { severity: Severity::Error, path: it.path, what, cure, instead: None };
        let place = Place::of(&finding.path, &keys);
        let Finding { what, cure, .. } = finding.in_form(place.as_ref());
        (what, cure)
    });
    findings.collect()
}

#[test]
fn the_form_does_not_speak_of_the_file() {
    let mut document = with_country(three(), "Qqqq");
    let region = Field::Sender(0, SenderField::Region);
    for key in [1, 2].map(Key) {
        for (field, value) in [(region, "asia"), (COUNTRY, "MY")] {
            let edit = Edit::Set { key, field, value: Some(value.to_owned()) };
            document.apply(edit).expect("a sender");
        }
    }
    let edit = Edit::Set { key: Key(2), field: region, value: Some("mars".to_owned()) };
    document.apply(edit).expect("a sender");
    let bare =
        RawMessage { id: "bare".to_owned(), senders: vec![], signatures: vec![], body: vec![] };
    document.apply(document.addition(vec![(bare, None)])).expect("a new message");
    let said = said(&document);
    assert!(said.len() >= 5, "{said:?}");
    assert!(said.iter().any(|(what, _)| what == "No country is called “Qqqq”."), "{said:?}");
    assert!(said.iter().any(|(what, _)| what == "The message has no sender."), "{said:?}");
    assert!(said.iter().any(|(what, _)| what == "The message has no text."), "{said:?}");
    for (what, cure) in said {
        let both = [what, cure].join(" ");
        for word in ["“country”", "“region”", "“messages”", "ISO 3166", "list is empty"]
        {
            assert!(!both.contains(word), "{both}");
        }
    }
}

#[test]
fn what_is_empty_is_asked_for_by_its_field() {
    let file = r#"{ "collection": { "title": "", "language": "en" }, "messages": [
        { "id": "a", "senders": [{ "names": [""] }], "signatures": [{ "name": "" }], "body": ["", "Two"] }
    ] }"#;
    let document = Document::read(file).expect("a file of messages").document;
    let said: Vec<_> = said(&document).into_iter().map(|(what, _)| what).collect();
    for what in [
        "The site has no title.",
        "Who sent this message?",
        "Who signed?",
        "This paragraph is empty.",
    ] {
        assert!(said.iter().any(|said| said == what), "{what}: {said:?}");
    }
}

#[test]
fn a_message_without_a_sender_is_called_by_its_first_words() {
    let named = |body: &[&str]| name(&RawMessage { senders: Vec::new(), ..message("", body) });
    assert_eq!(named(&[]), "New message");
    assert_eq!(named(&["", " "]), "New message");
    assert_eq!(named(&["Dear friends,"]), "Dear friends,");
    assert_eq!(named(&["Dear friends,", "we of the choir sing"]), "Dear friends, we of the …");
    assert_eq!(name(&message("Harmonia", &["Dear friends"])), "Harmonia");
}
