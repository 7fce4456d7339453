//! What pages are said to hold.

#![allow(clippy::expect_used, reason = "a test is to stop where it fails")]

use fixtures::collection_of;
use solidarity_core::address::Page;
use solidarity_core::titles::{Titles, opening};

/// The inside of a message of one paragraph.
fn message(text: &str) -> String {
    format!("\"id\": \"a\", \"senders\": [{{\"names\": [\"A\"]}}], \"body\": [\"{text}\"]")
}

#[test]
fn a_short_message_is_described_with_what_the_whole_is() {
    let collection = Box::leak(Box::new(collection_of(&[&message("Shine!")])));
    let message = collection.messages.first().expect("a message");
    let description = Titles::new(collection).description(&Page::of(message));
    assert!(description.starts_with("Shine! · "), "{description}");
    assert!(description.contains("1 message"), "{description}");
}

#[test]
fn what_is_written_without_spaces_is_cut_within_a_word() {
    let text = "灯".repeat(500);
    let collection = collection_of(&[&message(&text)]);
    let opening = opening(collection.messages.first().expect("a message"));
    assert_eq!(opening, format!("{} …", "灯".repeat(200)));
}
