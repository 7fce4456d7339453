//! Paragraphs that name who wrote a letter become its sender and signatures.
#![allow(clippy::expect_used, reason = "a test is to stop where it fails")]

mod support;

use solidarity_core::collection::raw::{RawMarkedText, RawMessage, RawText};
use solidarity_studio::{Document, EditError, Field, Key, Row, SenderField, SignatureField};
use support::{document, message};

const NAME: Field = Field::Sender(0, SenderField::Name(0));
const COUNTRY: Field = Field::Sender(0, SenderField::Country);

/// A letter without a sender, and its key.
fn letter(paragraphs: &[&str]) -> (Document, Key) {
    let document = document(vec![RawMessage { senders: Vec::new(), ..message("", paragraphs) }]);
    let key = document.keys()[0];
    (document, key)
}

fn get(document: &Document, field: Field) -> Option<&str> {
    field.get(document.message(Key(0)).expect("a message"))
}

#[test]
fn a_first_line_becomes_the_sender_with_its_country_in_one_step() {
    let (mut document, key) = letter(&["Party of Australia, Australia", "Dear friends"]);
    assert_eq!(Row::of(&document.messages()[0], document.collection()).place, "No country yet");
    let before = document.clone();
    let (edit, field) = document.paragraph_to_sender(key, 0).expect("an edit");
    let back = document.apply(edit).expect("it fits");
    assert_eq!(field, NAME);
    assert_eq!(get(&document, NAME), Some("Party of Australia"));
    assert_eq!(get(&document, COUNTRY), Some("AU"));
    assert_eq!(get(&document, Field::Paragraph(0)), Some("Dear friends"));
    assert_eq!(Row::of(&document.messages()[0], document.collection()).place, "Australia");
    document.apply(back).expect("it goes back");
    assert_eq!(document.messages(), before.messages());
}

#[test]
fn a_comma_that_no_country_follows_belongs_to_the_name() {
    for name in ["Union of Dockers, Sailors", "Harmonia", "Choir,", ", Portugal"] {
        let (mut document, key) = letter(&[name, "Dear friends"]);
        let (edit, _) = document.paragraph_to_sender(key, 0).expect("an edit");
        document.apply(edit).expect("it fits");
        assert_eq!((get(&document, NAME), get(&document, COUNTRY)), (Some(name), None));
    }
}

#[test]
fn a_sender_that_is_there_stays_and_the_language_is_kept() {
    let mut sent = message("Ida", &["One"]);
    let text = RawMarkedText { text: "Corul, Romania".to_owned(), lang: "ro".to_owned() };
    sent.body.push(RawText::Marked(text));
    let mut document = document(vec![sent]);
    let key = document.keys()[0];
    let (edit, field) = document.paragraph_to_sender(key, 1).expect("an edit");
    document.apply(edit).expect("it fits");
    assert_eq!(field, Field::Sender(1, SenderField::Name(0)));
    assert_eq!((get(&document, NAME), get(&document, field)), (Some("Ida"), Some("Corul")));
    assert_eq!(get(&document, Field::Sender(1, SenderField::NameLanguage(0))), Some("ro"));
}

#[test]
fn the_last_lines_become_signatures_with_their_offices() {
    let (document, key) =
        letter(&["Dear friends", "Ida Lind", "Chair", "Bo Ek\nTreasurer\nof all"]);
    let mut document = document;
    for make in [
        Document::paragraph_to_signature,
        Document::paragraph_to_role,
        Document::paragraph_to_signature,
    ] {
        let (edit, _) = make(&document, key, 1).expect("an edit");
        document.apply(edit).expect("it fits");
    }
    let of = |at, field| get(&document, Field::Signature(at, field));
    assert_eq!(of(0, SignatureField::Name), Some("Ida Lind"));
    assert_eq!(of(0, SignatureField::Role), Some("Chair"));
    assert_eq!(of(1, SignatureField::Name), Some("Bo Ek"));
    assert_eq!(of(1, SignatureField::Role), Some("Treasurer of all"));
    assert_eq!(get(&document, Field::Paragraph(0)), Some("Dear friends"));
    assert_eq!(get(&document, Field::Paragraph(1)), None);
}

#[test]
fn what_is_not_there_or_empty_is_refused() {
    let (document, key) = letter(&["Dear friends", " "]);
    for at in [1, 2] {
        let missing = EditError::NoField(Field::Paragraph(at));
        assert_eq!(document.paragraph_to_sender(key, at), Err(missing.clone()));
        assert_eq!(document.paragraph_to_signature(key, at), Err(missing));
    }
    let role = EditError::NoField(Field::Signature(0, SignatureField::Role));
    assert_eq!(document.paragraph_to_role(key, 0), Err(role));
}
