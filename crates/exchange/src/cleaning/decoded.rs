//! The result of decoding bytes.

/// A text, and the note on its character set: a line, from 1, and the text of the note.
pub struct Decoded {
    /// The text.
    pub text: String,
    /// The note, if the character set was guessed.
    pub said: Option<(usize, String)>,
}
