//! The lines of a text, by the bytes where they begin.

/// Where each line of a text begins.
pub struct Lines(Vec<usize>);

impl Lines {
    /// The lines of a text; `\n` ends a line.
    pub fn of(text: &str) -> Lines {
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        Lines(std::iter::once(0).chain(ends).collect())
    }

    /// The line that contains a byte, from 1.
    pub fn line(&self, at: usize) -> usize {
        self.0.partition_point(|start| *start <= at)
    }

    /// The byte where a line (from 1) begins; `None` if there is no such line.
    pub fn start(&self, line: usize) -> Option<usize> {
        self.0.get(line.checked_sub(1)?).copied()
    }
}
