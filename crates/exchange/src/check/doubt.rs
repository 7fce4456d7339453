//! What may be wrong with a message.

use crate::check::finding::Instead;

/// Something about a message that only a person can judge.
pub struct Doubt {
    /// The path within the message.
    pub path: String,
    /// The character it is about, if it is about one.
    pub mark: Option<char>,
    /// What it is.
    pub what: String,
    /// What to do.
    pub cure: &'static str,
    /// What was probably meant.
    pub instead: Option<Instead>,
}

impl Doubt {
    /// A doubt about a value as a whole.
    pub fn of(path: &str, what: String, cure: &'static str) -> Doubt {
        Doubt { path: path.to_owned(), mark: None, what, cure, instead: None }
    }
}
