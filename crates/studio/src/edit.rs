//! Edits: everything that can be done to a document, as data.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};
use solidarity_core::collection::raw::{RawCollection, RawMessage};
use thiserror::Error;

use crate::document::{Document, Entry, Key, Logo};
use crate::field::{Field, Refusal};
use crate::look::Look;
use crate::particular::Particular;
use crate::sorting::sort_by_key;

/// A change of a document.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Edit {
    /// Sets or clears a field of a message.
    Set {
        /// The message.
        key: Key,
        /// The field.
        field: Field,
        /// The value; `None` to clear an optional field.
        value: Option<String>,
    },
    /// Replaces a message with another, under the same key.
    Message {
        /// The message.
        key: Key,
        /// The new one.
        message: RawMessage,
    },
    /// Removes consecutive messages, and inserts others in their place.
    Splice {
        /// The position of the first one, from 0.
        at: usize,
        /// The keys of the messages to remove.
        removed: Vec<Key>,
        /// The messages to insert.
        inserted: Vec<Entry>,
    },
    /// Moves a message.
    Move {
        /// The message.
        key: Key,
        /// Its position afterwards, from 0.
        to: usize,
    },
    /// Puts all messages in an order.
    Order(Vec<Key>),
    /// Replaces what the messages have in common.
    Collection(Box<RawCollection>),
    /// Sets or clears a field of the collection.
    Particular {
        /// The field.
        field: Particular,
        /// The value.
        value: Option<String>,
    },
    /// Replaces the colours.
    Look(Look),
    /// Replaces the logo, but not its file name in the collection: [`Edit::logo`] makes an edit of both.
    Logo(Option<Logo>),
    /// Several edits as one, each applied to the result of the one before.
    Batch {
        /// The name of the action, as in “split Harmonia”.
        name: String,
        /// The edits.
        edits: Vec<Edit>,
    },
}

/// Why an edit cannot be applied. The document is unchanged.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
pub enum EditError {
    /// The message has been removed.
    #[error("The message is no longer there.")]
    NoMessage(Key),
    /// The message has no such sender, name, signature or paragraph.
    #[error("“{}” is no longer there.", .0.label())]
    NoField(Field),
    /// The field needs a value.
    #[error("“{}” cannot be left out.", .0.label())]
    Required(Field),
    /// The list has no such position.
    #[error("The list of messages has no such position.")]
    NoPosition(usize),
    /// A message with this key is there already.
    #[error("The message already exists.")]
    KeyTaken(Key),
    /// The list of messages is no longer the one that the edit was made for.
    #[error("The list of messages has changed in the meantime.")]
    Changed,
    /// Two paragraphs to be joined are in different languages.
    #[error(
        "The paragraphs are in different languages. Give both the same language, then join them."
    )]
    Languages,
}

impl Edit {
    /// Inserts a message at a position, from 0.
    pub fn insertion(at: usize, entry: Entry) -> Edit {
        Edit::Splice { at, removed: Vec::new(), inserted: vec![entry] }
    }

    /// Replaces the logo, and its file name in the collection.
    pub fn logo(logo: Option<Logo>) -> Edit {
        let value = logo.as_ref().map(|logo| logo.name.clone());
        let name = if logo.is_some() { "change the logo" } else { "remove the logo" };
        let edits = vec![Edit::Particular { field: Particular::Logo, value }, Edit::Logo(logo)];
        Edit::Batch { name: name.to_owned(), edits }
    }
}

impl Document {
    /// Applies an edit, and returns its inverse.
    ///
    /// # Errors
    /// When the edit does not fit the document, which then stays unchanged.
    pub fn apply(&mut self, edit: Edit) -> Result<Edit, EditError> {
        match edit {
            Edit::Set { key, field, value } => {
                let message = self.message_mut(key)?;
                let before = field.set(message, value).map_err(|refusal| match refusal {
                    Refusal::Missing => EditError::NoField(field),
                    Refusal::Required => EditError::Required(field),
                })?;
                Ok(Edit::Set { key, field, value: before })
            }
            Edit::Message { key, message } => {
                let before = std::mem::replace(self.message_mut(key)?, message);
                Ok(Edit::Message { key, message: before })
            }
            Edit::Splice { at, removed, inserted } => self.splice(at, removed, inserted),
            Edit::Move { key, to } => {
                let from = self.locate(key)?;
                let end = self.messages.get_mut(from.min(to)..=from.max(to));
                let part = end.ok_or(EditError::NoPosition(to))?;
                if from < to {
                    part.rotate_left(1)
                } else {
                    part.rotate_right(1)
                }
                Ok(Edit::Move { key, to: from })
            }
            Edit::Order(keys) => self.order(&keys),
            Edit::Collection(mut collection) => {
                std::mem::swap(&mut self.collection, &mut collection);
                Ok(Edit::Collection(collection))
            }
            Edit::Particular { field, value } => {
                // The occasion may appear or disappear with the field, so the field alone would not restore it.
                let before = Box::new(self.collection.clone());
                field.set(&mut self.collection, value);
                Ok(Edit::Collection(before))
            }
            Edit::Look(look) => Ok(Edit::Look(std::mem::replace(&mut self.look, look))),
            Edit::Logo(logo) => Ok(Edit::Logo(std::mem::replace(&mut self.logo, logo))),
            Edit::Batch { name, edits } => self.batch(name, edits),
        }
    }

    fn splice(
        &mut self,
        at: usize,
        removed: Vec<Key>,
        inserted: Vec<Entry>,
    ) -> Result<Edit, EditError> {
        let range = at..at.saturating_add(removed.len());
        let there = self.messages.get(range.clone()).ok_or(EditError::NoPosition(at))?;
        if !there.iter().map(|entry| entry.key).eq(removed.iter().copied()) {
            return Err(EditError::Changed);
        }
        let gone: HashSet<Key> = removed.into_iter().collect();
        let others = self.messages.iter().map(|entry| entry.key);
        let mut taken: HashSet<Key> = others.filter(|key| !gone.contains(key)).collect();
        for Entry { key, .. } in &inserted {
            if !taken.insert(*key) {
                return Err(EditError::KeyTaken(*key));
            }
            self.next = self.next.max(key.0.saturating_add(1));
        }
        let keys = inserted.iter().map(|entry| entry.key).collect();
        let before = self.messages.splice(range, inserted).collect();
        Ok(Edit::Splice { at, removed: keys, inserted: before })
    }

    fn order(&mut self, keys: &[Key]) -> Result<Edit, EditError> {
        let before = self.keys();
        let place: HashMap<Key, usize> =
            keys.iter().enumerate().map(|(at, key)| (*key, at)).collect();
        let is_complete = keys.len() == before.len()
            && place.len() == before.len()
            && before.iter().all(|key| place.contains_key(key));
        if !is_complete {
            return Err(EditError::Changed);
        }
        sort_by_key(&mut self.messages, |entry| place.get(&entry.key).copied());
        Ok(Edit::Order(before))
    }

    fn batch(&mut self, name: String, edits: Vec<Edit>) -> Result<Edit, EditError> {
        let mut back = Vec::with_capacity(edits.len());
        for edit in edits {
            match self.apply(edit) {
                Ok(inverse) => back.push(inverse),
                Err(error) => {
                    for inverse in back.into_iter().rev() {
                        self.apply(inverse)?;
                    }
                    return Err(error);
                }
            }
        }
        back.reverse();
        Ok(Edit::Batch { name, edits: back })
    }

    /// The position of a message. A batch goes through the messages forwards or backwards, so the neighbours of
    /// the last one found are tried first: no batch takes quadratic time.
    fn locate(&mut self, key: Key) -> Result<usize, EditError> {
        let near = [self.last, self.last.saturating_add(1), self.last.saturating_sub(1)];
        let is_there = |at: &usize| self.messages.get(*at).is_some_and(|entry| entry.key == key);
        let found = near.into_iter().find(is_there).or_else(|| self.position(key));
        self.last = found.ok_or(EditError::NoMessage(key))?;
        Ok(self.last)
    }

    fn message_mut(&mut self, key: Key) -> Result<&mut RawMessage, EditError> {
        let at = self.locate(key)?;
        let entry = self.messages.get_mut(at).ok_or(EditError::NoMessage(key))?;
        Ok(&mut entry.message)
    }
}
