//! The collections that the tests read, and how they make small ones of their own. What is published is in
//! `public/`, and may be replaced by any other collection.

#![allow(clippy::expect_used, clippy::panic, reason = "a test is to stop where it fails")]

use solidarity_core::collection::{Collection, Problem, parse};
use solidarity_core::search::{Folder, Index};

/// The file of the first collection: seventeen messages to a congress.
pub const CONGRESS: &str = include_str!("congress.json");

/// The first collection.
pub fn congress() -> Collection {
    match parse(CONGRESS) {
        Ok((collection, problems)) if problems.is_empty() => collection,
        Ok((_, problems)) | Err(problems) => {
            panic!("the first collection has problems: {problems:#?}")
        }
    }
}

/// A collection with these messages, each given as the inside of a JSON object.
pub fn with_messages(messages: &[&str]) -> Result<(Collection, Vec<Problem>), Vec<Problem>> {
    let messages: Vec<_> = messages.iter().map(|inside| format!("{{{inside}}}")).collect();
    parse(&format!(
        "{{\"collection\": {{\"title\": \"T\", \"language\": \"en\"}},\n\"messages\": [\n{}\n]}}",
        messages.join(",\n")
    ))
}

/// A small collection that must be in order, from the insides of its messages.
pub fn collection_of(messages: &[&str]) -> Collection {
    match with_messages(messages) {
        Ok((collection, problems)) if problems.is_empty() => collection,
        other => panic!("the test's own collection is not in order: {other:#?}"),
    }
}

/// Folds letters by the tables of a crate.
pub fn folder() -> Folder {
    Folder::native()
}

/// The index of a collection.
pub fn index(collection: &Collection) -> Index {
    Index::new(folder(), collection).expect("an index reads what it wrote")
}
