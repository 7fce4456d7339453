//! Whether an old Excel workbook ([MS-XLS]) is within limits: calamine allocates memory for all cells up to the
//! last row and column in any record.

use std::io::{Cursor, Read};

use crate::import::workbook::error::{Limit, WorkbookError};

/// The most cells of a sheet, including empty ones.
const CELLS: usize = 4_000_000;

/// The most sheets of a workbook.
const SHEETS: usize = 1000;

/// The records that begin with the row and the column of a cell: Formula, MulRk, RString, LabelSst, Number,
/// Label, BoolErr and RK ([MS-XLS], §2.3).
const OF_CELLS: [u16; 8] = [0x0006, 0x00bd, 0x00d6, 0x00fd, 0x0203, 0x0204, 0x0205, 0x027e];
const BOUND_SHEET: u16 = 0x0085;
const DIMENSIONS: u16 = 0x0200;

/// Checks that a workbook can be read.
///
/// # Errors
/// When it cannot.
pub fn check(bytes: &[u8]) -> Result<(), WorkbookError> {
    let damaged = |error: std::io::Error| WorkbookError::Damaged(error.to_string());
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(damaged)?;
    let name = if file.is_stream("Workbook") { "Workbook" } else { "Book" };
    let mut stream = Vec::new();
    let mut part = file.open_stream(name).map_err(damaged)?;
    part.read_to_end(&mut stream).map_err(damaged)?;
    // A sheet can begin anywhere.
    let starts = records(&stream).filter(|(kind, _)| *kind == BOUND_SHEET);
    let starts = starts.map(|(_, data)| long(data, 0));
    let starts: Vec<_> = std::iter::once(0).chain(starts).collect();
    if starts.len() > SHEETS {
        return Err(Limit::Cells.into());
    }
    for start in starts {
        let (mut rows, mut columns) = (0, 0);
        for (kind, data) in records(stream.get(start..).unwrap_or_default()) {
            if OF_CELLS.contains(&kind) {
                rows = rows.max(short(data, 0) + 1);
                // A record of several numbers has six bytes per number.
                columns = columns.max(short(data, 2) + 1 + data.len() / 6);
            } else if kind == DIMENSIONS {
                check_dimensions(data)?;
            }
            if rows.saturating_mul(columns) > CELLS {
                return Err(Limit::Cells.into());
            }
        }
    }
    Ok(())
}

/// The dimensions that a sheet declares ([MS-XLS], §2.4.90; before Excel 97 all numbers have two bytes).
fn check_dimensions(data: &[u8]) -> Result<(), WorkbookError> {
    let (first, last, columns) = if data.len() < 14 {
        (short(data, 0), short(data, 2), short(data, 6))
    } else {
        (long(data, 0), long(data, 4), short(data, 10))
    };
    let rows = if first > last { usize::MAX } else { last - first + 1 };
    if rows.saturating_mul(columns + 1) > CELLS { Err(Limit::Cells.into()) } else { Ok(()) }
}

/// The records of a stream, each with its kind.
fn records(stream: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = stream;
    std::iter::from_fn(move || {
        let (head, behind) = rest.split_at_checked(4)?;
        let (data, next) = behind.split_at_checked(short(head, 2))?;
        rest = next;
        Some((short(head, 0) as u16, data))
    })
}

/// The two-byte number at an offset; 0 beyond the end.
fn short(data: &[u8], at: usize) -> usize {
    let bytes = data.get(at..at + 2).and_then(|bytes| bytes.try_into().ok());
    usize::from(u16::from_le_bytes(bytes.unwrap_or_default()))
}

/// The four-byte number at an offset; 0 beyond the end.
fn long(data: &[u8], at: usize) -> usize {
    let bytes = data.get(at..at + 4).and_then(|bytes| bytes.try_into().ok());
    u32::from_le_bytes(bytes.unwrap_or_default()) as usize
}
