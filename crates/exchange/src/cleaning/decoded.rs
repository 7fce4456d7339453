//! What was read of bytes.

/// A text, and what to say of its character set: a line, from 1, and the words.
pub struct Decoded {
    /// The text.
    pub text: String,
    /// What to say, if the character set had to be guessed.
    pub said: Option<(usize, String)>,
}
