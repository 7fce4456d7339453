//! The parts that pages are made of, in rooms. None of them parses, sorts or searches.
//!
//! `shell` is what all others build on; `search` and `message` build on it, `map` on `search`, and `grid`
//! on all of these.

pub mod grid;
pub mod map;
pub mod message;
pub mod search;
pub mod shell;

/// Ids of elements that other parts of a page lead to.
pub mod ids {
    /// The section that passes a message on.
    pub const PASS_ON: &str = "pass-on";
    /// The results.
    pub const RESULTS: &str = "results";
    /// The search box.
    pub const SEARCH_BOX: &str = "search";
}
