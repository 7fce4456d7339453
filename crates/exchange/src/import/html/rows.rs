//! Rows of tables as paragraphs.

use crate::import::html::text::Block;

/// The row being read.
#[derive(Debug)]
pub struct Row {
    /// The number of blocks before it.
    first: usize,
    /// The number of blocks in each cell so far.
    cells: Vec<usize>,
}

impl Row {
    /// A row that begins after this many blocks.
    pub fn behind(first: usize) -> Row {
        Row { first, cells: Vec::new() }
    }

    /// Begins a cell.
    pub fn begin_cell(&mut self) {
        self.cells.push(0);
    }

    /// Counts blocks of the current cell.
    pub fn count(&mut self, blocks: usize) {
        if let Some(cell) = self.cells.last_mut() {
            *cell += blocks;
        }
    }

    /// The number of its blocks.
    pub fn blocks(&self) -> usize {
        self.cells.iter().sum()
    }

    /// Joins the cells of the row, which is last among the blocks, to one block, if each cell has at most one
    /// paragraph: in layout tables, a cell holds a text of several. Returns whether it did.
    pub fn join(self, blocks: &mut Vec<Block>) -> bool {
        let simple = self.cells.len() > 1 && self.cells.iter().all(|count| *count < 2);
        if !simple || self.blocks() == 0 || blocks.len() != self.first + self.blocks() {
            return false;
        }
        let mut of_row = blocks.split_off(self.first).into_iter();
        let mut joined: Option<Block> = None;
        let mut text = String::new();
        for (at, count) in self.cells.iter().enumerate() {
            let cell = if *count == 1 { of_row.next() } else { None };
            if at > 0 {
                text += if text.ends_with(' ') || text.is_empty() { "| " } else { " | " };
            }
            let Some(mut cell) = cell else { continue };
            text += &cell.text.split('\n').map(str::trim).collect::<Vec<_>>().join(" ");
            match &mut joined {
                Some(first) => first.marks.append(&mut cell.marks),
                None => joined = Some(cell),
            }
        }
        let joined = joined.unwrap_or_default();
        blocks.push(Block { text: text.trim_end().to_owned(), heading: None, ..joined });
        true
    }
}
