//! The document: a set of messages while somebody corrects it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use solidarity_core::collection::raw::{RawCollection, RawMessage};

use crate::look::Look;
use crate::text::letters;

/// What the user works on. Only [`Document::apply`] changes it, so that every change can be undone.
#[derive(Clone, Debug)]
pub struct Document {
    pub(crate) collection: RawCollection,
    pub(crate) look: Look,
    pub(crate) logo: Option<Logo>,
    pub(crate) messages: Vec<Entry>,
    /// The ids that others may have links to. No edit changes this set: published ids stay published.
    pub(crate) published: BTreeSet<String>,
    /// The next key. Keys of removed messages are not reused during the life of the document.
    pub(crate) next: u32,
    /// The position of the message edited last.
    pub(crate) last: usize,
}

/// Identifies a message during the life of the document, even if its id or position changes.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize)]
pub struct Key(pub u32);

/// A message of a document.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Entry {
    /// Its key.
    pub key: Key,
    /// The message as the file of messages has it. Nothing in it has been checked.
    pub message: RawMessage,
    /// Where it was imported from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
}

/// A line of a file that was imported.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Origin {
    /// The name of the file.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
}

/// The picture above the title. Its bytes are kept elsewhere.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Logo {
    /// The name of its file, which is also in `logo` of the collection.
    pub name: String,
    /// Its media type, such as `image/svg+xml`.
    pub media_type: String,
    /// The key of its stored bytes. Different bytes have different keys, so that undoing a change of the logo
    /// finds the earlier bytes.
    pub stored: String,
}

impl Document {
    /// A document without messages.
    pub fn new(collection: RawCollection) -> Document {
        Document {
            collection,
            look: Look::default(),
            logo: None,
            messages: Vec::new(),
            published: BTreeSet::new(),
            next: 0,
            last: 0,
        }
    }

    /// What the messages have in common.
    pub fn collection(&self) -> &RawCollection {
        &self.collection
    }

    /// The colours.
    pub fn look(&self) -> &Look {
        &self.look
    }

    /// The logo.
    pub fn logo(&self) -> Option<&Logo> {
        self.logo.as_ref()
    }

    /// The messages, in the order in which they are shown.
    pub fn messages(&self) -> &[Entry] {
        &self.messages
    }

    /// The keys of the messages, in their order.
    pub fn keys(&self) -> Vec<Key> {
        self.messages.iter().map(|entry| entry.key).collect()
    }

    /// The position of a message in the list, from 0.
    pub fn position(&self, key: Key) -> Option<usize> {
        self.messages.iter().position(|entry| entry.key == key)
    }

    /// A message and its key.
    pub fn entry(&self, key: Key) -> Option<&Entry> {
        self.messages.iter().find(|entry| entry.key == key)
    }

    /// A message.
    pub fn message(&self, key: Key) -> Option<&RawMessage> {
        self.entry(key).map(|entry| &entry.message)
    }

    /// What a message is called in the interface: its first sender, or else its id.
    pub fn name_of(&self, key: Key) -> String {
        self.message(key).map(name).unwrap_or_default()
    }

    /// A key for a message that is to be inserted; `nth` is 0 unless the same edit inserts several.
    pub fn new_key(&self, nth: usize) -> Key {
        Key(u32::try_from(nth).unwrap_or(u32::MAX).saturating_add(self.next))
    }

    /// Whether others may have links to the message with this id.
    pub fn is_published(&self, id: &str) -> bool {
        self.published.contains(id)
    }

    /// Records that the messages have been published: from now on, no new message gets one of their ids. This
    /// is not an edit, because it cannot be undone.
    pub fn mark_published(&mut self) {
        self.published.extend(self.messages.iter().map(|entry| entry.message.id.clone()));
    }
}

/// Compares everything that is stored.
impl PartialEq for Document {
    fn eq(&self, other: &Document) -> bool {
        self.collection == other.collection
            && self.look == other.look
            && self.logo == other.logo
            && self.messages == other.messages
            && self.published == other.published
    }
}

/// How many words of its text stand for the name of a message without a sender.
const WORDS: usize = 5;

/// What a message is called in the interface: by its first sender, or else by the first words of its text.
pub fn name(message: &RawMessage) -> String {
    let names = message.senders.iter().flat_map(|sender| &sender.names).map(letters);
    if let Some(name) = names.map(str::trim).find(|name| !name.is_empty()) {
        return name.to_owned();
    }
    let mut words = message.body.iter().flat_map(|text| letters(text).split_whitespace());
    let first: Vec<_> = words.by_ref().take(WORDS).collect();
    match (first.is_empty(), words.next()) {
        (true, _) => "New message".to_owned(),
        (false, None) => first.join(" "),
        (false, Some(_)) => [&first.join(" "), " …"].concat(),
    }
}

/// A collection with only a title and a language.
pub fn blank(title: String, language: String) -> RawCollection {
    RawCollection {
        title,
        subtitle: None,
        language,
        occasion: None,
        host: None,
        place_names: Default::default(),
        source: None,
        url: None,
        logo: None,
        rights: None,
    }
}
