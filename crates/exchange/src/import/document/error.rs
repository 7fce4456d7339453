//! Why a document cannot be read.

use thiserror::Error;

use crate::import::archive::ArchiveError;

/// The parts of a text may not be nested deeper than this.
pub const DEEPEST: usize = 200;

/// Why a document cannot be read, as a sentence that says what to do.
#[derive(Debug, Error)]
pub enum DocumentError {
    /// Its archive cannot be read.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    /// A part is not valid XML.
    #[error(
        "the document is damaged ({0}). Open it in Word or LibreOffice, and save it again as .docx."
    )]
    Xml(#[from] roxmltree::Error),
    /// A part of it is not in UTF-8.
    #[error(
        "the document is not in UTF-8. Open it in Word or LibreOffice, and save it again as .docx."
    )]
    NotUtf8(#[from] std::string::FromUtf8Error),
    /// Its parts are nested deeper than [`DEEPEST`].
    #[error(
        "its parts are nested more than {DEEPEST} levels deep. Copy the text into a new document."
    )]
    TooDeep,
}
