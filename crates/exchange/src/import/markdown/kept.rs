//! A text without some of its parts, which knows where in the whole everything stands.

/// What is kept of a text.
#[derive(Debug, Default)]
pub struct Kept {
    text: String,
    /// Where pieces of the whole begin: in what is kept, and in the whole.
    pieces: Vec<(usize, usize)>,
}

impl Kept {
    /// Adds a piece that begins at a byte of the whole.
    pub fn add(&mut self, piece: &str, at: usize) {
        if !piece.is_empty() {
            self.pieces.push((self.text.len(), at));
            self.text += piece;
        }
    }

    /// Takes spaces off the end of what is kept so far, as far back as its last piece goes.
    pub fn trim_spaces(&mut self) {
        let start = self.pieces.last().map_or(0, |(start, _)| *start);
        let kept = self.text.get(start..).unwrap_or_default().trim_end_matches([' ', '\t']).len();
        self.text.truncate(start + kept);
    }

    /// What is kept.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where a byte of what is kept stands in the whole.
    pub fn origin(&self, at: usize) -> usize {
        let piece = self.pieces.partition_point(|(start, _)| *start <= at);
        let piece = piece.checked_sub(1).and_then(|piece| self.pieces.get(piece));
        piece.map_or(at, |(start, origin)| origin + at - start)
    }
}
