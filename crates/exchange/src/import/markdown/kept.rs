//! A text with parts removed, which maps positions back to the whole.

/// The parts of a text that are kept.
#[derive(Debug, Default)]
pub struct Kept {
    text: String,
    /// The beginnings of pieces: in what is kept, and in the whole.
    pieces: Vec<(usize, usize)>,
}

impl Kept {
    /// Adds a piece that begins at this byte of the whole.
    pub fn add(&mut self, piece: &str, at: usize) {
        if !piece.is_empty() {
            self.pieces.push((self.text.len(), at));
            self.text += piece;
        }
    }

    /// Trims spaces from the end of the last piece.
    pub fn trim_spaces(&mut self) {
        let start = self.pieces.last().map_or(0, |(start, _)| *start);
        let kept = self.text.get(start..).unwrap_or_default().trim_end_matches([' ', '\t']).len();
        self.text.truncate(start + kept);
    }

    /// The text that is kept.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The position in the whole of a byte of what is kept.
    pub fn origin(&self, at: usize) -> usize {
        let piece = self.pieces.partition_point(|(start, _)| *start <= at);
        let piece = piece.checked_sub(1).and_then(|piece| self.pieces.get(piece));
        piece.map_or(at, |(start, origin)| origin + at - start)
    }
}
