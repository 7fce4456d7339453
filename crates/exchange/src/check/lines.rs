//! The lines of a file of messages, with their text.

use std::ops::Range;

use crate::lines::Lines as Index;

/// A text and where its lines begin.
pub struct Lines<'a> {
    text: &'a str,
    index: Index,
}

impl<'a> Lines<'a> {
    /// Finds the lines of a text.
    pub fn of(text: &'a str) -> Lines<'a> {
        Lines { text, index: Index::of(text) }
    }

    /// The line (from 1) that contains a byte, the byte at which it begins, and its text.
    pub fn line(&self, at: usize) -> (usize, usize, &'a str) {
        let number = self.index.line(at);
        let start = self.index.start(number).unwrap_or_default();
        let end = self.index.start(number + 1).unwrap_or(self.text.len());
        let line = self.text.get(start..end).unwrap_or_default();
        (number, start, line.trim_end_matches(['\n', '\r']))
    }

    /// The spot at a line and a column, both from 1, the column in bytes.
    pub fn spot(&self, line: usize, column: usize) -> Range<usize> {
        let start = self.index.start(line).unwrap_or(self.text.len());
        let start = self.text.floor_char_boundary(start + column.saturating_sub(1));
        let rest = self.text.get(start..).unwrap_or_default();
        start..start + rest.chars().next().map_or(0, char::len_utf8)
    }
}
