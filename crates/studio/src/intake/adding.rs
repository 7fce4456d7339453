//! Adding messages to a document that may already have them.

use std::collections::{HashMap, HashSet};

use solidarity_core::collection::raw::RawMessage;

use crate::document::{Document, Entry, Key, Origin};
use crate::edit::Edit;
use crate::ids::Ids;

/// Messages that were read from files.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Intake {
    /// The messages, and where each came from.
    pub messages: Vec<(RawMessage, Origin)>,
}

/// The part of an [`Intake`] that a document already has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Present {
    /// The number of identical messages, regardless of ids.
    pub same: usize,
    /// The messages in it that came from the same files.
    pub from_same_files: Vec<Key>,
}

impl Intake {
    /// What the document already has.
    pub fn present(&self, document: &Document) -> Present {
        let there: HashSet<String> =
            document.messages().iter().filter_map(|entry| said(&entry.message)).collect();
        let is_there = |message: &RawMessage| said(message).is_some_and(|it| there.contains(&it));
        let files: HashSet<&str> =
            self.messages.iter().map(|(_, origin)| origin.file.as_str()).collect();
        let is_of_them = |entry: &&Entry| {
            entry.origin.as_ref().is_some_and(|origin| files.contains(origin.file.as_str()))
        };
        Present {
            same: self.messages.iter().filter(|(message, _)| is_there(message)).count(),
            from_same_files: document
                .messages()
                .iter()
                .filter(is_of_them)
                .map(|it| it.key)
                .collect(),
        }
    }

    /// The messages that the document does not have in identical form.
    pub fn new_to(self, document: &Document) -> Intake {
        let there: HashSet<String> =
            document.messages().iter().filter_map(|entry| said(&entry.message)).collect();
        let is_new = |message: &RawMessage| said(message).is_none_or(|it| !there.contains(&it));
        Intake { messages: self.messages.into_iter().filter(|(it, _)| is_new(it)).collect() }
    }

    /// The edit that adds the messages at the end, each with an id of its own.
    pub fn added(self, document: &Document, name: String) -> Edit {
        let messages = self.messages.into_iter();
        let newcomers = messages.map(|(message, origin)| (message, Some(origin))).collect();
        batch(name, document.addition(newcomers))
    }

    /// The edit that replaces messages. A new message with the same content as an old one, or from the same
    /// line, takes its key and position, and its id if that is published; the others follow the last replaced
    /// one.
    pub fn replacing(self, document: &Document, replaced: &[Key], name: String) -> Edit {
        let gone: HashSet<Key> = replaced.iter().copied().collect();
        let places = || {
            let entries = document.messages().iter().enumerate();
            entries.filter(|(_, entry)| gone.contains(&entry.key))
        };
        let (Some(first), Some(last)) = (places().next(), places().next_back()) else {
            return self.added(document, name);
        };
        let (first, last) = (first.0, last.0);
        let mut pairs = self.paired(places().map(|(_, entry)| entry));
        let others = document.messages().iter().filter(|entry| !gone.contains(&entry.key));
        let mut ids = Ids::of(others.map(|entry| entry.message.id.as_str()));
        for ((message, _), before) in &mut pairs {
            if let Some(before) = before.filter(|it| document.is_published(&it.message.id)) {
                message.id.clone_from(&before.message.id);
            }
            message.id = ids.unique(&message.id);
        }
        let mut in_place = HashMap::new();
        let mut others = Vec::new();
        for ((message, origin), before) in pairs {
            let origin = Some(origin);
            match before {
                Some(Entry { key, .. }) => {
                    in_place.insert(*key, Entry { key: *key, message, origin });
                }
                None => {
                    let key = document.new_key(others.len());
                    others.push(Entry { key, message, origin });
                }
            }
        }
        let range = document.messages().get(first..=last).unwrap_or_default();
        let mut inserted = Vec::with_capacity(range.len() + others.len());
        for entry in range {
            match in_place.remove(&entry.key) {
                Some(new) => inserted.push(new),
                None if gone.contains(&entry.key) => {}
                None => inserted.push(entry.clone()),
            }
        }
        inserted.append(&mut others);
        let removed = range.iter().map(|entry| entry.key).collect();
        batch(name, Edit::Splice { at: first, removed, inserted })
    }

    /// The messages, each with the one that it replaces.
    fn paired<'a>(
        self,
        before: impl Iterator<Item = &'a Entry>,
    ) -> Vec<((RawMessage, Origin), Option<&'a Entry>)> {
        let (mut by_words, mut by_line) = (HashMap::new(), HashMap::new());
        for entry in before {
            if let Some(said) = said(&entry.message) {
                by_words.entry(said).or_insert(entry);
            }
            if let Some(origin) = &entry.origin {
                by_line.entry((origin.file.as_str(), origin.line)).or_insert(entry);
            }
        }
        let mut taken = HashSet::new();
        let mut pairs: Vec<_> = self.messages.into_iter().map(|it| (it, None)).collect();
        for ((message, _), before) in &mut pairs {
            let same = said(message).and_then(|said| by_words.get(&said).copied());
            *before = same.filter(|entry| taken.insert(entry.key));
        }
        for ((_, origin), before) in pairs.iter_mut().filter(|(_, before)| before.is_none()) {
            let same = by_line.get(&(origin.file.as_str(), origin.line)).copied();
            *before = same.filter(|entry| taken.insert(entry.key));
        }
        pairs
    }
}

/// The content of a message, regardless of its id; `None` if it has no text.
fn said(message: &RawMessage) -> Option<String> {
    let RawMessage { senders, signatures, body, .. } = message;
    let said = serde_json::to_string(&(senders, signatures, body)).ok();
    said.filter(|_| !body.is_empty())
}

fn batch(name: String, edit: Edit) -> Edit {
    Edit::Batch { name, edits: vec![edit] }
}
