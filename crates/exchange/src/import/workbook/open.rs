//! Workbooks, opened by calamine.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{
    Data, Ods, Range, Reader, Sheet as Entry, SheetType, SheetVisible, Xls, Xlsb, Xlsx, XlsxError,
};

use crate::import::archive::Archive;
use crate::import::workbook::error::WorkbookError;
use crate::import::workbook::sheet::{Cells, Sheet, Traits};
use crate::import::workbook::values::text_of;
use crate::import::workbook::{ods, xls, xlsx};

/// The sheets of a workbook, in order.
///
/// # Errors
/// When it cannot be read at all.
pub fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, WorkbookError> {
    // calamine trusts the lengths in the binary formats, and may panic; that must not stop this program.
    let read = catch_unwind(AssertUnwindSafe(|| {
        if !bytes.starts_with(b"PK") {
            xls::check(bytes)?;
            return of_xls(bytes);
        }
        let mut archive = Archive::open(bytes)?;
        archive.check_all()?;
        let mut archive = Archive::open(bytes)?;
        if archive.has("xl/workbook.bin") {
            of_xlsb(bytes)
        } else if archive.has("content.xml") {
            let traits = ods::traits(&archive.read("content.xml")?)?;
            of_ods(bytes, traits)
        } else {
            xlsx::check(&mut archive)?;
            of_xlsx(bytes, &xlsx::traits(&mut archive))
        }
    }));
    read.unwrap_or_else(|_| Err(WorkbookError::Damaged("its parts do not fit each other".into())))
}

fn of_xlsx(bytes: &[u8], traits: &[(String, Traits)]) -> Result<Vec<Sheet>, WorkbookError> {
    let mut book = Xlsx::new(Cursor::new(bytes))?;
    let mut sheets = Vec::new();
    for entry in book.sheets_metadata().to_vec() {
        let mut sheet = begun(&entry);
        let of_name = traits.iter().find(|(name, _)| *name == entry.name);
        sheet.traits = of_name.map(|(_, traits)| traits.clone()).unwrap_or_default();
        let mut cells = Cells::default();
        let mut reader = match book.worksheet_cells_reader(&entry.name) {
            Err(XlsxError::NotAWorksheet(_)) => continue,
            reader => reader?,
        };
        let percents = xlsx::percents(reader.styles());
        while let Some((cell, style)) = reader.next_cell_with_style_id()? {
            let percent = percents.get(style).copied().unwrap_or_default();
            cells.add(cell.get_position(), text_of(cell.get_value().clone().into(), percent))?;
        }
        sheet.rows = cells.rows()?;
        sheets.push(sheet);
    }
    Ok(sheets)
}

fn of_xlsb(bytes: &[u8]) -> Result<Vec<Sheet>, WorkbookError> {
    let mut book = Xlsb::new(Cursor::new(bytes))?;
    let mut sheets = Vec::new();
    for entry in book.sheets_metadata().to_vec() {
        if entry.typ != SheetType::WorkSheet {
            continue;
        }
        let mut cells = Cells::default();
        let mut reader = book.worksheet_cells_reader(&entry.name)?;
        while let Some(cell) = reader.next_cell()? {
            cells.add(cell.get_position(), text_of(cell.get_value().clone().into(), false))?;
        }
        sheets.push(Sheet { rows: cells.rows()?, ..begun(&entry) });
    }
    Ok(sheets)
}

fn of_xls(bytes: &[u8]) -> Result<Vec<Sheet>, WorkbookError> {
    let mut book = Xls::new(Cursor::new(bytes))?;
    let mut sheets = Vec::new();
    for entry in book.sheets_metadata().to_vec() {
        if entry.typ != SheetType::WorkSheet {
            continue;
        }
        let mut sheet = begun(&entry);
        for merged in book.merge_cells_by_sheet_name(&entry.name)? {
            sheet.traits.add_merged(merged.start.0 as usize + 1, merged.end.0 as usize + 1);
        }
        sheet.rows = rows_of(&book.worksheet_range(&entry.name)?, &sheet.traits)?;
        sheets.push(sheet);
    }
    Ok(sheets)
}

fn of_ods(bytes: &[u8], traits: Vec<Traits>) -> Result<Vec<Sheet>, WorkbookError> {
    let mut book = Ods::new(Cursor::new(bytes))?;
    let mut sheets = Vec::new();
    for (entry, traits) in book.sheets_metadata().to_vec().iter().zip(traits) {
        let mut sheet = Sheet { traits, ..begun(entry) };
        sheet.rows = rows_of(&book.worksheet_range(&entry.name)?, &sheet.traits)?;
        sheets.push(sheet);
    }
    Ok(sheets)
}

fn begun(entry: &Entry) -> Sheet {
    let hidden = entry.visible != SheetVisible::Visible;
    Sheet { name: entry.name.clone(), hidden, ..Sheet::default() }
}

/// The rows of a range that calamine has read.
fn rows_of(range: &Range<Data>, traits: &Traits) -> Result<Vec<csv::StringRecord>, WorkbookError> {
    let mut cells = Cells::default();
    let (row, column) = range.start().unwrap_or_default();
    for (below, behind, value) in range.used_cells() {
        let place = (row + below as u32, column + behind as u32);
        let percent = traits.percentages.contains(&place);
        cells.add(place, text_of(value.clone(), percent))?;
    }
    cells.rows()
}
