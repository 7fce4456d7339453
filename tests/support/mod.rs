//! What the native tests share.

#![allow(dead_code, reason = "each test file uses some of it")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test is to stop where it fails")]

use solidarity_atlas::collection::{Collection, Problem, parse};
use solidarity_atlas::search::{Folder, Index};
#[cfg(target_arch = "wasm32")]
use unicode_normalization::UnicodeNormalization;

/// The text of the dataset that the site ships.
pub const DATASET: &str = include_str!("../../public/messages.json");

/// The dataset that the site ships.
pub fn shipped() -> Collection {
    match parse(DATASET) {
        Ok((collection, problems)) if problems.is_empty() => collection,
        Ok((_, problems)) | Err(problems) => panic!("the dataset has problems: {problems:#?}"),
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

/// The folder with the tables of a crate in place of the browser's.
pub fn folder() -> Folder {
    #[cfg(not(target_arch = "wasm32"))]
    return Folder::native();
    #[cfg(target_arch = "wasm32")]
    Folder::new(|c| c.nfkd().collect::<String>().to_lowercase())
}

/// The index of a collection.
pub fn index(collection: &Collection) -> Index {
    Index::new(folder(), collection).expect("an index reads what it wrote")
}
