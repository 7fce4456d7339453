//! Tables as lines, with a mark between the cells.

use crate::import::markdown::reading::Reading;

impl Reading<'_> {
    /// Begins a line for a row.
    pub(super) fn begin_row(&mut self, at: usize) {
        if !self.text.is_empty() {
            self.add("\n", at);
        }
        self.row_empty = true;
    }

    /// Separates a cell from the one before.
    pub(super) fn begin_cell(&mut self, at: usize) {
        if !std::mem::take(&mut self.row_empty) {
            self.add(" | ", at);
        }
    }
}
