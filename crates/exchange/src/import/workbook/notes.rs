//! Notes on sheets.

use crate::counted::counted;
use crate::import::column_names::Columns;
use crate::import::error::ImportError;
use crate::import::note::{Import, Note, Origin};
use crate::import::rows::Rows;
use crate::import::workbook::sheet::Traits;
use crate::passages::in_lines;

/// At most this many cells that span rows are named one by one.
const EACH: usize = 20;

/// Why a sheet was not read.
pub fn not_read(rows: &Rows, error: &ImportError) -> Note {
    let error = error.to_string();
    // The place is removed, because the note begins with it.
    let (place, reason) = match error.strip_prefix(&format!("{}:", rows.file)) {
        Some(rest) => rest.split_once(": ").unwrap_or(("1", rest)),
        None => ("1", error.as_str()),
    };
    let origin = Origin { file: rows.file.clone(), line: place.parse().unwrap_or(1) };
    Note { origin, text: format!("this sheet was not read: {reason}") }
}

/// Adds notes on hidden rows and columns, and on merged cells, that were imported.
pub fn add_of_traits(import: &mut Import, rows: &Rows, traits: &Traits, columns: &Columns) {
    let lines: Vec<_> = import.messages.iter().map(|read| read.origin.line).collect();
    let mut said = of_hidden_columns(rows, traits, columns);
    let hidden = lines.iter().copied().filter(|line| traits.hidden_rows.contains(line));
    let hidden: Vec<_> = hidden.collect();
    if let Some(first) = hidden.first() {
        let (is, are) = if hidden.len() == 1 { ("is", "was") } else { ("are", "were") };
        let text = format!(
            "{}{} {is} in a hidden row, and {are} imported, as a filter may have hidden it. If it is not for \
             readers, delete the row.",
            counted(hidden.len(), "message"),
            in_lines(&hidden)
        );
        said.push((*first, text));
    }
    let over = |(first, last): &&(usize, usize)| {
        lines.iter().filter(|line| (*first..=*last).contains(*line)).count() > 1
    };
    said.extend(traits.merged.iter().filter(over).take(EACH).map(|(first, last)| {
        let text = format!(
            "a cell spans the rows {first} to {last}, and its text went to the message in the first of \
             them only. Split the cell in the spreadsheet program, and fill in each row."
        );
        (*first, text)
    }));
    let origin = |line| Origin { file: rows.file.clone(), line };
    import.notes.extend(said.into_iter().map(|(line, text)| Note { origin: origin(line), text }));
}

fn of_hidden_columns(rows: &Rows, traits: &Traits, columns: &Columns) -> Vec<(usize, String)> {
    let Ok(table) = rows.table(columns) else { return Vec::new() };
    let named = table.header.iter().zip(&table.columns).enumerate();
    let hidden = named
        .filter(|(at, (_, column))| column.field().is_some() && traits.hidden_columns.contains(at));
    let said = hidden.map(|(_, (name, _))| {
        let text = format!(
            "the column “{name}” is hidden in the spreadsheet, and was imported. If it is not for readers, leave \
             it out: --column \"{name}=nothing\"."
        );
        (table.line, text)
    });
    said.collect()
}
