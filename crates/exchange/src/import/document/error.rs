//! Why a document cannot be read.

use thiserror::Error;

use crate::import::archive::ArchiveError;

/// The parts of a text may not be nested deeper than this.
pub const DEEPEST: usize = 200;

/// Why a document cannot be read, as a sentence with the cure.
#[derive(Debug, Error)]
pub enum DocumentError {
    /// The archive that it is cannot be read.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    /// A part of it is not as it should be.
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
        "its parts lie more than {DEEPEST} deep in each other, as in no text. Copy the text into a new document."
    )]
    TooDeep,
}
