//! The lines of a text.

/// Where the lines of a text begin, found once.
pub struct Lines(Vec<usize>);

impl Lines {
    /// Finds the lines of a text.
    pub fn of(text: &str) -> Lines {
        Lines(text.match_indices('\n').map(|(at, _)| at + 1).collect())
    }

    /// The line that a byte is in, from 1.
    pub fn of_byte(&self, at: usize) -> usize {
        1 + self.0.partition_point(|start| *start <= at)
    }
}
