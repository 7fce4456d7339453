//! Finding words in the messages.

mod pattern;

use std::ops::Range;

use serde::{Deserialize, Serialize};
use solidarity_core::collection::raw::RawMessage;

use crate::document::{Document, Key};
use crate::field::{Field, SenderField, SignatureField};
use crate::text::letters;

use pattern::Pattern;

/// The most matches that are returned; all of them are counted.
const SHOWN: usize = 1_000;

/// The most characters shown before and after a match.
const CONTEXT: usize = 40;

/// What to look for.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Search {
    /// The text. An empty text has no matches.
    pub text: String,
    /// Whether case matters.
    pub match_case: bool,
    /// Whether only whole words are found. In writing systems without spaces, every letter is a word.
    pub whole_words: bool,
    /// Where to look.
    pub zones: Zones,
}

/// Where in a message to look.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Zones {
    /// Names, acronyms and headings of senders.
    pub names: bool,
    /// Names and roles in signatures.
    pub signatures: bool,
    /// Paragraphs.
    pub texts: bool,
}

/// What was found.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Matches {
    /// The matches, in the order of the messages and of their fields; the first thousand.
    pub shown: Vec<Match>,
    /// How many there are in all.
    pub count: usize,
}

/// A passage that was found.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Match {
    /// The message.
    pub key: Key,
    /// The field.
    pub field: Field,
    /// The passage, in bytes of the field.
    pub range: Range<usize>,
    /// What it looks like.
    pub context: Context,
}

/// A passage and what is around it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Context {
    /// What comes before, with “…” if shortened.
    pub before: String,
    /// The passage.
    pub found: String,
    /// What comes after, with “…” if shortened.
    pub after: String,
}

impl Document {
    /// Finds a text. Passages do not overlap, and begin and end with whole letters: a small ß is “SS” as a
    /// capital, and is not found by one s. It takes linear time.
    pub fn find(&self, search: &Search) -> Matches {
        let mut matches = Matches::default();
        self.each_match(search, |key, field, text, range| {
            matches.count += 1;
            if matches.shown.len() < SHOWN {
                let context = context(text, &range);
                matches.shown.push(Match { key, field, range, context });
            }
        });
        matches
    }

    /// Visits every match.
    pub(crate) fn each_match(
        &self,
        search: &Search,
        mut visit: impl FnMut(Key, Field, &str, Range<usize>),
    ) {
        let Search { text, match_case, whole_words, zones } = search;
        let Some(pattern) = Pattern::of(text, *match_case, *whole_words) else { return };
        for entry in &self.messages {
            each_field(&entry.message, *zones, &mut |field, text| {
                pattern.each(text, &mut |range| visit(entry.key, field, text, range));
            });
        }
    }
}

/// Visits the searched fields of a message.
fn each_field(message: &RawMessage, zones: Zones, visit: &mut dyn FnMut(Field, &str)) {
    for (at, sender) in message.senders.iter().enumerate().filter(|_| zones.names) {
        for (name, text) in sender.names.iter().enumerate() {
            visit(Field::Sender(at, SenderField::Name(name)), letters(text));
        }
        let fields =
            [(SenderField::Acronym, &sender.acronym), (SenderField::Heading, &sender.heading)];
        for (field, text) in fields {
            text.iter().for_each(|text| visit(Field::Sender(at, field), text));
        }
    }
    for (at, signature) in message.signatures.iter().enumerate().filter(|_| zones.signatures) {
        visit(Field::Signature(at, SignatureField::Name), &signature.name);
        let role = signature.role.iter();
        role.for_each(|role| visit(Field::Signature(at, SignatureField::Role), role));
    }
    for (at, text) in message.body.iter().enumerate().filter(|_| zones.texts) {
        visit(Field::Paragraph(at), letters(text));
    }
}

fn context(text: &str, range: &Range<usize>) -> Context {
    let before = text.get(..range.start).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    let from = before.char_indices().rev().nth(CONTEXT).map(|(at, c)| at + c.len_utf8());
    let to = after.char_indices().nth(CONTEXT).map(|(at, _)| at);
    let before = from
        .map_or(before.to_owned(), |from| "…".to_owned() + before.get(from..).unwrap_or_default());
    let after =
        to.map_or(after.to_owned(), |to| after.get(..to).unwrap_or_default().to_owned() + "…");
    let found = text.get(range.clone()).unwrap_or_default().to_owned();
    Context { before, found, after }
}
