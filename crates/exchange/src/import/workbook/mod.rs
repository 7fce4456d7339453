//! Workbooks of spreadsheet programs: Excel (`.xlsx`, `.xlsb`, `.xls`) and OpenDocument (`.ods`). Each sheet is
//! a table, whose rows are read like those of a CSV file.

mod error;
mod notes;
mod ods;
mod open;
mod sheet;
mod values;
mod xls;
mod xlsx;

use crate::cleaning::cleaned_rows;
use crate::import::column_names::Columns;
use crate::import::error::ImportError;
use crate::import::note::{Import, Note, Origin};
use crate::import::rows::{self, Rows};
use crate::import::workbook::sheet::{Sheet, Traits};

/// A sheet to be read.
pub struct Read {
    /// The name of the sheet.
    pub name: String,
    /// Its rows.
    pub rows: Rows,
    traits: Traits,
}

/// The visible sheets of a workbook that have text, and notes on the others.
///
/// # Errors
/// When the file cannot be read as a workbook.
pub fn sheets(name: &str, bytes: &[u8]) -> Result<(Vec<Read>, Vec<Note>), ImportError> {
    let sheets = open::sheets(bytes).map_err(|error| ImportError::Unreadable {
        name: name.to_owned(),
        detail: error.to_string(),
    })?;
    let with_text: Vec<_> = sheets.into_iter().filter(|sheet| !sheet.rows.is_empty()).collect();
    let several = with_text.len() > 1;
    let file = |sheet: &Sheet| match several {
        true => format!("{name}, sheet “{}”", sheet.name),
        false => name.to_owned(),
    };
    let all_hidden = with_text.iter().all(|sheet| sheet.hidden);
    let (mut shown, mut notes) = (Vec::new(), Vec::new());
    for sheet in with_text {
        let file = file(&sheet);
        if sheet.hidden && !all_hidden {
            let text = "this sheet is hidden, and was not read. If it has messages, show it in the \
                        spreadsheet program, and save the workbook again.";
            notes.push(Note { origin: Origin { file, line: 1 }, text: text.into() });
            continue;
        }
        let (records, said) = cleaned_rows(&sheet.rows);
        let rows = Rows { file, records, said, in_lines: false };
        shown.push(Read { name: sheet.name, rows, traits: sheet.traits });
    }
    Ok((shown, notes))
}

/// Reads the sheets of a workbook that have messages.
///
/// # Errors
/// When the file cannot be read as a workbook, no sheet has messages, or a named column is in none.
pub fn read(name: &str, bytes: &[u8], columns: &Columns) -> Result<Import, ImportError> {
    let (sheets, notes) = sheets(name, bytes)?;
    let mut import = Import { notes, ..Import::default() };
    let (mut refused, mut missing) = (Vec::new(), Vec::new());
    for sheet in &sheets {
        let own = sheet.rows.own_columns(columns);
        let without = columns.keys().filter(|name| !own.contains_key(*name));
        missing.extend(without.cloned());
        match rows::read(&sheet.rows, &own) {
            Ok(mut read) => {
                notes::add_of_traits(&mut read, &sheet.rows, &sheet.traits, &own);
                import.messages.extend(read.messages);
                import.notes.extend(read.notes);
            }
            Err(error @ ImportError::NoSuchField { .. }) => return Err(error),
            Err(error) => refused.push((&sheet.rows, error)),
        }
    }
    // A column may be in only one sheet; if it is in none, it is a mistake.
    let count = |name| missing.iter().filter(|missing| *missing == name).count();
    if let Some(first) = sheets.first()
        && columns.keys().any(|name| count(name) == sheets.len())
    {
        first.rows.table(columns)?;
    }
    if !import.messages.is_empty() {
        import.notes.extend(refused.iter().map(|(rows, error)| notes::not_read(rows, error)));
        return Ok(import);
    }
    if refused.len() > 1 {
        let reasons = refused.iter().map(|(_, error)| error.to_string());
        let reasons = reasons.collect::<Vec<_>>().join("\n");
        return Err(ImportError::NothingTaken { source_name: name.to_owned(), reasons });
    }
    Err(refused.pop().map_or_else(|| ImportError::Empty(name.to_owned()), |(_, error)| error))
}
