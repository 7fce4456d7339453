//! Open HTML.

/// An incomplete block of HTML, and the open lists and tables of all blocks.
#[derive(Default)]
pub struct Html {
    /// The lines of the block so far.
    pub block: String,
    /// The beginnings of the lines: in the block, and in the text.
    pub lines: Vec<(usize, usize)>,
    /// The next number in each open list, if it has any.
    pub lists: Vec<Option<i64>>,
    /// The number of open tables.
    pub tables: usize,
    /// The number of open quotations.
    pub quotations: usize,
    /// Whether a ruby reading is open.
    pub is_reading: bool,
}

impl Html {
    /// Adds a line to the block.
    pub fn gather(&mut self, html: &str, at: usize) {
        self.lines.push((self.block.len(), at));
        self.block += html;
    }
}
