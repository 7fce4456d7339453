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

/// What files became.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Imported {
    /// The messages, and where each came from.
    pub messages: Vec<(RawMessage, Origin)>,
    /// What has no place in them, and where it stands.
    pub notes: Vec<(Origin, String)>,
    /// What the messages have in common, if a source says so.
    pub collection: Option<RawCollection>,
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
