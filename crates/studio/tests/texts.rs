//! Work on texts: splitting, joining, pasting, and the parts of a message.
#![allow(clippy::expect_used, clippy::panic, reason = "a test is to stop where it fails")]

mod support;

use proptest::prelude::*;
use solidarity_core::collection::raw::{RawMarkedText, RawMessage, RawText};
use solidarity_core::search::Folding;
use solidarity_exchange::{Columns, Folder, Source, import_folder};
use solidarity_studio::{
    Document, Edit, EditError, Field, History, Key, List, SenderField, SignatureField, suggest_id,
};
use support::{any_document, document, message};

fn letters(text: &RawText) -> &str {
    match text {
        RawText::Plain(text) | RawText::Marked(RawMarkedText { text, .. }) => text,
    }
}

fn body(document: &Document, key: Key) -> Vec<&str> {
    document.message(key).expect("a message").body.iter().map(letters).collect()
}

/// A document with one message of these paragraphs, and its key.
fn of(paragraphs: &[&str]) -> (Document, Key) {
    let document = document(vec![message("Harmonia", paragraphs)]);
    let key = document.keys()[0];
    (document, key)
}

fn name_of(edit: &Edit) -> &str {
    match edit {
        Edit::Batch { name, .. } => name,
        other => panic!("{other:?}"),
    }
}

fn apply(document: &mut Document, edit: Result<Edit, EditError>) {
    document.apply(edit.expect("an edit")).expect("it fits");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_message_that_is_split_and_joined_is_as_it_was(
        mut document in any_document(), nth in 0..5_usize, at in 0..6_usize,
    ) {
        let before = document.clone();
        let Some(key) = document.keys().get(nth).copied() else { return Ok(()) };
        let Ok(edit) = document.split_message(key, at) else {
            prop_assert!(at == 0 || at >= before.messages()[nth].message.body.len());
            return Ok(());
        };
        document.apply(edit).expect("it fits");
        let second = document.keys()[nth + 1];
        prop_assert_eq!(document.messages().len(), before.messages().len() + 1);
        let edit = document.join_messages(key, second);
        apply(&mut document, edit);
        prop_assert_eq!(document, before);
    }

    #[test]
    fn a_paragraph_is_split_without_losing_a_letter(
        mut document in any_document(), nth in 0..5_usize, at in 0..5_usize, byte in 0..40_usize,
    ) {
        let Some(key) = document.keys().get(nth).copied() else { return Ok(()) };
        let paragraphs = document.message(key).expect("a message").body.clone();
        match document.split_paragraph(key, at, byte) {
            Ok(edit) => drop(document.apply(edit).expect("it fits")),
            Err(error) => prop_assert_eq!(error, EditError::NoField(Field::Paragraph(at))),
        }
        let visible = |body: &[RawText]| -> String {
            body.iter().flat_map(|text| letters(text).chars()).filter(|c| !c.is_whitespace()).collect()
        };
        let after = &document.message(key).expect("a message").body;
        prop_assert_eq!(visible(&paragraphs), visible(after));
    }

    #[test]
    fn what_is_pasted_is_divided_as_a_text_that_is_imported(text in "[a-c \t\n]{0,30}") {
        let (mut document, key) = of(&[""]);
        let edit = document.paste(key, 0, 0..0, &text);
        apply(&mut document, edit);
        let file = Source { name: "letters/a.txt".to_owned(), bytes: text.clone().into_bytes() };
        let folder = Folder { name: "letters".to_owned(), files: vec![file], ..Folder::default() };
        if let Ok(import) = import_folder(&folder, &Columns::new()) {
            let imported = &import.messages[0].message.body;
            if imported.len() > 1 {
                prop_assert_eq!(body(&document, key), imported.iter().map(letters).collect::<Vec<_>>());
            } else {
                prop_assert_eq!(body(&document, key), [text.as_str()]);
            }
        }
    }
}

#[test]
fn the_second_half_gets_an_id_and_a_sender_to_be_filled_in() {
    let (mut document, key) = of(&["Dear friends", "Yours", "Dear all"]);
    document.mark_published();
    let signed = document.add(key, List::Signatures, 0);
    apply(&mut document, signed);
    let edit = document.split_message(key, 2);
    assert_eq!(edit.as_ref().map(name_of), Ok("split Harmonia"));
    apply(&mut document, edit);
    let [first, second] = document.messages() else { panic!("two messages") };
    assert_eq!((first.key, first.message.id.as_str()), (key, "harmonia"));
    assert_eq!(
        (second.message.id.as_str(), body(&document, second.key)),
        ("harmonia-2", vec!["Dear all"])
    );
    let sender = Field::Sender(0, SenderField::Name(0));
    assert_eq!(
        (sender.get(&first.message), sender.get(&second.message)),
        (Some("Harmonia"), Some(""))
    );
    let signatures = |message: &RawMessage| message.signatures.len();
    assert_eq!((signatures(&first.message), signatures(&second.message)), (0, 1));
}

#[test]
fn messages_that_are_joined_keep_all_senders_once() {
    let mut document =
        document(vec![message("A", &["1"]), message("B", &["2"]), message("A", &["3"])]);
    let [a, b, other_a] = document.keys()[..] else { panic!("three messages") };
    for next in [b, other_a] {
        let edit = document.join_messages(a, next);
        apply(&mut document, edit);
    }
    let senders = &document.message(a).expect("a message").senders;
    let names: Vec<_> = senders.iter().map(|sender| letters(&sender.names[0])).collect();
    assert_eq!((names, body(&document, a)), (vec!["A", "B"], vec!["1", "2", "3"]));
    assert_eq!(document.join_messages(a, a), Err(EditError::NoMessage(a)));
    assert_eq!(document.join_messages(a, b), Err(EditError::NoMessage(b)));
}

#[test]
fn a_split_is_before_the_letter_that_it_would_cut() {
    for (byte, expected) in [
        (0, ["", "Olá, até já"]),
        (3, ["Ol", "á, até já"]),
        (5, ["Olá,", "até já"]),
        (99, ["Olá, até já", ""]),
    ] {
        let (mut document, key) = of(&["Olá, até já"]);
        let edit = document.split_paragraph(key, 0, byte);
        apply(&mut document, edit);
        assert_eq!(body(&document, key), expected, "{byte}");
    }
}

#[test]
fn paragraphs_are_joined_as_their_writing_system_asks() {
    let (mut document, key) = of(&["Dear", "friends", "東京", "大阪", "end "]);
    for (at, expected) in [(0, "Dear friends"), (1, "東京大阪")] {
        let edit = document.join_paragraphs(key, at);
        apply(&mut document, edit);
        assert_eq!(body(&document, key)[at], expected);
    }
    assert_eq!(document.join_paragraphs(key, 2), Err(EditError::NoField(Field::Paragraph(3))));
    let language =
        Edit::Set { key, field: Field::ParagraphLanguage(1), value: Some("ja".to_owned()) };
    apply(&mut document, Ok(language));
    assert_eq!(document.join_paragraphs(key, 0), Err(EditError::Languages));
}

#[test]
fn what_is_pasted_takes_the_place_of_what_is_selected() {
    let (mut document, key) = of(&["Dear friends, yours"]);
    let edit = document.paste(key, 0, 5..12, "all\r\nof you.\r\n \r\nGreetings");
    assert_eq!(edit.as_ref().map(name_of), Ok("paste into Harmonia"));
    apply(&mut document, edit);
    assert_eq!(body(&document, key), ["Dear all\nof you.", "Greetings, yours"]);
    let edit = document.paste(key, 1, 0..9, "Hi");
    apply(&mut document, edit);
    assert_eq!(body(&document, key), ["Dear all\nof you.", "Hi, yours"]);
    // What is selected ends before it begins, and beyond the text.
    let (start, end) = (99, 4);
    let edit = document.paste(key, 1, start..end, "!");
    apply(&mut document, edit);
    assert_eq!(body(&document, key)[1], "Hi, yours!");
}

#[test]
fn a_language_is_marked_and_taken_off() {
    let (mut document, key) = of(&["Olá"]);
    for (value, expected) in [
        (Some("pt"), RawText::Marked(RawMarkedText { text: "Olá".into(), lang: "pt".into() })),
        (None, RawText::Plain("Olá".into())),
    ] {
        let field = Field::ParagraphLanguage(0);
        apply(&mut document, Ok(Edit::Set { key, field, value: value.map(str::to_owned) }));
        assert_eq!(document.message(key).expect("a message").body, [expected]);
    }
}

#[test]
fn parts_are_added_moved_and_removed() {
    let (mut document, key) = of(&["1", "2", "3"]);
    let mut history = History::default();
    let edits = [
        document.shift(key, List::Paragraphs, 0, 2),
        document.add(key, List::Senders, 1),
        document.add(key, List::Names(0), 0),
        document.add(key, List::Signatures, 0),
        document.remove(key, List::Paragraphs, 2),
    ];
    let names = ["move a paragraph of", "add a sender to", "add a name to", "add a signature to"];
    let names = names.into_iter().chain(["remove a paragraph of"]);
    for (edit, name) in edits.into_iter().zip(names) {
        history.apply(&mut document, edit.expect("an edit")).expect("it fits");
        assert_eq!(history.undo_name(), Some(format!("{name} Harmonia").as_str()));
        history.undo(&mut document).expect("it fits");
    }
    let edit = document.shift(key, List::Paragraphs, 0, 2);
    apply(&mut document, edit);
    let edit = document.remove(key, List::Paragraphs, 0);
    apply(&mut document, edit);
    assert_eq!(body(&document, key), ["3", "1"]);
    for (edit, field) in [
        (document.add(key, List::Senders, 2), Field::Sender(2, SenderField::Name(0))),
        (document.add(key, List::Names(1), 0), Field::Sender(1, SenderField::Name(0))),
        (document.remove(key, List::Signatures, 0), Field::Signature(0, SignatureField::Name)),
        (document.shift(key, List::Paragraphs, 0, 2), Field::Paragraph(2)),
    ] {
        assert_eq!(edit, Err(EditError::NoField(field)));
    }
}

#[test]
fn a_new_message_has_an_id_that_nobody_has_or_had() {
    let mut document = document(vec![message("message 2", &["1"])]);
    let entry = document.new_message();
    assert_eq!(entry.message.id, "message-3");
    let key = entry.key;
    apply(&mut document, Ok(Edit::insertion(1, entry)));
    document.mark_published();
    let removal = document.removal(key).expect("it is there");
    apply(&mut document, Ok(removal));
    assert_eq!(document.new_message().message.id, "message-4");
    assert!(document.is_published("message-3") && !document.is_published("message-4"));
    assert_eq!(document.unique_id("chor"), "chor");
    assert_eq!(document.unique_id("message-3"), "message-3-2");
    assert_eq!(document.unique_id(""), "message");
}

#[test]
fn an_id_is_suggested_where_the_letters_have_one_reading() {
    let id = |name: &str| suggest_id(name, Folding::native());
    assert_eq!(id("Coro  Novo Portugal (CNP)").as_deref(), Some("coro-novo-portugal-cnp"));
    assert_eq!(id("Workers’ Party, São Tomé").as_deref(), Some("workers-party-sao-tome"));
    for name in ["", "…", "КПРФ", "党 24"] {
        assert_eq!(id(name), None, "{name}");
    }
    let long = id(&"solidarity ".repeat(40)).expect("an id");
    assert!(long.len() <= 60 && long.ends_with("-solidarity"), "{long}");
    assert_eq!(id(&"a".repeat(400)).map(|id| id.len()), Some(60));
}
