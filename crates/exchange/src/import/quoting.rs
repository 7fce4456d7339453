//! Which characters of a table part its cells, and where its quotation marks do not close.

/// The character between cells: what the first row has most of outside of quotation marks.
/// Spreadsheets write semicolons where the comma is in numbers.
pub fn delimiter(text: &str) -> u8 {
    let outside = outside_of_quotes(text);
    let count = |delimiter: &u8| outside.iter().filter(|byte| *byte == delimiter).count();
    // Of equal ones the last is taken.
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

/// A cell that begins with a quotation mark and goes on into other lines, but does not end where a
/// cell ends: the rows in between have become part of it.
#[derive(Debug, PartialEq, Eq)]
pub struct Unclosed {
    /// The line that the cell begins in, from 1.
    pub line: usize,
    /// The line of the quotation mark that was taken for its end, if there is one.
    pub taken_for_end: Option<usize>,
}

/// The cells of a table whose quotation marks do not close, read as the csv crate reads them.
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
            // Two of them are one that is part of the text.
            (State::AtQuote { line }, b'"') => State::Quoted { line },
            (State::Quoted { line }, b'"') => State::AtQuote { line },
            (State::Quoted { line }, _) => State::Quoted { line },
            (State::AtQuote { line }, b' ') => State::AtQuote { line },
            (State::AtQuote { line }, _) if !ends_cell => {
                if line < at_line {
                    found.push(Unclosed { line, taken_for_end: Some(at_line) });
                }
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

/// The bytes of the first row that are in no quoted cell.
fn outside_of_quotes(text: &str) -> Vec<u8> {
    let mut outside = Vec::new();
    let mut quoted = false;
    for byte in text.trim_start_matches(['\n', '\r']).bytes() {
        let begins_cell = outside.last().is_none_or(|last| b"\t;,".contains(last));
        match byte {
            b'"' if quoted || begins_cell => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            _ if !quoted => outside.push(byte),
            _ => {}
        }
    }
    outside
}
