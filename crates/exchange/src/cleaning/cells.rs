//! Texts taken from a document, cleaned like those of a text file.

use csv::StringRecord;

use crate::cleaning::characters::TakenOut;
use crate::cleaning::one_line_end;
use crate::damage;

/// A note: its line, from 1, and its text.
type Said = Vec<(usize, String)>;

/// Makes the rows of a sheet text that can be shown, and reports what was changed.
pub fn cleaned_rows(rows: &[StringRecord]) -> (Vec<StringRecord>, Said) {
    let line_of = |row: &StringRecord| row.position().map_or(1, |at| at.line() as usize);
    let mut taken_out = TakenOut::default();
    let cleaned = rows.iter().map(|row| {
        let line = line_of(row);
        let cells = row.iter().map(|cell| taken_out.of(one_line_end(cell.to_owned()), line, |_| 0));
        let mut cleaned: StringRecord = cells.collect();
        cleaned.set_position(row.position().cloned());
        cleaned
    });
    let cleaned: Vec<_> = cleaned.collect();
    let texts = cleaned.iter().flat_map(|row| row.iter().map(move |cell| (line_of(row), cell)));
    let mut said = damage::in_lines_of(texts);
    said.extend(taken_out.notes());
    (cleaned, said)
}

/// Makes the numbered paragraphs of a document text that can be shown, and reports what was changed.
pub fn cleaned_paragraphs(paragraphs: Vec<(usize, String)>) -> (Vec<String>, Said) {
    let mut taken_out = TakenOut::default();
    let mut said = Vec::new();
    let (lines, texts): (Vec<_>, Vec<_>) = paragraphs
        .into_iter()
        .map(|(line, text)| (line, taken_out.of(one_line_end(text), line, |_| 0)))
        .unzip();
    said.extend(damage::in_lines_of(lines.into_iter().zip(texts.iter().map(String::as_str))));
    said.extend(taken_out.notes());
    (texts, said)
}
