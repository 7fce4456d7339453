//! What the page wants of the worker that publishes, and what that has to say, as data.

use serde::{Deserialize, Serialize};

use crate::look::Look;

/// How a site is to be published.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
pub struct PublishOptions {
    /// Its colours.
    pub look: Look,
    /// Whether messages with errors are left out. Nobody means to publish a site with some of them missing,
    /// unless they say so.
    pub leave_out_broken: bool,
    /// When the messages were last written, in seconds since 1 January 1970 (UTC).
    pub written: u64,
}

/// How far the publishing is.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Progress {
    /// The messages whose pages are made.
    pub done: usize,
    /// The messages in all.
    pub total: usize,
}

/// What was published.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Published {
    /// How many pages there are.
    pub pages: usize,
    /// Whether an address was set. Without one, whatever needs full addresses is left out, such as the feed.
    pub has_address: bool,
    /// How many messages were left out.
    pub left_out: usize,
    /// The writing systems, by their English names, that the computer has no font for: previews leave out the
    /// texts in them.
    pub lacking: Vec<String>,
}
