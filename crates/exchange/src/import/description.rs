//! What users need to see of a table to say what its columns mean.

use csv::StringRecord;

use crate::cleaning::cleaned;
use crate::import::cells;
use crate::import::column_names::{Columns, NOTHING};
use crate::import::columns::Column;
use crate::import::error::ImportError;
use crate::import::fields::Field;
use crate::import::rows::Rows;
use crate::import::table;
#[cfg(feature = "documents")]
use crate::import::{kind, workbook};
use crate::source::{Source, extension, is_table};

/// The number of example cells per column, and the number of characters shown of each.
const EXAMPLES: usize = 3;
const LETTERS: usize = 80;

/// A table or a sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableDescription {
    /// The name of the sheet, if it is one.
    pub sheet: Option<String>,
    /// Its columns, from the left.
    pub columns: Vec<ColumnDescription>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnDescription {
    /// Its name in the table, in one line; empty if it has none.
    pub header: String,
    /// Its meaning, as in [`Columns`]: one of [`field_names`], with a number from the second on, or “nothing”
    /// if it is left out on request. `None` if it has no meaning and is not imported.
    pub field: Option<String>,
    /// The first cells with text, each in one line and shortened.
    pub examples: Vec<String>,
}

/// The fields that a column can stand for. Most can have a number: `sender 2`.
pub fn field_names() -> impl Iterator<Item = &'static str> {
    Field::all().map(Field::name)
}

/// Describes the tables of a file: a text file is one table; in a workbook, each visible sheet with text is
/// one. A sheet need not have all the named columns.
///
/// # Errors
/// When the file is not a table or cannot be read, or when a table in text lacks a named column.
pub fn describe_table(
    file: &Source,
    columns: &Columns,
) -> Result<Vec<TableDescription>, ImportError> {
    #[cfg(feature = "documents")]
    match kind::of(file)? {
        Some(kind::Kind::Workbook) => {
            let (sheets, _) = workbook::sheets(&file.name, &file.bytes)?;
            let all = sheets.into_iter().map(|sheet| {
                let own = sheet.rows.own_columns(columns);
                described(Some(sheet.name), &sheet.rows, &own)
            });
            return all.collect();
        }
        Some(kind::Kind::Text) => return Err(ImportError::NoColumns(file.name.clone())),
        None => {}
    }
    if !is_table(&extension(&file.name)) {
        return Err(ImportError::NoColumns(file.name.clone()));
    }
    let rows = table::read(&file.name, &cleaned(file)?.text, columns)?;
    Ok(vec![described(None, &rows, columns)?])
}

fn described(
    sheet: Option<String>,
    rows: &Rows,
    columns: &Columns,
) -> Result<TableDescription, ImportError> {
    let table = rows.table(columns)?;
    let named = table.header.iter().zip(&table.columns).enumerate();
    let columns = named.map(|(at, (header, column))| ColumnDescription {
        header: header.clone(),
        field: field_of(*column),
        examples: examples(table.rows, at),
    });
    Ok(TableDescription { sheet, columns: columns.collect() })
}

fn field_of(column: Column) -> Option<String> {
    match column {
        Column::Of(field, 1) | Column::OneOf(field) => Some(field.name().to_owned()),
        Column::Of(field, number) => Some(format!("{} {number}", field.name())),
        Column::LeftOut => Some(NOTHING.to_owned()),
        Column::Noted | Column::Unknown => None,
    }
}

fn examples(rows: &[StringRecord], at: usize) -> Vec<String> {
    let cells = rows.iter().filter_map(|row| row.get(at)).filter(|cell| !cell.trim().is_empty());
    let shortened = |cell: &str| {
        // Words beyond the last character shown do not matter.
        let start = cell.char_indices().nth(10 * LETTERS).and_then(|(end, _)| cell.get(..end));
        let start = cells::read(start.unwrap_or(cell));
        let line = start.text.split_whitespace().collect::<Vec<_>>().join(" ");
        match line.char_indices().nth(LETTERS) {
            Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default().trim_end()),
            None => line,
        }
    };
    cells.take(EXAMPLES).map(shortened).collect()
}
