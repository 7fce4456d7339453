//! Why an import fails.

use thiserror::Error;

use crate::import::note::Origin;

/// What can be imported.
const KINDS: &str = if cfg!(feature = "documents") {
    "a table (.csv, .xlsx, .xls, .ods), a text (.md, .txt, .html, .docx, .odt), e-mails (.eml, .mbox), a WordPress \
     export (.xml), a messages.json, or a .zip of these"
} else {
    "a table (.csv), a text (.md, .txt, .html), a WordPress export (.xml) or a messages.json"
};

/// Why a source cannot be read at all.
#[derive(Debug, Error)]
pub enum ImportError {
    /// A file is in a character set that cannot be detected.
    #[error(
        "{origin}: from here on the file is not in UTF-8, and its character set cannot be \
         detected. Save it again as “CSV UTF-8”, or as plain text in UTF-8."
    )]
    NotUtf8 {
        /// The first line that is not in UTF-8.
        origin: Origin,
    },
    /// A file is not text.
    #[error("{}: {detail}", origin.file)]
    NotText {
        /// The file.
        origin: Origin,
        /// What it is, and what to do.
        detail: String,
    },
    /// A document or a workbook that cannot be read.
    #[error("{name}: {detail}")]
    Unreadable {
        /// The file.
        name: String,
        /// What it is, and what to do.
        detail: String,
    },
    /// A table that cannot be parsed.
    #[error("{origin}: the table cannot be read: {detail}. Save it again as “CSV UTF-8”.")]
    Csv {
        /// The line.
        origin: Origin,
        /// What the parser reports.
        detail: String,
    },
    /// A table without a column for the texts.
    #[error(
        "{origin}: there is no column called “message”. This line seems to name the columns: {columns}. \
         Rename one, or say which has the messages: --column \"{example}=message\". If this line is a \
         message already, put a row with the names of the columns above it."
    )]
    NoMessageColumn {
        /// The line with the names of the columns.
        origin: Origin,
        /// The names of the columns, in quotation marks.
        columns: String,
        /// One of them.
        example: String,
    },
    /// A table with each row in one cell.
    #[error(
        "{origin}: the names of all columns are in one cell: “{cell}”. Split this column into several in a \
         spreadsheet program (in Excel: Data, Text to Columns), and save the table again as “CSV UTF-8”."
    )]
    OneCell {
        /// The line with the names of the columns.
        origin: Origin,
        /// The cell.
        cell: String,
    },
    /// A table without names for its columns.
    #[error(
        "{origin}: no row names the columns. Put a row with their names above the others, such as \
         “sender”, “country” and “message”."
    )]
    NoHeader {
        /// The line that looks most like a header.
        origin: Origin,
    },
    /// A meaning is given for a column that does not exist.
    #[error(
        "{origin}: there is no column called “{name}”. The columns are {columns}. Use one of these names \
         in --column."
    )]
    NoSuchColumn {
        /// The line with the names of the columns.
        origin: Origin,
        /// The name that was given.
        name: String,
        /// The names of the columns, in quotation marks.
        columns: String,
    },
    /// A column is given a meaning that is not a field.
    #[error(
        "{origin}: a column cannot mean “{name}”. Use one of {fields}; add a number for another of the same kind, \
         as in “sender 2”; or write “nothing” to leave the column out."
    )]
    NoSuchField {
        /// The line with the names of the columns.
        origin: Origin,
        /// The name that was given.
        name: String,
        /// The names of the fields.
        fields: String,
    },
    /// Columns are named, but there is no table.
    #[error("{0}: this is not a table, and --column is only for tables: leave it out")]
    NoColumns(String),
    /// An export of WordPress that cannot be read.
    #[error("{origin}: {detail}")]
    Xml {
        /// The line.
        origin: Origin,
        /// What the parser reports.
        detail: String,
    },
    /// A file of messages that is not JSON.
    #[error(
        "{origin}: the file cannot be read from column {column} of this line on: {detail}. Correct it there, or save \
         it again with the program that it comes from."
    )]
    Json {
        /// The line.
        origin: Origin,
        /// The column in bytes, from 1.
        column: usize,
        /// What the parser reports.
        detail: String,
    },
    /// A JSON file that is not a file of messages.
    #[error(
        "{name}: this JSON file is not a file of messages, because it has no list “messages”{}. Give the messages.json \
         of a project or of a site.",
        if has.is_empty() { String::new() } else { format!(" (it has {has})") }
    )]
    OtherJson {
        /// The file.
        name: String,
        /// The names in it, in quotation marks.
        has: String,
    },
    /// An archive, or a file in one, that cannot be unpacked.
    #[error("{name}: {detail}")]
    Archive {
        /// The archive or the file.
        name: String,
        /// Why, and what to do.
        detail: String,
    },
    /// A file that is named like an e-mail, but is not one.
    #[error(
        "{0}: this is not an e-mail, because it does not begin with lines such as “From:” and “Subject:”. Save \
         it from the mail program again, as .eml or .mbox."
    )]
    NotMail(String),
    /// A kind of file that this program was compiled without support for.
    #[error("{name}: this program cannot read {what}. {cure}")]
    NotCompiled {
        /// The file.
        name: String,
        /// What it is.
        what: &'static str,
        /// What to do.
        cure: &'static str,
    },
    /// An unknown kind of file.
    #[error("{name}: this kind of file cannot be imported. Give {}.{cure}", KINDS)]
    UnknownKind {
        /// The file.
        name: String,
        /// What to do with this kind of file, if known.
        cure: String,
    },
    /// A folder or table without a message to publish.
    #[error("{source_name} contains no messages to import:\n{reasons}")]
    NothingTaken {
        /// The folder or table.
        source_name: String,
        /// Why nothing was imported, one reason per line.
        reasons: String,
    },
    /// A source without messages.
    #[error(
        "{0} contains no messages. Make sure that it is the right one, and that it was saved after the \
         messages were put in."
    )]
    Empty(String),
}
