//! The text of a file, whatever program saved it: the stage before any parser.
//!
//! Every line of the file is a line of the text, so that parsers count as an editor does: a carriage return, a
//! line feed or both end a line.

mod binary;
#[cfg(feature = "documents")]
mod cells;
mod characters;
mod decoded;
mod decoding;
mod mixed;
mod plausible;
mod unicode;

use crate::cleaning::characters::TakenOut;
use crate::damage;
use crate::import::error::ImportError;
use crate::import::note::{Note, Origin};
use crate::source::{Source, extension};

#[cfg(feature = "documents")]
pub use cells::{cleaned_paragraphs, cleaned_rows};
pub use characters::of_characters;
#[cfg(feature = "documents")]
pub use decoding::decoded;
pub use unicode::unicode;

/// The text of a file, and what was done to it.
pub struct Cleaned {
    /// The text. Its lines end with `\n`, and every character can be shown or means a line end; what these
    /// become depends on where a parser finds them.
    pub text: String,
    /// What was removed, how the text was decoded, and where it is damaged: one note of each kind.
    pub notes: Vec<Note>,
}

/// Reads a file as text.
///
/// # Errors
/// When the file is not text, or its character set cannot be detected.
pub fn cleaned(file: &Source) -> Result<Cleaned, ImportError> {
    let origin = |line| Origin { file: file.name.clone(), line };
    let kind = extension(&file.name);
    if let Some(detail) = binary::refusal(&file.bytes, &kind) {
        return Err(ImportError::NotText { origin: origin(1), detail });
    }
    let decoded = decoding::decoded(&file.bytes)
        .map_err(|line| ImportError::NotUtf8 { origin: origin(line) })?;
    let (text, said) = cleaned_text(decoded.text);
    let note = |(line, text)| Note { origin: origin(line), text };
    Ok(Cleaned { text, notes: decoded.said.into_iter().chain(said).map(note).collect() })
}

/// Cleans decoded text as for [`Cleaned::text`], and returns notes on it: a line, from 1, and the text of the
/// note.
pub fn cleaned_text(text: String) -> (String, Vec<(usize, String)>) {
    let text = one_line_end(text);
    let mut said = damage::in_lines_of((1..).zip(text.lines()));
    let mut taken_out = TakenOut::default();
    let text = taken_out.of(text, 1, |part| part.matches('\n').count());
    said.extend(taken_out.notes());
    (text, said)
}

/// A text in which only `\n` ends a line. Programs that convert the line feed of `\r\n` once more leave
/// `\r\r\n`.
fn one_line_end(text: String) -> String {
    if !text.contains('\r') {
        return text;
    }
    text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace('\r', "\n")
}

#[cfg(test)]
mod tests {
    use super::one_line_end;

    #[test]
    fn every_line_end_is_one() {
        let text = "a\rb\nc\r\nd\r\r\ne\n\rf".to_owned();
        assert_eq!(one_line_end(text), "a\nb\nc\nd\ne\n\nf");
    }
}
