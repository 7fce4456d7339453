//! What somebody who says which column is which needs to see of a table.

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

/// No more cells of a column than this are examples, and of each no more than this many letters.
const EXAMPLES: usize = 3;
const LETTERS: usize = 80;

/// A table, or a sheet of a workbook.
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
    /// What it stands for, as [`Columns`] name it: one of [`field_names`], with a number from the second on, or
    /// “nothing” if it is left out as asked. `None` if it has no meaning, and is not imported.
    pub field: Option<String>,
    /// The first cells with text, each in one line and shortened.
    pub examples: Vec<String>,
}

/// The fields that a column can stand for. Behind most a number may stand: `sender 2`.
pub fn field_names() -> impl Iterator<Item = &'static str> {
    Field::all().map(Field::name)
}

/// Describes the tables of a file: one of a table in text, and one of each sheet of a workbook that has text
/// and is not hidden. Of columns that are named, a sheet needs to have those that are its own.
///
/// # Errors
/// When the file is no table, or cannot be read; when a table in text has no column of a name.
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
        // Words beyond the last letter that is shown need not be looked at.
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
