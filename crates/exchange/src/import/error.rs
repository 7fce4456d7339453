//! Why nothing can be imported.

use thiserror::Error;

use crate::import::note::Origin;

/// Why a source cannot be read at all.
#[derive(Debug, Error)]
pub enum ImportError {
    /// A file is in another encoding.
    #[error(
        "{origin}: from here on the file is not in UTF-8. Save it again as “CSV UTF-8”, or as plain \
         text in UTF-8."
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
        "{origin}: there is no column called “message”. The columns are {columns}. Rename one, or say \
         which has the messages: --column \"{example}=message\"."
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
    #[error("{origin}: there is no column called “{name}”. The columns are {columns}.")]
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
        "a column cannot mean “{name}”. Use one of {fields}; add a number for another of the same kind, \
         as in “sender 2”; or write “nothing” to leave the column out."
    )]
    NoSuchField {
        /// The name that was given.
        name: String,
        /// The names of the fields.
        fields: String,
    },
    /// Columns were named, and there is no table.
    #[error("{0}: this is not a table, and --column is only for tables (.csv)")]
    NoColumns(String),
    /// An export that is not XML.
    #[error("{origin}: this is not a WordPress export: {detail}")]
    Xml {
        /// The line.
        origin: Origin,
        /// What the parser met.
        detail: String,
    },
    /// A file of a kind that is not known.
    #[error(
        "{name}: this kind of file cannot be imported. Give a .csv file, a folder of .md and .txt files, \
         or a WordPress export (.xml).{cure}"
    )]
    UnknownKind {
        /// The file.
        name: String,
        /// What to do with one of its kind, if that is known.
        cure: String,
    },
    /// A folder of which no file is a message to publish.
    #[error("{folder} contains no messages to import:\n{reasons}")]
    NothingTaken {
        /// The folder.
        folder: String,
        /// Why none of its files was taken in, a line for each.
        reasons: String,
    },
    /// A source without messages.
    #[error("{0} contains no messages")]
    Empty(String),
}
