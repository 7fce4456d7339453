//! The lines of a text, found once.

use std::ops::Range;

/// Where the lines of a text begin.
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// Finds the lines of a text.
    pub fn of(text: &'a str) -> Lines<'a> {
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        Lines { text, starts: std::iter::once(0).chain(ends).collect() }
    }

    /// The line, from 1, that a byte is in, the byte that it begins at, and its text.
    pub fn line(&self, at: usize) -> (usize, usize, &'a str) {
        let number = self.starts.partition_point(|start| *start <= at);
        let start = number.checked_sub(1).and_then(|before| self.starts.get(before));
        let start = start.copied().unwrap_or_default();
        let end = self.starts.get(number).copied().unwrap_or(self.text.len());
        let line = self.text.get(start..end).unwrap_or_default();
        (number, start, line.trim_end_matches(['\n', '\r']))
    }

    /// The spot at a line and a column, both from 1, the column in bytes.
    pub fn spot(&self, line: usize, column: usize) -> Range<usize> {
        let last = self.text.len();
        let start = line.checked_sub(1).and_then(|before| self.starts.get(before));
        let start = start.copied().unwrap_or(last) + column.saturating_sub(1);
        let start = self.text.floor_char_boundary(start);
        let rest = self.text.get(start..).unwrap_or_default();
        start..start + rest.chars().next().map_or(0, char::len_utf8)
    }
}
