//! Senders, names, signatures and paragraphs: adding, removing and moving them.

use serde::{Deserialize, Serialize};
use solidarity_core::collection::raw::{RawMessage, RawSender, RawSignature, RawText};

use crate::document::{Document, Key};
use crate::edit::{Edit, EditError};
use crate::field::{Field, SenderField, SignatureField};

/// A list in a message.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum List {
    /// The senders.
    Senders,
    /// The names of the sender with this number, from 0.
    Names(usize),
    /// The signatures.
    Signatures,
    /// The paragraphs.
    Paragraphs,
}

impl Document {
    /// Inserts an empty element at a position of a list, from 0.
    ///
    /// # Errors
    /// When the message is not there, or its list has no such position.
    pub fn add(&self, key: Key, list: List, at: usize) -> Result<Edit, EditError> {
        self.changed(key, ["add a ", list.element(), " to "], |message| {
            match list {
                List::Senders => insert(Some(&mut message.senders), at, empty_sender()),
                List::Names(sender) => insert(names(message, sender), at, empty_text()),
                List::Signatures => {
                    let signature = RawSignature { name: String::new(), role: None };
                    insert(Some(&mut message.signatures), at, signature)
                }
                List::Paragraphs => insert(Some(&mut message.body), at, empty_text()),
            }
            .ok_or(EditError::NoField(list.field(at)))
        })
    }

    /// Removes an element of a list.
    ///
    /// # Errors
    /// When the message is not there, or its list has no such element.
    pub fn remove(&self, key: Key, list: List, at: usize) -> Result<Edit, EditError> {
        self.changed(key, ["remove a ", list.element(), " of "], |message| {
            match list {
                List::Senders => remove(Some(&mut message.senders), at),
                List::Names(sender) => remove(names(message, sender), at),
                List::Signatures => remove(Some(&mut message.signatures), at),
                List::Paragraphs => remove(Some(&mut message.body), at),
            }
            .ok_or(EditError::NoField(list.field(at)))
        })
    }

    /// Moves an element of a list to another position.
    ///
    /// # Errors
    /// When the message is not there, or its list has no such element or position.
    pub fn shift(&self, key: Key, list: List, at: usize, to: usize) -> Result<Edit, EditError> {
        self.changed(key, ["move a ", list.element(), " of "], |message| {
            match list {
                List::Senders => shift(Some(&mut message.senders), at, to),
                List::Names(sender) => shift(names(message, sender), at, to),
                List::Signatures => shift(Some(&mut message.signatures), at, to),
                List::Paragraphs => shift(Some(&mut message.body), at, to),
            }
            .ok_or(EditError::NoField(list.field(at.max(to))))
        })
    }

    /// The edit that replaces a message with a changed copy. Its name ends with that of the message.
    pub(crate) fn changed(
        &self,
        key: Key,
        name: [&str; 3],
        change: impl FnOnce(&mut RawMessage) -> Result<(), EditError>,
    ) -> Result<Edit, EditError> {
        let mut message = self.message(key).ok_or(EditError::NoMessage(key))?.clone();
        change(&mut message)?;
        let name = name.concat() + &self.short_name_of(key);
        Ok(Edit::Batch { name, edits: vec![Edit::Message { key, message }] })
    }
}

impl List {
    /// How many elements it has in a message.
    pub fn count(self, message: &RawMessage) -> usize {
        match self {
            List::Senders => message.senders.len(),
            List::Names(sender) => message.senders.get(sender).map_or(0, |it| it.names.len()),
            List::Signatures => message.signatures.len(),
            List::Paragraphs => message.body.len(),
        }
    }

    /// What one of its elements is called.
    pub fn element(self) -> &'static str {
        match self {
            List::Senders => "sender",
            List::Names(_) => "name",
            List::Signatures => "signature",
            List::Paragraphs => "paragraph",
        }
    }

    /// The first field of the element with this number, from 0.
    pub fn field(self, at: usize) -> Field {
        match self {
            List::Senders => Field::Sender(at, SenderField::Name(0)),
            List::Names(sender) => Field::Sender(sender, SenderField::Name(at)),
            List::Signatures => Field::Signature(at, SignatureField::Name),
            List::Paragraphs => Field::Paragraph(at),
        }
    }
}

/// A sender to be filled in.
pub(crate) fn empty_sender() -> RawSender {
    let names = vec![empty_text()];
    RawSender { names, acronym: None, country: None, region: None, heading: None }
}

fn empty_text() -> RawText {
    RawText::Plain(String::new())
}

fn names(message: &mut RawMessage, sender: usize) -> Option<&mut Vec<RawText>> {
    message.senders.get_mut(sender).map(|sender| &mut sender.names)
}

fn insert<T>(list: Option<&mut Vec<T>>, at: usize, element: T) -> Option<()> {
    let list = list.filter(|list| at <= list.len())?;
    list.insert(at, element);
    Some(())
}

fn remove<T>(list: Option<&mut Vec<T>>, at: usize) -> Option<()> {
    let list = list.filter(|list| at < list.len())?;
    list.remove(at);
    Some(())
}

fn shift<T>(list: Option<&mut Vec<T>>, at: usize, to: usize) -> Option<()> {
    let part = list?.get_mut(at.min(to)..=at.max(to))?;
    if at < to {
        part.rotate_left(1)
    } else {
        part.rotate_right(1)
    }
    Some(())
}
