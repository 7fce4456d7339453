//! The preview shows whatever can be shown, whatever is still to be corrected.

#![allow(clippy::expect_used, reason = "a test is to stop where it fails")]

mod support;

use proptest::prelude::*;
use solidarity_core::collection::raw::{RawCollection, RawMessage};
use solidarity_core::collection::{Collection, parse};
use solidarity_studio::{Document, Edit, Entry, Key, Particular};
use support::{any_deed, any_document, any_message, document, edit, message};

/// What the preview shows of a document, in which nothing may be left to correct.
fn previewed(document: &Document) -> Collection {
    let all = 0..document.messages().len();
    let text = document.preview_dataset(all).expect("a file");
    let (collection, problems) = parse(&text).expect("a collection that can be shown");
    assert_eq!(problems, []);
    assert_eq!(collection.messages.len(), document.messages().len());
    collection
}

/// Sees that the checker finds something, and what the preview shows nevertheless.
fn mended(document: &Document) -> Collection {
    let text = document.dataset().expect("a file");
    assert!(!matches!(parse(&text), Ok((_, problems)) if problems.is_empty()), "an error");
    previewed(document)
}

fn of_message(json: &str) -> Document {
    let message: RawMessage = serde_json::from_str(json).expect("a message");
    document(vec![message])
}

fn of_collection(json: &str) -> Document {
    let collection: RawCollection = serde_json::from_str(json).expect("a collection");
    let mut document = Document::new(collection);
    let entry =
        Entry { key: Key(0), message: message("Harmonia", &["Dear friends"]), origin: None };
    let edit = Edit::Splice { at: 0, removed: Vec::new(), inserted: vec![entry] };
    document.apply(edit).expect("a new key");
    document
}

#[test]
fn a_wrong_country_region_or_language_is_left_out_and_the_rest_is_shown() {
    let collection = mended(&of_message(
        r#"{ "id": "suara", "senders": [
            { "names": [{ "text": "Suara", "lang": "malay language" }], "country": "Germny", "region": "asia" },
            { "names": ["Harmonia"], "country": "PT", "region": "europe" },
            { "names": ["Kvintett"], "region": "Norden" }
        ], "body": [{ "text": "Sahabat", "lang": "?" }, "Dear friends"] }"#,
    ));
    let shown = collection.messages.first().expect("a message");
    let senders: Vec<_> = shown
        .senders
        .iter()
        .map(|it| (it.name(), it.country.map(|it| it.code), it.region.map(|it| it.id())))
        .collect();
    let expected =
        [("Suara", None, Some("asia")), ("Harmonia", Some("PT"), None), ("Kvintett", None, None)];
    assert_eq!(senders, expected);
    let texts: Vec<_> = shown.body().iter().map(|text| text.text.as_str()).collect();
    assert_eq!(texts, ["Sahabat", "Dear friends"]);
}

#[test]
fn what_is_empty_is_left_out_or_stands_as_dots() {
    let collection = mended(&of_message(
        r#"{ "id": "suara", "senders": [{ "names": [" ", "Suara"] }, { "names": [] }],
            "signatures": [{ "name": "" }, { "name": " ", "role": "Chair" }, { "name": "Aminah" }],
            "body": ["", "Sahabat", "\u007f"] }"#,
    ));
    let shown = collection.messages.first().expect("a message");
    let names: Vec<_> = shown.senders.iter().map(|sender| sender.name()).collect();
    assert_eq!(names, ["Suara", "…"]);
    let signatures: Vec<_> =
        shown.signatures.iter().map(|it| (it.name.as_str(), it.role.as_deref())).collect();
    assert_eq!(signatures, [("…", Some("Chair")), ("Aminah", None)]);
    let texts: Vec<_> = shown.body().iter().map(|text| text.text.as_str()).collect();
    assert_eq!(texts, ["Sahabat"]);
}

#[test]
fn a_new_message_is_shown_before_anything_is_in_it() {
    for json in [
        r#"{ "id": "message-1", "senders": [{ "names": [""] }], "body": [""] }"#,
        r#"{ "id": "message-1", "senders": [], "body": [] }"#,
    ] {
        let collection = mended(&of_message(json));
        let shown = collection.messages.first().expect("a message");
        assert_eq!(shown.senders.iter().map(|sender| sender.name()).collect::<Vec<_>>(), ["…"]);
    }
}

#[test]
fn each_message_has_a_link_of_its_own_that_leads_back_to_it() {
    let mut messages = ["One", "Two", "Three", "Four"].map(|name| message(name, &["Dear friends"]));
    for (message, id) in messages.iter_mut().zip(["preview-2", "same", "same", "Not a link"]) {
        message.id = id.to_owned();
    }
    let document = document(messages.into());
    let collection = mended(&document);
    let ids: Vec<_> = collection.messages.iter().map(|message| message.id.as_str()).collect();
    assert_eq!(ids, ["preview-2", "same", "preview-2-x", "preview-3"]);
    for (id, key) in ids.into_iter().zip(document.keys()) {
        assert_eq!(document.preview_id(key).as_deref(), Some(id));
        assert_eq!(document.key_of_preview(id), Some(key));
    }
    assert_eq!(document.key_of_preview("Not a link"), None);
}

#[test]
fn what_is_wrong_about_the_collection_is_left_out() {
    let collection = mended(&of_collection(
        r#"{ "title": " ", "subtitle": "To the congress", "language": "English",
            "occasion": { "name": "", "place": "Porto", "starts": "1.5.2026", "ends": "2026-05-03" },
            "host": { "name": "", "country": "Portugal" }, "placeNames": { "Vietnam": "Viet Nam", "VN": "Việt Nam" },
            "source": { "name": "", "url": "javascript:alert()" }, "url": "example.org", "logo": "//example.org/logo" }"#,
    ));
    assert_eq!(collection.title, "Without a title");
    assert_eq!(collection.subtitle.as_deref(), Some("To the congress"));
    assert_eq!((collection.url, collection.logo), (None, None));
    let occasion = collection.occasion.expect("an occasion");
    assert_eq!((occasion.place.as_deref(), occasion.starts), (Some("Porto"), None));
    assert_eq!(occasion.ends.map(|day| day.to_string()).as_deref(), Some("2026-05-03"));
    assert_eq!(collection.host.map(|host| host.name).as_deref(), Some("…"));
    assert_eq!(collection.source.and_then(|source| source.url), None);
}

#[test]
fn a_part_of_the_messages_is_shown_as_in_the_whole() {
    let document = document(["One", "Two", "Three"].map(|name| message(name, &["Dear"])).into());
    let text = document.preview_dataset(1..3).expect("a file");
    let (collection, _) = parse(&text).expect("a collection");
    let ids: Vec<_> = collection.messages.iter().map(|message| message.id.as_str()).collect();
    assert_eq!(ids, ["two", "three"]);
}

proptest! {
    #[test]
    fn nothing_that_anybody_does_leaves_something_to_correct(
        start in any_document(),
        deeds in proptest::collection::vec(any_deed(), 0..8),
        particulars in proptest::collection::vec((0..7_usize, ".{0,12}"), 0..4),
        last in any_message(),
    ) {
        let mut document = start;
        for deed in deeds {
            // An edit that does not fit changes nothing.
            let _ = document.apply(edit(&document, deed));
        }
        for (at, text) in particulars {
            let fields = [
                Particular::Language,
                Particular::OccasionEnds,
                Particular::HostCountry,
                Particular::SourceUrl,
                Particular::Url,
                Particular::Logo,
                Particular::PlaceName(text.clone()),
            ];
            let field = fields.get(at).cloned().unwrap_or(Particular::Title);
            let _ = document.apply(Edit::Particular { field, value: Some(text) });
        }
        let entry = Entry { key: document.new_key(0), message: last, origin: None };
        let edit = Edit::Splice { at: 0, removed: Vec::new(), inserted: vec![entry] };
        prop_assert!(document.apply(edit).is_ok());
        previewed(&document);
    }

    #[test]
    fn what_is_right_is_shown_as_it_is(names in proptest::collection::btree_set("[A-Z][a-z]{1,9}", 1..5)) {
        let messages = names.iter().map(|name| message(name, &["Dear friends", "In solidarity"]));
        let document = document(messages.collect());
        let all = 0..document.messages().len();
        prop_assert_eq!(document.preview_dataset(all)?, document.dataset()?);
    }
}
