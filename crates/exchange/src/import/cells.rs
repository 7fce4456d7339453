//! Cells of tables, as spreadsheet programs write them.
//!
//! A cell that begins like a formula is written with an apostrophe before it, so that a spreadsheet takes it
//! for text (OWASP, “CSV Injection”): [`neutral`]. The import removes one apostrophe where what follows, apart
//! from further apostrophes and spaces, begins like a formula: [`read`]. So a text that really begins with `'=`
//! is written with one more, and every text survives unchanged.
//!
//! Excel writes a control character as `_x000D_`, and a typed `_x000D_` as `_x005F_x000D_` (ISO/IEC 29500-1,
//! §22.9.2.19, `ST_Xstring`).

use std::borrow::Cow;

/// What spreadsheets take for the beginning of a formula. The wide forms come from East Asian keyboards.
const FORMULA: &[char] = &['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// A cell as it was meant.
pub struct Cell<'a> {
    /// The text.
    pub text: Cow<'a, str>,
    /// Whether an apostrophe that kept it from being a formula was removed.
    pub was_neutral: bool,
    /// Whether escapes of Excel were replaced.
    pub was_escaped: bool,
}

/// Reads a cell.
pub fn read(cell: &str) -> Cell<'_> {
    let bare = cell.strip_prefix('\'').filter(|rest| begins_formula(rest));
    let text = without_escapes(bare.unwrap_or(cell));
    let was_escaped = matches!(text, Cow::Owned(_));
    Cell { text, was_neutral: bare.is_some(), was_escaped }
}

/// Writes a cell that [`read`] restores, and that no spreadsheet takes for a formula.
pub fn neutral(text: &str) -> String {
    let escaped = with_escapes(text);
    if begins_formula(&escaped) { format!("'{escaped}") } else { escaped }
}

fn begins_formula(text: &str) -> bool {
    let text = text.trim_start_matches('\'');
    let visible = text.trim_start();
    text.starts_with(['\t', '\r', '\n']) || visible.starts_with(FORMULA)
}

/// A text with its escapes resolved. `_x000D_` followed by `\n` is one line break.
fn without_escapes(text: &str) -> Cow<'_, str> {
    let mut read = String::new();
    let mut end = 0;
    for (at, _) in text.match_indices("_x") {
        let Some(code) = (at >= end).then(|| escape(text, at)).flatten() else { continue };
        let after = at + ESCAPE;
        let meant = match char::from_u32(code) {
            // This is an escape itself only before what would be one.
            Some('_') if escape(text, after - 1).is_some() => "_",
            Some('\r') if follows_line_end(text, after) => "",
            Some('\r' | '\n') => "\n",
            Some('\t') => "\t",
            Some(c) if c.is_control() => "",
            _ => continue,
        };
        read += text.get(end..at).unwrap_or_default();
        read += meant;
        end = after;
    }
    if end == 0 {
        return text.into();
    }
    read += text.get(end..).unwrap_or_default();
    read.into()
}

/// Whether a byte begins a line feed, or the escape of one.
fn follows_line_end(text: &str, at: usize) -> bool {
    text.get(at..).is_some_and(|rest| rest.starts_with('\n')) || escape(text, at) == Some(0x0a)
}

/// A text in which nothing is read as an escape.
fn with_escapes(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    let mut end = 0;
    for (at, _) in text.match_indices("_x").filter(|(at, _)| escape(text, *at).is_some()) {
        written += text.get(end..at).unwrap_or_default();
        written += "_x005F_";
        end = at + 1;
    }
    written + text.get(end..).unwrap_or_default()
}

/// How long an escape is, in bytes.
const ESCAPE: usize = "_x000D_".len();

/// The code point of the escape at a byte.
fn escape(text: &str, at: usize) -> Option<u32> {
    let digits = text.get(at..at + ESCAPE)?.strip_prefix("_x")?.strip_suffix('_')?;
    let all = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    u32::from_str_radix(digits, 16).ok().filter(|_| all)
}

#[cfg(test)]
mod tests {
    use super::{neutral, read};

    #[test]
    fn every_cell_comes_back() {
        for text in [
            "=1+1",
            "'=1",
            "''=1",
            "-",
            "+49",
            "@a",
            "\ta",
            " =1",
            "'",
            "''",
            "'tis",
            "' =",
            "＝1",
            "'＠",
            "a=1",
            "_x000D_",
            "_x005F_",
            "_x005F_x000D_",
            "__x000D_",
            "_x005F__x0009_",
            "_x00",
            "=_x000D_",
            "'\ta",
            "\u{a0}=1",
            "_x00e9_",
            "x_x000A_x000D_",
        ] {
            assert_eq!(read(&neutral(text)).text, text, "{}", neutral(text));
        }
        for text in ["=1", " =1", "＋1", "\t=1", "-1", "@SUM(A1)", "'=1"] {
            assert!(neutral(text).starts_with('\''), "{text}");
        }
        assert_eq!(neutral("a = b"), "a = b");
    }

    #[test]
    fn escapes_of_excel_are_what_they_stand_for() {
        for (cell, text) in [
            ("One_x000D_\ntwo", "One\ntwo"),
            ("One_x000D__x000A_two", "One\ntwo"),
            ("One_x000D_two", "One\ntwo"),
            ("One_x000a_two_x0009_three", "One\ntwo\tthree"),
            ("_x005F_x000D_", "_x000D_"),
            ("my_x00e9_file", "my_x00e9_file"),
            ("a_x0007_b", "ab"),
        ] {
            assert_eq!(read(cell).text, text, "{cell}");
        }
    }
}
