//! Tables as text (CSV), as spreadsheets and forms export them.

use csv::{ReaderBuilder, StringRecord};

use crate::counted::counted;
use crate::import::column_names::{Columns, Names};
use crate::import::error::ImportError;
use crate::import::note::Origin;
use crate::import::quoting::{Dialect, Unclosed, unclosed};
use crate::import::rows::Rows;
use crate::passages::in_lines;

/// At most this many unclosed quotation marks are named one by one.
const EACH: usize = 20;

/// The rows of a table, and notes on how it is written.
pub fn read(name: &str, text: &str, columns: &Columns) -> Result<Rows, ImportError> {
    let dialect = Dialect::of(text, &Names::of(columns));
    let text = &*dialect.readable(text);
    let records = parsed(name, text, &dialect)?;
    let mut said: Vec<_> = dialect.note.iter().cloned().collect();
    if !dialect.backslashes {
        said.extend(of_unclosed(&unclosed(text, dialect.delimiter)));
    }
    Ok(Rows { file: name.to_owned(), records, said, in_lines: true })
}

fn parsed(name: &str, text: &str, dialect: &Dialect) -> Result<Vec<StringRecord>, ImportError> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(dialect.delimiter)
        .escape(dialect.backslashes.then_some(b'\\'))
        .from_reader(text.as_bytes());
    let records = reader.records().skip(usize::from(dialect.is_said)).collect::<Result<_, _>>();
    records.map_err(|error| {
        let line = error.position().map_or(1, |position| position.line() as usize);
        let origin = Origin { file: name.to_owned(), line };
        ImportError::Csv { origin, detail: error.to_string() }
    })
}

/// Notes on unclosed quotation marks, each with its line.
fn of_unclosed(unclosed: &[Unclosed]) -> Vec<(usize, String)> {
    let (within, over): (Vec<_>, Vec<_>) =
        unclosed.iter().partition(|unclosed| unclosed.taken_for_end == Some(unclosed.line));
    let said = |unclosed: &&Unclosed| {
        let until = match unclosed.taken_for_end {
            Some(line) => format!("the next one, in line {line}, does not close it"),
            None => "nothing closes it before the end of the file".into(),
        };
        let text = format!(
            "a quotation mark opens a cell here, but {until}, so the rows in between became part of this \
             message. Put a quotation mark where the cell should end."
        );
        (unclosed.line, text)
    };
    let mut notes: Vec<_> = over.iter().take(EACH).map(said).collect();
    if let Some(next) = over.get(EACH) {
        let more = counted(over.len() - EACH, "more cell");
        notes.push((next.line, format!("the same applies to {more}, from this line on.")));
    }
    let lines: Vec<_> = within.iter().map(|unclosed| unclosed.line).collect();
    if let Some(first) = lines.first() {
        let cells = format!("{}{}", counted(lines.len(), "cell"), in_lines(&lines));
        let text = format!(
            "a quotation mark within a cell is not written twice (\"\") here, so one is missing from its text, \
             or text was divided ({cells}). Compare it with the original, and save the table again as “CSV \
             UTF-8”."
        );
        notes.push((*first, text));
    }
    notes
}
