//! A part that is removed from a text.

use crate::import::markdown::remarks::source::Source;

/// A part that is removed.
pub struct Found {
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The note on it; `None` for marks that are counted.
    pub note: Option<String>,
    /// Whether an adjacent space is removed with it.
    pub spaced: bool,
}

impl Found {
    /// A remark with its words.
    pub fn remark(source: &Source, start: usize, end: usize) -> Found {
        let words = source.words(start, end);
        let note = Some(format!("this is a remark, and was left out: {words}"));
        Found { start, end, note, spaced: true }
    }

    /// A remark that is never closed.
    pub fn unclosed(source: &Source, start: usize, end: usize, mark: &str) -> Found {
        let to = if source.rest(end).trim().is_empty() { "text" } else { "paragraph" };
        let words = source.words(start, end);
        let note = format!(
            "this remark is not closed (“{mark}” is missing), so everything from here to the end of the \
             {to} was left out: {words}"
        );
        Found { start, end, note: Some(note), spaced: true }
    }

    /// A command for a program.
    pub fn shortcode(source: &Source, start: usize, end: usize) -> Found {
        let words = source.words(start, end);
        let note = Some(format!("this is a shortcode, and was left out: {words}"));
        Found { start, end, note, spaced: true }
    }
}
