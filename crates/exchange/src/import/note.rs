//! The result of an import: messages, and notes on what has no place in them.

use std::fmt;

use solidarity_core::collection::raw::RawMessage;

/// The result of an import.
#[derive(Debug, Default)]
pub struct Import {
    /// The messages, in the order of the source.
    pub messages: Vec<Imported>,
    /// Notes on what has no place in them.
    pub notes: Vec<Note>,
}

/// A message, and where it came from.
#[derive(Debug)]
pub struct Imported {
    /// The message as in the file of messages; nothing in it has been checked.
    pub message: RawMessage,
    /// Where it begins.
    pub origin: Origin,
}

/// A line of a file: for a sheet the row, for a word processor document the paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The file, by the name of its source; with the name of the sheet if it has several:
    /// `answers.xlsx, sheet “Later”`.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

/// Something in the source that is not in the messages, or not as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Where it is.
    pub origin: Origin,
    /// What it is, and what became of it.
    pub text: String,
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}: {}", self.origin, self.text)
    }
}
