//! A sheet of a workbook, as it was read.

use std::collections::BTreeSet;

use csv::{Position, StringRecord};

use crate::import::workbook::error::{Limit, WorkbookError};

/// A sheet.
#[derive(Default)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Whether it is hidden.
    pub hidden: bool,
    /// Its rows with text.
    pub rows: Vec<StringRecord>,
    /// Its traits.
    pub traits: Traits,
}

/// What a sheet says about its rows and columns, apart from their text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Traits {
    /// The rows that are hidden, from 1.
    pub hidden_rows: BTreeSet<usize>,
    /// The columns that are hidden, from 0.
    pub hidden_columns: BTreeSet<usize>,
    /// For each cell that spans several rows, the first and the last of them, from 1.
    pub merged: Vec<(usize, usize)>,
    /// The cells that show percentages, by row and column, from 0.
    pub percentages: BTreeSet<(u32, u32)>,
}

/// The most cells of a workbook, including the empty ones before the last of each row.
const CELLS: usize = 8_000_000;

/// The most text of a workbook, in bytes: a text that the file contains once can be in any number of cells.
const TEXT: usize = 128 << 20;

/// Builds rows cell by cell.
#[derive(Default)]
pub struct Cells {
    rows: std::collections::BTreeMap<u32, Vec<(u32, String)>>,
    text: usize,
}

impl Cells {
    /// Adds the text of a cell, by row and column, from 0.
    ///
    /// # Errors
    /// When there is too much text.
    pub fn add(&mut self, (row, column): (u32, u32), text: String) -> Result<(), WorkbookError> {
        if text.is_empty() {
            return Ok(());
        }
        self.text += text.len();
        if self.text > TEXT {
            return Err(Limit::Text.into());
        }
        self.rows.entry(row).or_default().push((column, text));
        Ok(())
    }

    /// The rows that have text, each with its number, from 1, as its line.
    ///
    /// # Errors
    /// When there are too many cells, including empty ones between them.
    pub fn rows(self) -> Result<Vec<StringRecord>, WorkbookError> {
        let mut count = 0_usize;
        let mut records = Vec::with_capacity(self.rows.len());
        for (number, mut cells) in self.rows {
            cells.sort_by_key(|(column, _)| *column);
            let width = cells.last().map_or(0, |(column, _)| *column as usize + 1);
            count = count.saturating_add(width);
            if count > CELLS {
                return Err(Limit::Cells.into());
            }
            let mut record = StringRecord::new();
            for (column, text) in cells {
                while record.len() < column as usize {
                    record.push_field("");
                }
                if record.len() == column as usize {
                    record.push_field(&text);
                }
            }
            let mut position = Position::new();
            position.set_line(u64::from(number) + 1);
            record.set_position(Some(position));
            records.push(record);
        }
        Ok(records)
    }
}

impl Traits {
    /// Adds a cell that spans from one row to another.
    pub fn add_merged(&mut self, first: usize, last: usize) {
        if first < last {
            self.merged.push((first, last));
        }
    }
}
