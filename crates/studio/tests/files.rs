//! Files: what is read, written and stored is the same.
#![allow(clippy::expect_used, clippy::panic, reason = "a test is to stop where it fails")]

mod support;

use proptest::prelude::*;
use serde_json::Value;
use solidarity_exchange::Dataset;
use solidarity_studio::{DatasetError, Document, Key, Part, RestoreError};
use support::any_document;

fn opened(text: &str) -> Document {
    let reading = Document::read(text).expect("a file of messages");
    assert_eq!(reading.unread, []);
    reading.document
}

fn value(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn a_file_of_messages_means_the_same_after_it_was_read_and_written() {
    let names = r#"{ "collection": { "title": "T", "language": "en",
        "placeNames": { "VN": "Vietnam", "CI": "Ivory Coast", "TR": "Türkiye" } }, "messages": [] }"#;
    for text in [fixtures::CONGRESS, names] {
        let written = opened(text).dataset().expect("text");
        let mut expected = value(text);
        expected["$schema"] = "messages.schema.json".into();
        assert_eq!(value(&written), expected);
        assert_eq!(opened(&written).dataset().expect("text"), written);
    }
}

#[test]
fn what_nobody_wrote_is_not_written() {
    let text = r#"{ "collection": { "title": "T", "language": "en" }, "messages": [] }"#;
    let written = opened(text).dataset().expect("text");
    assert_eq!(value(&written)["collection"], value(text)["collection"]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_file_is_written_as_the_importers_write_it(document in any_document()) {
        let written = document.dataset().expect("text");
        // Characters that cannot be shown are in no file that the importers write.
        let dataset = Dataset::read(&written).expect("a file of messages");
        let expected = dataset.written().expect("text");
        let document = opened(&written);
        prop_assert_eq!(document.dataset().expect("text"), expected);
    }

    #[test]
    fn what_is_stored_comes_back(document in any_document()) {
        let stored = document.stored().expect("text");
        let restored = Document::restore(&stored).expect("a document");
        prop_assert_eq!(restored.damaged, []);
        prop_assert_eq!(&restored.document, &document);
        prop_assert_eq!(restored.document.new_key(0), document.new_key(0));
        prop_assert_eq!(restored.document.stored().expect("text"), stored);
    }
}

#[test]
fn a_message_of_another_form_hides_no_other() {
    let text = "{ \"collection\": { \"title\": \"T\", \"language\": \"en\" }, \"messages\": [\n\
        { \"id\": \"a\", \"senders\": [], \"body\": [] },\n\
        { \"id\": \"b\",\n  \"senders\": \"everybody\", \"body\": [] },\n\
        { \"id\": \"c\", \"senders\": [], \"body\": [] }\n] }";
    let reading = Document::read(text).expect("a file of messages");
    let ids: Vec<_> = reading.document.messages().iter().map(|it| it.message.id.clone()).collect();
    assert_eq!(ids, ["a", "c"]);
    let [unread] = &reading.unread[..] else { panic!("one message: {:?}", reading.unread) };
    assert_eq!((unread.path.as_str(), unread.line), ("messages[1]", 4));
    assert!(unread.what.contains("everybody"), "{}", unread.what);
    assert!(unread.text.starts_with("{ \"id\": \"b\""));
}

#[test]
fn what_is_no_file_of_messages_is_refused_with_its_place() {
    let Err(DatasetError::Form { line, .. }) = Document::read("{\n\"messages\" 1 }") else {
        panic!("no JSON")
    };
    assert_eq!(line, 2);
    let text = "{ \"messages\": [],\n \"collection\": { \"title\": 5, \"language\": \"en\" } }";
    let Err(DatasetError::Collection(misshapen)) = Document::read(text) else {
        panic!("a title that is a number")
    };
    assert_eq!((misshapen.path.as_str(), misshapen.line), ("collection", 2));
}

#[test]
fn a_later_version_is_left_to_itself() {
    let later = r#"{ "format": 2, "pages": [] }"#;
    let error = Document::restore(later).expect_err("a later version");
    assert_eq!(error, RestoreError::Newer { format: 2 });
    assert!(error.to_string().contains("Reload the page"));
    assert!(matches!(Document::restore("{}"), Err(RestoreError::Unreadable(_))));
}

#[test]
fn damage_of_a_part_leaves_the_others() {
    let mut document = opened(fixtures::CONGRESS);
    document.mark_published();
    let stored = document.stored().expect("text");
    let mut damaged = value(&stored);
    damaged["messages"][3]["message"]["senders"] = 7.into();
    damaged["look"] = "red".into();
    // Two messages of one key.
    damaged["messages"][5]["key"] = 4.into();
    // A key after which there is none.
    damaged["messages"][6]["key"] = u32::MAX.into();
    let restored = Document::restore(&damaged.to_string()).expect("a document");
    let parts: Vec<_> = restored.damaged.iter().map(|damaged| damaged.part).collect();
    assert_eq!(parts, [Part::Look, Part::Message(3)]);
    assert!(restored.damaged[1].text.contains("\"senders\":7"));
    let messages = restored.document.messages();
    assert_eq!(messages.len(), 16);
    let keys = [3, 4, 5].map(|at| messages[at].key);
    assert_eq!(keys, [4, 17, 18].map(Key));
    assert_eq!(restored.document.new_key(0), Key(19));
    assert!(restored.document.is_published(&messages[0].message.id));
}
