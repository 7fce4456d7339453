//! The lines of a text by the bytes they begin at.

/// Where each line of a text begins.
pub struct Lines(Vec<usize>);

impl Lines {
    /// The lines of a text, which `\n` ends.
    pub fn of(text: &str) -> Lines {
        Lines(text.match_indices('\n').map(|(at, _)| at + 1).collect())
    }

    /// The line that a byte is in, from 1.
    pub fn line(&self, at: usize) -> usize {
        1 + self.0.partition_point(|start| *start <= at)
    }
}
