//! The collections that the tests read, and how they make small ones of their own. What is published is in
//! `public/`, and may be replaced by any other collection.

#![allow(clippy::expect_used, clippy::panic, reason = "a test is to stop where it fails")]

use std::collections::BTreeMap;

use solidarity_core::collection::{Collection, Problem, parse};
use solidarity_core::search::{Folding, Index};

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

/// A long letter in each of sixteen languages, as paragraphs of a few sentences. There are only six
/// sentences of each, so that words occur again and again, in another order.
pub fn letters() -> Vec<Vec<String>> {
    let languages: BTreeMap<String, Vec<String>> =
        serde_json::from_str(include_str!("languages.json")).expect("lists of sentences");
    let mut state = 40_u32;
    let mut random = |below: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 16) as usize % below
    };
    let letter = |(language, sentences): (String, Vec<String>)| {
        let space = if ["ja", "zh-Hans"].contains(&&*language) { "" } else { " " };
        let mut paragraph = || {
            let count = 3 + random(3);
            let mut chosen: Vec<_> =
                (0..count).map(|_| sentences[random(sentences.len())].as_str()).collect();
            // Nobody says the same twice in a row.
            chosen.dedup();
            chosen.join(space)
        };
        (0..24).map(|_| paragraph()).collect()
    };
    languages.into_iter().map(letter).collect()
}

/// Folds letters by the tables of a crate.
pub fn folding() -> Folding {
    Folding::native()
}

/// The index of a collection.
pub fn index(collection: &Collection) -> Index {
    Index::new(folding(), collection).expect("an index reads what it wrote")
}
