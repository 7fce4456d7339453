//! What a check finds.

use std::ops::Range;

use solidarity_core::collection::{Collection, Problem};

/// Something in a file of messages that needs attention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Whether the message cannot be shown.
    pub severity: Severity,
    /// The byte range of the value in the file.
    pub range: Range<usize>,
    /// Where it is in the data, such as `messages[3].senders[0].country`.
    pub path: String,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub cure: String,
    /// What was probably meant instead of the value.
    pub instead: Option<Instead>,
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The message, or the whole collection, cannot be shown.
    Error,
    /// It can be shown, but somebody should look at it.
    Warning,
}

/// What was probably meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Instead {
    /// What to write.
    pub value: String,
    /// What it means, if it is a code.
    pub meaning: Option<String>,
}

/// The result of checking a file.
#[derive(Debug)]
pub struct Checked {
    /// Errors first, then warnings, each in the order of the file.
    pub findings: Vec<Finding>,
    /// The collection, unless none of it can be shown.
    pub collection: Option<Collection>,
    /// What the parser finds wrong.
    pub problems: Vec<Problem>,
}

impl Checked {
    /// How many messages can be shown.
    pub fn messages(&self) -> usize {
        self.collection.as_ref().map_or(0, |collection| collection.messages.len())
    }

    /// How many findings are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }
}
