//! What the page and its worker say to each other, as JSON.

use serde::{Deserialize, Serialize};
use solidarity_core::collection::raw::{RawCollection, RawMessage};

use crate::document::Origin;

/// Something to be looked at.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// Where it is in the data, such as `messages[3].senders[0].country`.
    pub path: String,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub cure: String,
    /// What was meant, perhaps, in place of the value.
    pub instead: Option<Instead>,
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub enum Severity {
    /// The message, or the whole collection, cannot be shown.
    Error,
    /// It can; somebody should look at it all the same.
    Warning,
}

/// What somebody may have meant.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Instead {
    /// What to write.
    pub value: String,
    /// What that is, where it is a code.
    pub meaning: Option<String>,
}

/// What sources became.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Imported {
    /// The messages, and where each came from.
    pub messages: Vec<(RawMessage, Origin)>,
    /// What has no place in them, and where it stands.
    pub notes: Vec<(Origin, String)>,
    /// What each source became.
    pub outcomes: Vec<Outcome>,
    /// The tables among the sources.
    pub tables: Vec<Table>,
    /// What the messages have in common, if a source says so.
    pub collection: Option<RawCollection>,
    /// The colours of an earlier site, as a `theme.css` sets them.
    pub theme: Option<String>,
}

/// What a source became.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Outcome {
    /// The name of the source.
    pub name: String,
    /// How many messages were read in it.
    pub messages: usize,
    /// Whether it could not be read.
    pub is_refused: bool,
    /// What became of it beside messages; empty if there is nothing to say.
    pub text: String,
}

/// A table, as far as somebody has to see of it to say what its columns are.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct Table {
    /// The name of the source.
    pub file: String,
    /// Its columns.
    pub columns: Vec<Column>,
}

/// A column of a table.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct Column {
    /// Its name in the table.
    pub name: String,
    /// The field that it is taken as, such as `sender` or `signature 2`; `None` if it is not published.
    pub field: Option<String>,
    /// What is in it in the first rows.
    pub examples: Vec<String>,
}

/// A page of the site.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct PreviewPage {
    /// What stands in the element of the page.
    pub html: String,
    /// Its language, as a BCP 47 tag.
    pub lang: String,
    /// Its direction: `ltr` or `rtl`.
    pub dir: String,
    /// Its title.
    pub title: String,
}

/// How a site is to be published.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub struct PublishOptions {
    /// The full address of the home page, if it is known.
    pub url: Option<String>,
    /// The whole `theme.css`, as [`Look::theme_css`](crate::look::Look::theme_css) writes it.
    pub theme: String,
    /// Whether pictures for previews are painted.
    pub pictures: bool,
    /// When the messages were last written, in seconds since 1 January 1970 (UTC).
    pub written: u64,
}

/// How far the publishing is.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Progress {
    /// The files that are written.
    pub done: usize,
    /// The files in all.
    pub total: usize,
    /// The path of the last one.
    pub path: String,
}
