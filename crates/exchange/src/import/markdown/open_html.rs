//! HTML that is open.

/// A block of HTML that is not complete, and the lists and tables of all of them.
#[derive(Default)]
pub struct Html {
    /// The lines of the block so far.
    pub block: String,
    /// Where the lines of the block begin: in it, and in the text.
    pub lines: Vec<(usize, usize)>,
    /// The next number in each open list, if it has any.
    pub lists: Vec<Option<i64>>,
    /// How many tables are open.
    pub tables: usize,
    /// How many quotations are open.
    pub quotations: usize,
    /// Whether the reading of a letter is open.
    pub is_reading: bool,
}

impl Html {
    /// Adds a line to the block.
    pub fn gather(&mut self, html: &str, at: usize) {
        self.lines.push((self.block.len(), at));
        self.block += html;
    }
}
