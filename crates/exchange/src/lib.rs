//! Messages from what people have (spreadsheets, folders of texts, exports of WordPress) and back.
//!
//! No letter is changed and no paragraph is lost: what has no place in a message, or cannot be shown, is
//! named in a [`Note`], by file and line.

pub mod check;
mod columns;
mod country;
pub mod country_names;
mod csv_file;
mod dataset;
mod export;
mod folder;
mod front_matter;
mod html;
mod ids;
mod languages;
mod markdown;
mod marked;
mod plain;
mod quoting;
mod similar;
mod unshown;
mod wordpress;

use std::path::{Path, PathBuf};
use std::{fmt, fs};

use solidarity_core::collection::raw::RawMessage;
use thiserror::Error;

pub use columns::Columns;
pub use dataset::Dataset;
pub use export::{ExportError, export, to_csv, to_folder};
pub use ids::id_of;
pub use languages::nearest_language;
pub use unshown::windows_1252;

/// What was read.
#[derive(Debug, Default)]
pub struct Import {
    /// The messages, in the order of the source.
    pub messages: Vec<Imported>,
    /// What has no place in them.
    pub notes: Vec<Note>,
}

/// A message, and where it came from.
#[derive(Debug)]
pub struct Imported {
    /// The message as the file of messages will have it; nothing in it has been checked.
    pub message: RawMessage,
    /// Where it begins.
    pub origin: Origin,
}

/// A line of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The file.
    pub file: PathBuf,
    /// The line, from 1.
    pub line: usize,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}:{}", self.file.display(), self.line)
    }
}

/// Something in the source that is not in the messages, or not as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Where it stands.
    pub origin: Origin,
    /// What it is, and what became of it.
    pub text: String,
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}: {}", self.origin, self.text)
    }
}

/// Why a source cannot be read at all.
#[derive(Debug, Error)]
pub enum ImportError {
    /// A file or folder cannot be read.
    #[error("cannot read {}: {source}", path.display())]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// A file is in another encoding.
    #[error(
        "{origin}: the letters from here on are not UTF-8. Save it again as “CSV UTF-8”, or as text \
         in UTF-8."
    )]
    NotUtf8 {
        /// The line with the first letter that is not.
        origin: Origin,
    },
    /// A table that cannot be taken apart.
    #[error("{origin}: {detail}")]
    Csv {
        /// The line.
        origin: Origin,
        /// What the parser met.
        detail: String,
    },
    /// A table without a column for the texts.
    #[error(
        "{origin}: no column is called “message”. The columns are {columns}. Rename one, or say which \
         it is: --column \"{example}=message\"."
    )]
    NoMessageColumn {
        /// The line with the names of the columns.
        origin: Origin,
        /// The names of the columns, in quotation marks.
        columns: String,
        /// One of them.
        example: String,
    },
    /// Somebody says what a column stands for that is not there.
    #[error("{origin}: no column is called “{name}”. The columns are {columns}.")]
    NoSuchColumn {
        /// The line with the names of the columns.
        origin: Origin,
        /// The name that was given.
        name: String,
        /// The names of the columns, in quotation marks.
        columns: String,
    },
    /// Somebody says that a column stands for what is no field.
    #[error(
        "“{name}” is nothing that a column can stand for. Write one of {fields}; with a number, as in \
         “sender 2”, for a further one; or “nothing”, to leave the column out."
    )]
    NoSuchField {
        /// The name that was given.
        name: String,
        /// The names of the fields.
        fields: String,
    },
    /// Columns were named, and there is no table.
    #[error("{}: this is no table: --column is for .csv files", .0.display())]
    NoColumns(PathBuf),
    /// An export that is not XML.
    #[error("{origin}: this is not an export of WordPress: {detail}")]
    Xml {
        /// The line.
        origin: Origin,
        /// What the parser met.
        detail: String,
    },
    /// A file of a kind that is not known.
    #[error(
        "{}: give a .csv file, a folder of .md and .txt files, or an export of WordPress (.xml){cure}",
        path.display()
    )]
    UnknownKind {
        /// The file.
        path: PathBuf,
        /// What to do with one of its kind, if that is known.
        cure: String,
    },
    /// A source without messages.
    #[error("{}: there are no messages in it", .0.display())]
    Empty(PathBuf),
}

/// Reads messages from a CSV file, a folder of Markdown and plain text, or an export of WordPress.
///
/// # Errors
/// When the source cannot be read as a whole. What cannot be placed is a [`Note`].
pub fn import(source: &Path, columns: &Columns) -> Result<Import, ImportError> {
    let extension = source.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let mut import = match extension.as_str() {
        _ if source.is_dir() => {
            without(columns, source)?;
            folder::read(source)?
        }
        "csv" | "tsv" => csv_file::read(source, &text_of(source)?, columns)?,
        "xml" | "wxr" => {
            without(columns, source)?;
            wordpress::read(source, &text_of(source)?)?
        }
        other => {
            let cure = folder::cure(other).map(|cure| format!(". {cure}")).unwrap_or_default();
            return Err(ImportError::UnknownKind { path: source.to_owned(), cure });
        }
    };
    if import.messages.is_empty() {
        return Err(ImportError::Empty(source.to_owned()));
    }
    unshown::take_out(&mut import);
    ids::complete(&mut import, ids::of_sender);
    Ok(import)
}

/// Sees that no columns are named for a source that has none.
fn without(columns: &Columns, source: &Path) -> Result<(), ImportError> {
    if columns.is_empty() { Ok(()) } else { Err(ImportError::NoColumns(source.to_owned())) }
}

/// The text of a file, without the mark that some programs put before it, its lines ended by `\n`.
fn text_of(path: &Path) -> Result<String, ImportError> {
    let bytes =
        fs::read(path).map_err(|source| ImportError::Read { path: path.to_owned(), source })?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let sound = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
        let line = 1 + sound.iter().filter(|byte| **byte == b'\n').count();
        ImportError::NotUtf8 { origin: Origin { file: path.to_owned(), line } }
    })?;
    Ok(without_mark(&text).replace("\r\n", "\n"))
}

/// A text without the mark (U+FEFF) that some programs put before what they save in UTF-8.
pub fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// A number of things: `1 row`, `2 rows`.
pub fn counted(number: usize, what: &str) -> String {
    match number {
        1 => format!("1 {what}"),
        _ => format!("{number} {what}s"),
    }
}

/// The line that a byte of a text is in, from 1.
fn line_of(text: &str, at: usize) -> usize {
    1 + text.get(..at).unwrap_or(text).matches('\n').count()
}
