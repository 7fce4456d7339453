//! Word processor documents: Word (`.docx`) and OpenDocument (`.odt`).
//!
//! What readers of the document see is text. Comments, hidden and deleted words, headers and footers are left
//! out and named in notes. Lines count paragraphs.

mod docx;
mod error;
mod notes;
mod odt;
mod styles;
mod words;
mod writer;

use solidarity_core::collection::raw::RawText;
use solidarity_core::text::paragraphs;

use crate::cleaning::cleaned_paragraphs;
use crate::import::archive::Archive;
use crate::import::error::ImportError;
use crate::import::html::Block;
use crate::import::marked;

/// The content of a document.
pub struct Read {
    /// Its paragraphs, by line.
    pub paragraphs: Vec<Block>,
    /// Notes on it, by line.
    pub notes: Vec<(usize, String)>,
}

impl Read {
    /// Its paragraphs as lines. The first ones may be front matter.
    pub fn text(&self) -> String {
        let texts: Vec<_> = self.paragraphs.iter().map(|block| block.text.as_str()).collect();
        texts.join("\n")
    }

    /// The paragraphs from a byte of that text on, split at empty lines.
    pub fn body(&self, from: usize) -> Vec<RawText> {
        let mut at = 0;
        let behind = self.paragraphs.iter().filter(|block| {
            let start = at;
            at += block.text.len() + 1;
            start >= from
        });
        let body = behind.flat_map(|block| {
            let parts = paragraphs(&block.text).into_iter();
            parts.map(|(_, text)| marked::in_language(marked::read(text), block.lang.as_deref()))
        });
        body.collect()
    }
}

/// Reads a document.
///
/// # Errors
/// When it cannot be read at all.
pub fn read(name: &str, bytes: &[u8]) -> Result<Read, ImportError> {
    let is_open_document = Archive::open(bytes).is_ok_and(|archive| archive.has("content.xml"));
    let writer = if is_open_document { odt::read(bytes) } else { docx::read(bytes) };
    let writer = writer.map_err(|error| ImportError::Unreadable {
        name: name.to_owned(),
        detail: error.to_string(),
    })?;
    let (mut paragraphs, mut notes) = writer.finish();
    let texts = paragraphs.iter_mut().map(|block| (block.line, std::mem::take(&mut block.text)));
    let (texts, said) = cleaned_paragraphs(texts.collect());
    notes.extend(said);
    for (block, text) in paragraphs.iter_mut().zip(texts) {
        block.text = text;
    }
    Ok(Read { paragraphs, notes })
}
