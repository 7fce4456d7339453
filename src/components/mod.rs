//! The parts that pages are made of, in folders. None of them parses, sorts or searches.
//!
//! All others build on `shell`. `search` and `message` use only that, `map` also uses `search`, and
//! `grid` uses all of them.

pub mod grid;
pub mod map;
pub mod message;
pub mod search;
pub mod shell;

/// Ids of elements that other parts of a page link to.
pub mod ids {
    /// The section for passing a message on.
    pub const PASS_ON: &str = "pass-on";
    /// The results.
    pub const RESULTS: &str = "results";
    /// The search box.
    pub const SEARCH_BOX: &str = "search";
}
