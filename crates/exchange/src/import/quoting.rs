//! The CSV dialect of a table: its delimiter, and where quotation marks are not closed.

use std::borrow::Cow;

use csv::{ReaderBuilder, StringRecord};

use crate::import::column_names::Names;

/// The delimiters of cells. Spreadsheets write semicolons where numbers have a decimal comma.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// The number of rows that are examined.
const ROWS: usize = 20;

/// How a table is written.
pub struct Dialect {
    /// The delimiter.
    pub delimiter: u8,
    /// Whether the first line names it, as for Excel: `sep=;`.
    pub is_said: bool,
    /// Whether a quotation mark within a cell is written as `\"` instead of two.
    pub backslashes: bool,
    /// Whether there are spaces before the quotation marks of cells.
    spaces: bool,
    /// Notes: a line, from 1, and the text.
    pub note: Option<(usize, String)>,
}

impl Dialect {
    /// The dialect of a table whose columns have some of these names.
    pub fn of(text: &str, names: &Names) -> Dialect {
        let said = said(text);
        let delimiter = said.unwrap_or_else(|| delimiter(text, names));
        let (backslashes, note) = backslashes(text, delimiter);
        let spaces = !backslashes
            && uneven(&without_spaces(text, delimiter), delimiter, None)
                < uneven(text, delimiter, None);
        Dialect { delimiter, is_said: said.is_some(), backslashes, spaces, note }
    }

    /// The table as the parser reads it, with every line in its place.
    pub fn readable<'a>(&self, text: &'a str) -> Cow<'a, str> {
        if self.spaces { without_spaces(text, self.delimiter).into() } else { text.into() }
    }
}

/// The delimiter that the first line names.
fn said(text: &str) -> Option<u8> {
    let line = text.lines().next()?.trim_matches('"').trim_end_matches(' ');
    let (name, delimiter) = line.split_at_checked(4)?;
    let delimiter = delimiter.trim_matches('"');
    match delimiter.as_bytes() {
        [delimiter] if name.eq_ignore_ascii_case("sep=") => Some(*delimiter),
        _ => None,
    }
}

/// The delimiter that yields the most column names in one row; failing that, the most cells in as many rows as
/// possible.
fn delimiter(text: &str, names: &Names) -> u8 {
    let fit = |delimiter: u8| {
        let rows = first_rows(text, delimiter, None);
        let counted = rows.iter().rev().map(|row| (names.count(row), row));
        let (known, header) = counted.max_by_key(|(known, _)| *known).unzip();
        let known = known.unwrap_or(0);
        let width = match header {
            Some(header) if known > 0 => header.len(),
            _ => usual(&rows),
        };
        (known, width, rows.iter().filter(|row| row.len() == width).count())
    };
    // Of equals, the last wins.
    DELIMITERS.into_iter().rev().max_by_key(|delimiter| fit(*delimiter)).unwrap_or(b',')
}

/// The most frequent number of cells in a row; of equals, the larger.
fn usual(rows: &[StringRecord]) -> usize {
    let count = |width: usize| rows.iter().filter(|row| row.len() == width).count();
    let widths = rows.iter().map(StringRecord::len);
    widths.max_by_key(|width| (count(*width) * width.min(&2), *width)).unwrap_or(0)
}

/// The first rows, split into cells with this delimiter.
pub fn first_rows(text: &str, delimiter: u8, escape: Option<u8>) -> Vec<StringRecord> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .escape(escape)
        .from_reader(text.as_bytes());
    reader.records().flatten().take(ROWS).collect()
}

/// The number of rows with more or fewer cells than the first.
fn uneven(text: &str, delimiter: u8, escape: Option<u8>) -> usize {
    let rows = first_rows(text, delimiter, escape);
    let width = rows.first().map_or(0, StringRecord::len);
    rows.iter().filter(|row| row.len() != width).count()
}

/// A table without spaces before the opening quotation marks of cells: people type them.
fn without_spaces(text: &str, delimiter: u8) -> String {
    let mut written = String::with_capacity(text.len());
    // The beginning of the cell, as long as it has only spaces.
    let mut start = Some(0);
    let mut quoted = false;
    for c in text.chars() {
        match (c, start) {
            ('"', Some(at)) if !quoted => {
                written.truncate(at);
                quoted = true;
            }
            // The second of two within a cell reopens it.
            ('"', _) if quoted => quoted = false,
            ('"', _) if written.ends_with('"') => quoted = true,
            _ => {}
        }
        written.push(c);
        let begins = !quoted && (c == '\n' || c == char::from(delimiter));
        let stays = c == ' ' && !quoted && start.is_some();
        start = if begins { Some(written.len()) } else { start.filter(|_| stays) };
    }
    written
}

/// Whether quotation marks are escaped with backslashes, as databases do, and a note on it. They are if only
/// then all rows have as many cells as the first, and a backslash has no other use.
fn backslashes(text: &str, delimiter: u8) -> (bool, Option<(usize, String)>) {
    let Some(first) = text.find("\\\"") else { return (false, None) };
    let only_so = text.match_indices('\\').all(|(at, _)| {
        let before = at.checked_sub(1).and_then(|at| text.as_bytes().get(at));
        let begins_cell = before.is_none_or(|before| [delimiter, b'\n'].contains(before));
        match text.as_bytes().get(at + 1) {
            Some(b'"' | b'\\' | b'\n') => true,
            // Nothing at all.
            Some(b'N') if begins_cell => true,
            _ => before == Some(&b'\\'),
        }
    });
    let without = uneven(text, delimiter, None);
    let with = uneven(text, delimiter, Some(b'\\'));
    if with >= without {
        return (false, None);
    }
    let line = 1 + text.get(..first).unwrap_or_default().matches('\n').count();
    let text = if only_so {
        "from here on a quotation mark is written as \\\" and not as two: it was read so."
    } else {
        "from here on a quotation mark is written as \\\", which is not understood, so rows may be \
         mixed up. Write it twice (\"\"), or export the table in another form."
    };
    (only_so, Some((line, text.to_owned())))
}

/// A cell that begins with a quotation mark and does not end with one: a mark within it is not doubled, or the
/// rows up to the next mark have become part of it.
#[derive(Debug, PartialEq, Eq)]
pub struct Unclosed {
    /// The line where the cell begins, from 1.
    pub line: usize,
    /// The line of the quotation mark that was taken for its end, if any.
    pub taken_for_end: Option<usize>,
}

/// The cells of a table with unclosed quotation marks, read as the csv crate reads them.
pub fn unclosed(text: &str, delimiter: u8) -> Vec<Unclosed> {
    #[derive(Clone, Copy)]
    enum State {
        Between,
        Plain,
        Quoted { line: usize },
        AtQuote { line: usize },
    }
    let mut found = Vec::new();
    let mut state = State::Between;
    let mut at_line = 1;
    for byte in text.bytes() {
        let ends_cell = byte == delimiter || matches!(byte, b'\n' | b'\r');
        state = match (state, byte) {
            (State::Between, b'"') => State::Quoted { line: at_line },
            // Two of them are one in the text.
            (State::AtQuote { line }, b'"') => State::Quoted { line },
            (State::Quoted { line }, b'"') => State::AtQuote { line },
            (State::Quoted { line }, _) => State::Quoted { line },
            (State::AtQuote { line }, b' ') => State::AtQuote { line },
            (State::AtQuote { line }, _) if !ends_cell => {
                found.push(Unclosed { line, taken_for_end: Some(at_line) });
                State::Plain
            }
            _ if ends_cell => State::Between,
            _ => State::Plain,
        };
        at_line += usize::from(byte == b'\n');
    }
    if let State::Quoted { line } = state {
        found.push(Unclosed { line, taken_for_end: None });
    }
    found
}
