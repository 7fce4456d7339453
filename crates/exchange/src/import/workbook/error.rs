//! Why a workbook cannot be read.

use calamine::{OdsError, XlsError, XlsbError, XlsxError};
use thiserror::Error;

use crate::import::archive::ArchiveError;

/// Why a workbook cannot be read, as a sentence that says what to do.
#[derive(Debug, Error)]
pub enum WorkbookError {
    /// Its archive cannot be read.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    /// It is larger than any table of messages.
    #[error(transparent)]
    Limit(#[from] Limit),
    /// The file is damaged.
    #[error(
        "the workbook is damaged ({0}). Open it in a spreadsheet program, and save it again as an Excel \
         workbook (.xlsx), or as “CSV UTF-8”."
    )]
    Damaged(String),
}

/// What exceeds its limit.
#[derive(Clone, Copy, Debug, Error)]
pub enum Limit {
    /// Cells.
    #[error(
        "a sheet has more cells than any table of messages. Copy the rows with messages into a new sheet, \
         and save that."
    )]
    Cells,
    /// Text.
    #[error(
        "the workbook has more text than any table of messages. Copy the rows with messages into a new \
         one, and save that."
    )]
    Text,
}

macro_rules! from_calamine {
    ($($error:ident),*) => {$(
        impl From<$error> for WorkbookError {
            fn from(error: $error) -> WorkbookError {
                match error {
                    $error::Password => ArchiveError::Encrypted.into(),
                    error => WorkbookError::Damaged(error.to_string()),
                }
            }
        }
    )*};
}

from_calamine!(XlsxError, XlsbError, XlsError, OdsError);
