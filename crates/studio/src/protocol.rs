//! What the page of the studio and its worker say to each other, as data.
//!
//! The worker imports, checks and publishes with crates that the page does not contain; what they find
//! crosses over in these types. Each mirrors one of theirs, and is written by `serde`.

use serde::{Deserialize, Serialize};
use solidarity_core::collection::raw::{RawCollection, RawMessage};

use crate::document::Origin;

/// Something to be looked at in the messages, as the checker finds it.
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
    /// What was meant, perhaps, in place of the value.
    pub instead: Option<Instead>,
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// The message, or the whole collection, cannot be shown.
    Error,
    /// It can; somebody should look at it all the same.
    Warning,
}

/// What somebody may have meant.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Instead {
    /// What to write.
    pub value: String,
    /// What that is, where it is a code.
    pub meaning: Option<String>,
}

/// What was read of the files that somebody has brought.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct Imported {
    /// The messages, each with where it begins, in the order of the files.
    pub messages: Vec<(RawMessage, Origin)>,
    /// What has no place in them.
    pub notes: Vec<Note>,
    /// What became of each file.
    pub outcomes: Vec<Outcome>,
    /// What the messages have in common, if one of the files says so.
    pub collection: Option<RawCollection>,
    /// The colours of an earlier site, as a `theme.css` sets them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// The tables among the files, for somebody to match their columns.
    pub tables: Vec<Table>,
}

/// Something in a file that is not in the messages, or not as it was.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Note {
    /// Where it stands.
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
    /// What it became beside messages, such as the logo of the collection.
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
    /// What stands at its head.
    pub header: String,
    /// The field that it was read as, by the name that columns have; `None` if it was left out.
    pub field: Option<String>,
    /// What stands in its first rows.
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

/// What a chat shows of a link to a page of the site.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct LinkCard {
    /// The address of the site, if it is known.
    pub site: Option<String>,
    /// The title of the page.
    pub title: String,
    /// Its description.
    pub description: String,
}
