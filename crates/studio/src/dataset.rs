//! The file of messages, `messages.json`, read and written.

use std::fmt;

use serde::Serialize;
use serde_json::value::RawValue;
use solidarity_core::collection::characters::{shown_in_json, unshown_in_json};
use solidarity_core::collection::raw::{RawCollection, RawDataset, RawMessage};
use thiserror::Error;

use crate::document::{Document, Entry, Key};

/// The path of the schema, relative to the file.
const SCHEMA: &str = "messages.schema.json";

/// What was read of a file of messages.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The document. Nothing in it has been checked.
    pub document: Document,
    /// The malformed messages, which are not in it.
    pub unread: Vec<Misshapen>,
}

/// A malformed part of the file.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Misshapen {
    /// Where it is in the data, such as `messages[3]`.
    pub path: String,
    /// The line of the error, from 1.
    pub line: usize,
    /// What is wrong, in the words of the parser.
    pub what: String,
    /// The part, verbatim.
    pub text: String,
}

impl fmt::Display for Misshapen {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "Line {}, {}: {}", self.line, self.path, self.what)
    }
}

/// Why a file of messages cannot be read.
#[derive(Clone, Debug, Error, Eq, PartialEq)]
pub enum DatasetError {
    /// It is not a file of messages.
    #[error("This is not a file of messages: line {line}, column {column}: {what}.")]
    Form {
        /// The line, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
        /// What is wrong, in the words of the parser.
        what: String,
    },
    /// Its object `collection` is malformed.
    #[error("{0}. Correct it in the file, and open it again.")]
    Collection(Misshapen),
}

impl Document {
    /// Reads a file of messages, without characters that cannot be shown. Malformed messages are left out and
    /// named; the others are read.
    ///
    /// # Errors
    /// When the file, or the collection in it, is malformed.
    pub fn read(text: &str) -> Result<Reading, DatasetError> {
        let text = shown_in_json(text, &unshown_in_json(text));
        let file: RawDataset = serde_json::from_str(&text).map_err(|error| DatasetError::Form {
            line: error.line(),
            column: error.column().max(1),
            what: detail(&error),
        })?;
        let collection: RawCollection = part(&text, "collection".to_owned(), file.collection)
            .map_err(DatasetError::Collection)?;
        let mut document = Document::new(collection);
        let mut unread = Vec::new();
        for (at, message) in file.messages.into_iter().enumerate() {
            match part::<RawMessage>(&text, ["messages[", &at.to_string(), "]"].concat(), message) {
                Ok(message) => {
                    let key = Key(document.next);
                    document.next = document.next.saturating_add(1);
                    document.messages.push(Entry { key, message, origin: None });
                }
                Err(misshapen) => unread.push(misshapen),
            }
        }
        Ok(Reading { document, unread })
    }

    /// Writes the file of messages.
    ///
    /// # Errors
    /// None in practice: all keys are strings.
    pub fn dataset(&self) -> Result<String, serde_json::Error> {
        let messages: Vec<_> = self.messages.iter().map(|entry| &entry.message).collect();
        file_of(&self.collection, &messages)
    }
}

/// Writes a file of messages.
pub(crate) fn file_of<M: Serialize>(
    collection: &RawCollection,
    messages: &[M],
) -> Result<String, serde_json::Error> {
    #[derive(Serialize)]
    struct File<'a, M> {
        #[serde(rename = "$schema")]
        schema: &'static str,
        collection: &'a RawCollection,
        messages: &'a [M],
    }
    let file = File { schema: SCHEMA, collection, messages };
    serde_json::to_string_pretty(&file).map(|text| text + "\n")
}

/// Reads a part of the file.
fn part<T: serde::de::DeserializeOwned>(
    file: &str,
    path: String,
    part: &RawValue,
) -> Result<T, Misshapen> {
    serde_json::from_str(part.get()).map_err(|error| {
        let start = part.get().as_ptr().addr().saturating_sub(file.as_ptr().addr());
        let before = file.get(..start).unwrap_or_default();
        let line = before.matches('\n').count() + error.line().max(1);
        Misshapen { path, line, what: detail(&error), text: part.get().to_owned() }
    })
}

/// The message of the parser, without the position, which counts from the beginning of the part.
fn detail(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.rsplit_once(" at line ").map_or(text.as_str(), |(what, _)| what).to_owned()
}
