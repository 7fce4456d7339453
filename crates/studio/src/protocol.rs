//! The messages between the page of the studio and its worker.
//!
//! The worker imports, checks and publishes with crates that the page does not contain; their results are
//! transferred in these types. Each mirrors one of theirs, and is serialised by `serde`.

use serde::{Deserialize, Serialize};
use solidarity_core::collection::raw::{RawCollection, RawMessage};

use crate::document::Origin;

/// Something in the messages that needs attention, as the checker reports it.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Finding {
    /// Whether the message cannot be shown.
    pub severity: Severity,
    /// Where it is in the data, such as `messages[3].senders[0].country`; see [`Place::of`](crate::Place::of).
    pub path: String,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub cure: String,
    /// What was probably meant instead of the value.
    pub instead: Option<Instead>,
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// The message, or the whole collection, cannot be shown.
    Error,
    /// It can be shown, but somebody should look at it.
    Warning,
}

/// What was probably meant.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Instead {
    /// What to write.
    pub value: String,
    /// What it means, if it is a code.
    pub meaning: Option<String>,
}

/// The result of reading the user's files.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct Imported {
    /// The messages with their origins, in the order of the files.
    pub messages: Vec<(RawMessage, Origin)>,
    /// Notes on what has no place in them.
    pub notes: Vec<Note>,
    /// What became of each file.
    pub outcomes: Vec<Outcome>,
    /// What the messages have in common, if one of the files says so.
    pub collection: Option<RawCollection>,
    /// The colours of an earlier site, in the form of a `theme.css`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// The tables among the files, so that users can match their columns.
    pub tables: Vec<Table>,
}

/// Something in a file that is not in the messages, or not as it was.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Note {
    /// Where it is.
    pub origin: Origin,
    /// What it is, and what became of it.
    pub text: String,
}

/// What became of a file.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Outcome {
    /// Its name.
    pub file: String,
    /// The number of messages in it, or why it could not be read.
    pub result: Result<usize, String>,
    /// What it became other than messages, such as the logo of the collection.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beside: Option<String>,
}

/// A table that was read.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Table {
    /// The name of its file.
    pub source: String,
    /// The name of its sheet, where the file has sheets.
    pub sheet: Option<String>,
    /// Its columns, in their order.
    pub columns: Vec<Column>,
}

/// A column of a table.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Column {
    /// Its header.
    pub header: String,
    /// The field that it was read as, by its column name; `None` if it was left out.
    pub field: Option<String>,
    /// The cells of its first rows.
    pub examples: Vec<String>,
}

/// A page of the site, as it will be.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct PreviewPage {
    /// The HTML of its content.
    pub html: String,
    /// The BCP 47 tag of its language.
    pub lang: String,
    /// `ltr` or `rtl`.
    pub dir: String,
    /// Its title.
    pub title: String,
}

/// What a chat shows for a link to a page of the site.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct LinkCard {
    /// The address of the site, if it is known.
    pub site: Option<String>,
    /// The title of the page.
    pub title: String,
    /// Its description.
    pub description: String,
}
