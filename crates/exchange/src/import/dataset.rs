//! The file of messages that this program writes and publishes: an earlier collection.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;
use solidarity_core::collection::characters::{shown_in_json, unshown_in_json};
use solidarity_core::collection::raw::RawMessage;

use crate::import::error::ImportError;
use crate::import::note::{Import, Imported, Note, Origin};
use crate::lines::Lines;

/// The parts of the file.
const PARTS: [&str; 3] = ["$schema", "collection", "messages"];

/// At most this many names in another kind of file are listed.
const LISTED: usize = 8;

/// The content of a file.
#[derive(Debug)]
pub struct Earlier {
    /// The messages, and notes on those that could not be read.
    pub import: Import,
    /// The object `collection`, unparsed.
    pub collection: Option<Box<RawValue>>,
}

/// Reads a file. A malformed message does not affect the others.
///
/// # Errors
/// When it is not JSON, or is another kind of JSON.
pub fn read(name: &str, text: &str) -> Result<Earlier, ImportError> {
    #[derive(Deserialize)]
    struct File<'a> {
        #[serde(borrow)]
        collection: Option<&'a RawValue>,
        #[serde(borrow)]
        messages: Option<Vec<&'a RawValue>>,
    }
    let broken = |error: &serde_json::Error| ImportError::Json {
        origin: Origin { file: name.to_owned(), line: error.line().max(1) },
        column: error.column().max(1),
        detail: without_place(error),
    };
    serde_json::from_str::<IgnoredAny>(text).map_err(|error| broken(&error))?;
    let keys = serde_json::from_str::<BTreeMap<String, IgnoredAny>>(text).unwrap_or_default();
    let other = || ImportError::OtherJson { name: name.to_owned(), has: listed(keys.keys()) };
    let file: File = serde_json::from_str(text).map_err(|_| other())?;
    let Some(messages) = file.messages else { return Err(other()) };
    let lines = Lines::of(text);
    let line = |raw: &RawValue| lines.line(raw.get().as_ptr().addr() - text.as_ptr().addr());
    let origin = |line| Origin { file: name.to_owned(), line };
    let mut import = Import::default();
    let unknown: BTreeSet<_> = keys.keys().filter(|key| !PARTS.contains(&key.as_str())).collect();
    if !unknown.is_empty() {
        let text = format!("left out, because no file of messages has them: {}.", listed(unknown));
        import.notes.push(Note { origin: origin(1), text });
    }
    if file.collection.is_none() {
        let text = "the file does not say what its messages have in common: it has no object “collection”.";
        import.notes.push(Note { origin: origin(1), text: text.to_owned() });
    }
    for (at, raw) in messages.into_iter().enumerate() {
        let line = line(raw);
        match message(raw) {
            Ok(message) => {
                import.messages.push(Imported { message, origin: origin(line) });
            }
            Err(error) => {
                let text = format!(
                    "{} was not imported, because it has another form than messages have: {}.",
                    named(raw, at),
                    without_place(&error)
                );
                let line = line + error.line().saturating_sub(1);
                import.notes.push(Note { origin: origin(line), text });
            }
        }
    }
    Ok(Earlier { import, collection: file.collection.map(ToOwned::to_owned) })
}

/// Reads a message. Half a character, written as an escape, is replaced as everywhere.
fn message(raw: &RawValue) -> Result<RawMessage, serde_json::Error> {
    serde_json::from_str(raw.get()).or_else(|error| {
        let shown = shown_in_json(raw.get(), &unshown_in_json(raw.get()));
        serde_json::from_str(&shown).map_err(|_| error)
    })
}

/// What to call a message: its position, and its id if it has one.
fn named(raw: &RawValue, at: usize) -> String {
    #[derive(Deserialize)]
    struct Named {
        id: String,
    }
    match serde_json::from_str::<Named>(raw.get()) {
        Ok(Named { id }) => format!("message {} (“{id}”)", at + 1),
        Err(_) => format!("message {}", at + 1),
    }
}

/// The text of an error without the position, which the origin gives already.
fn without_place(error: &serde_json::Error) -> String {
    let said = error.to_string();
    said.rsplit_once(" at line ").map_or(said.clone(), |(what, _)| what.to_owned())
}

fn listed<'a>(names: impl IntoIterator<Item = &'a String>) -> String {
    let mut names = names.into_iter();
    let mut listed: Vec<_> = names.by_ref().take(LISTED).map(|name| format!("“{name}”")).collect();
    if names.next().is_some() {
        listed.push("…".to_owned());
    }
    listed.join(", ")
}
