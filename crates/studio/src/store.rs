//! Documents in the form in which the browser stores them.

use std::collections::{BTreeSet, HashSet};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use solidarity_core::collection::raw::RawCollection;
use thiserror::Error;

use crate::document::{Document, Entry, Key, Logo, blank};

/// The version of the format. Raise it with every change that this version could not read, and add a migration
/// from the previous version.
const FORMAT: u32 = 1;

/// A document that was stored.
#[derive(Clone, Debug)]
pub struct Restored {
    /// The document.
    pub document: Document,
    /// What could not be read and is not in it.
    pub damaged: Vec<Damaged>,
}

/// A part of a stored document that could not be read.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Damaged {
    /// Which part.
    pub part: Part,
    /// What was stored, verbatim.
    pub text: String,
}

/// A part of a stored document.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Part {
    /// What the messages have in common.
    Collection,
    /// The colours.
    Look,
    /// The logo.
    Logo,
    /// The ids that are published.
    Published,
    /// The message at this position, from 0.
    Message(usize),
}

/// Why a document cannot be restored.
#[derive(Clone, Debug, Error, Eq, PartialEq)]
pub enum RestoreError {
    /// It was stored by a later version of the studio.
    #[error(
        "A later version of the studio has stored these messages. Reload the page to get that version; if it \
         stays the same, open the studio where you last worked on them."
    )]
    Newer {
        /// The version of the format.
        format: u32,
    },
    /// It is not what the studio stores.
    #[error("This is not a document of the studio: {0}. Open a copy, or an earlier version.")]
    Unreadable(String),
}

#[derive(Deserialize)]
struct Version {
    format: u32,
}

#[derive(Deserialize, Serialize)]
struct Stored<C, L, O, P, M> {
    format: u32,
    collection: C,
    look: L,
    #[serde(default = "Option::default", skip_serializing_if = "Option::is_none")]
    logo: Option<O>,
    published: P,
    messages: Vec<M>,
}

impl Document {
    /// What to store: everything but the bytes of the logo.
    ///
    /// # Errors
    /// None in practice: all keys are strings.
    pub fn stored(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(&Stored {
            format: FORMAT,
            collection: &self.collection,
            look: &self.look,
            logo: self.logo.as_ref(),
            published: &self.published,
            messages: self.messages.iter().collect(),
        })
    }

    /// Reads what was stored. A part that is damaged is left out and handed back; the others are restored.
    ///
    /// # Errors
    /// When it is from a later version, or cannot be read at all.
    pub fn restore(text: &str) -> Result<Restored, RestoreError> {
        let unreadable = |error: serde_json::Error| RestoreError::Unreadable(error.to_string());
        let Version { format } = serde_json::from_str(text).map_err(unreadable)?;
        if format > FORMAT {
            return Err(RestoreError::Newer { format });
        }
        type Parts<'a> = Stored<Raw<'a>, Raw<'a>, Raw<'a>, Raw<'a>, Raw<'a>>;
        let stored: Parts = serde_json::from_str(text).map_err(unreadable)?;
        let mut damaged = Vec::new();
        let collection = read::<RawCollection>(stored.collection, Part::Collection, &mut damaged);
        let mut document =
            Document::new(collection.unwrap_or_else(|| blank(String::new(), String::new())));
        document.look = read(stored.look, Part::Look, &mut damaged).unwrap_or_default();
        document.logo = stored.logo.and_then(|logo| read::<Logo>(logo, Part::Logo, &mut damaged));
        let published = read::<BTreeSet<String>>(stored.published, Part::Published, &mut damaged);
        document.published = published.unwrap_or_default();
        for (at, message) in stored.messages.into_iter().enumerate() {
            document.messages.extend(read::<Entry>(message, Part::Message(at), &mut damaged));
        }
        document.distinguish();
        Ok(Restored { document, damaged })
    }

    /// Checks that all keys differ, and that free ones remain: a key that no document can reach is damage.
    fn distinguish(&mut self) {
        const LAST: u32 = u32::MAX / 2;
        let keys = self.messages.iter().map(|entry| entry.key.0).filter(|key| *key <= LAST);
        self.next = keys.max().map_or(0, |key| key + 1);
        let mut seen = HashSet::new();
        for entry in &mut self.messages {
            if entry.key.0 > LAST || !seen.insert(entry.key) {
                entry.key = Key(self.next);
                self.next += 1;
            }
        }
    }
}

type Raw<'a> = &'a RawValue;

fn read<T: DeserializeOwned>(raw: &RawValue, part: Part, damaged: &mut Vec<Damaged>) -> Option<T> {
    let read = serde_json::from_str(raw.get());
    if read.is_err() {
        damaged.push(Damaged { part, text: raw.get().to_owned() });
    }
    read.ok()
}
