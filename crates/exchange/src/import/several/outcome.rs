//! What became of several sources.

use std::fmt;

use serde_json::value::RawValue;

use crate::counted::counted;
use crate::import::error::ImportError;
use crate::import::note::{Imported, Note};
use crate::source::Source;

/// The result of importing several sources.
#[derive(Debug, Default)]
pub struct Gathered {
    /// The messages, in the order of the sources, each with an id of its own.
    pub messages: Vec<Imported>,
    /// Notes on what has no place in them.
    pub notes: Vec<Note>,
    /// What became of each source, and of each file in an archive.
    pub outcomes: Vec<Outcome>,
    /// The object `collection` of the first file of messages, not checked.
    pub collection: Option<Box<RawValue>>,
    /// The colours of an earlier site, in the form of a `theme.css`; not checked.
    pub theme: Option<String>,
    /// The files of an earlier collection, by their names relative to its messages: its logo, and the icon of
    /// its site.
    pub files: Vec<Source>,
}

impl Gathered {
    /// The sources that could not be read, with the reasons.
    pub fn refused(&self) -> impl Iterator<Item = &ImportError> {
        self.outcomes.iter().filter_map(|outcome| match &outcome.became {
            Became::Refused(error) => Some(error),
            _ => None,
        })
    }
}

/// A source, and what became of it. It is displayed as a sentence that begins with its name.
#[derive(Debug)]
pub struct Outcome {
    /// The name of the source; for a file in an archive, with the name of the archive: `letters.zip/one.txt`.
    pub name: String,
    /// What became of it.
    pub became: Became,
}

/// What a source became.
#[derive(Debug)]
pub enum Became {
    /// This many messages.
    Messages(usize),
    /// An archive with this many files, each with an outcome of its own.
    Files(usize),
    /// An archive or a folder with a site that this program made: its file of messages was read, but not its
    /// pages.
    Site,
    /// A part of an earlier collection other than its messages.
    Part(&'static str),
    /// Nothing, because the system or an editor made the file for itself.
    ByTheWay,
    /// Nothing; the text says what it is, and why it is not imported.
    PassedOver(String),
    /// Nothing, because it could not be read.
    Refused(ImportError),
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let name = &self.name;
        match &self.became {
            Became::Messages(count) => write!(f, "{name}: {}.", counted(*count, "message")),
            Became::Files(count) => write!(f, "{name}: an archive of {}.", counted(*count, "file")),
            Became::Site => {
                write!(
                    f,
                    "{name}: a site that this program made. Its messages.json was read, and not its pages."
                )
            }
            Became::Part(what) => write!(f, "{name}: taken as {what}."),
            Became::ByTheWay => {
                write!(
                    f,
                    "{name}: a hidden or temporary file of the system or an editor, which was not read."
                )
            }
            Became::PassedOver(text) => write!(f, "{name}: {text}"),
            Became::Refused(error) => error.fmt(f),
        }
    }
}
