//! The requests of the page to the publishing worker, and its answers.

use serde::{Deserialize, Serialize};

use crate::look::Look;

/// How a site is to be published.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub struct PublishOptions {
    /// Its colours.
    pub look: Look,
    /// Whether messages with errors are left out. Without explicit consent, no site is published with some of
    /// them missing.
    pub leave_out_broken: bool,
    /// When the messages were last written, in seconds since 1 January 1970 (UTC).
    pub written: u64,
}

/// The progress of publishing.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Progress {
    /// The number of messages whose pages are complete.
    pub done: usize,
    /// The number of all messages.
    pub total: usize,
}

/// What was published.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Published {
    /// How many pages there are.
    pub pages: usize,
    /// Whether an address was set. Without one, what needs full addresses is left out, such as the feed.
    pub has_address: bool,
    /// How many messages were left out.
    pub left_out: usize,
    /// The writing systems without a font on this computer, by their English names: previews leave out texts in
    /// them.
    pub lacking: Vec<String>,
}
