//! Replacing matches.

use std::collections::HashMap;
use std::ops::Range;

use solidarity_core::collection::raw::RawMessage;

use crate::document::{Document, Key};
use crate::edit::{Edit, EditError};
use crate::field::Field;
use crate::find::{Match, Search};

/// A passage: the message, the field, and the bytes in it.
type Passage = (Key, Field, Range<usize>);

impl Document {
    /// Replaces some of the matches, given in the order of the search. Nothing else is changed.
    ///
    /// # Errors
    /// When the texts have changed since the search.
    pub fn replace(&self, matches: &[Match], with: &str) -> Result<Edit, EditError> {
        let messages = self.by_key();
        let is_there = |it: &Match| {
            let text = messages.get(&it.key).and_then(|message| it.field.get(message));
            text.and_then(|text| text.get(it.range.clone())) == Some(&it.context.found)
        };
        if !matches.iter().all(is_there) {
            return Err(EditError::Changed);
        }
        let found = matches.first().map(|it| it.context.found.as_str());
        let passages = matches.iter().map(|it| (it.key, it.field, it.range.clone())).collect();
        self.replaced(passages, found.unwrap_or_default(), with)
    }

    /// Replaces every match, shown or not.
    ///
    /// # Errors
    /// None in practice.
    pub fn replace_all(&self, search: &Search, with: &str) -> Result<Edit, EditError> {
        let mut passages = Vec::new();
        self.each_match(search, |key, field, _, range| passages.push((key, field, range)));
        self.replaced(passages, &search.text, with)
    }

    fn replaced(&self, passages: Vec<Passage>, found: &str, with: &str) -> Result<Edit, EditError> {
        let messages = self.by_key();
        let mut edits = Vec::new();
        for group in passages.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            let Some(&(key, field, _)) = group.first() else { continue };
            let text = messages.get(&key).and_then(|message| field.get(message));
            let ranges = group.iter().map(|(_, _, range)| range.clone());
            let text = text.and_then(|text| replaced(text, ranges, with));
            let value = field.entered(text.ok_or(EditError::Changed)?);
            edits.push(Edit::Set { key, field, value });
        }
        let times = passages.len().to_string();
        let places = if passages.len() == 1 { " place" } else { " places" };
        let name = ["replace “", found, "” in ", &times, places].concat();
        Ok(Edit::Batch { name, edits })
    }

    /// The messages by their keys: looking each one up in the list would take quadratic time.
    fn by_key(&self) -> HashMap<Key, &RawMessage> {
        self.messages.iter().map(|entry| (entry.key, &entry.message)).collect()
    }
}

/// A text with these passages replaced; `None` if they are not in order.
fn replaced(text: &str, ranges: impl Iterator<Item = Range<usize>>, with: &str) -> Option<String> {
    let mut new = String::new();
    let mut end = 0;
    for range in ranges {
        new += text.get(end..range.start)?;
        new += with;
        end = range.end;
    }
    Some(new + text.get(end..)?)
}
