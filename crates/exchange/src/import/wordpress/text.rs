//! The text of an item, and the paragraphs of messages in it.

use solidarity_core::collection::raw::RawText;

use crate::import::html::{Block, Footnote};
use crate::import::marked::in_language;

/// The text of an item as paragraphs with lines of the file.
pub struct Text {
    pub blocks: Vec<Block>,
    pub footnotes: Vec<Footnote>,
    pub lang: Option<String>,
}

impl Text {
    /// The footnote with this number, from 1, as a paragraph.
    pub fn footnote(&self, number: usize) -> Option<String> {
        let footnote = self.footnotes.get(number.checked_sub(1)?)?;
        Some(format!("[{number}] {}", footnote.text))
    }

    /// Paragraphs, followed by the footnotes that they and their heading refer to.
    pub fn body(&self, marks: &[usize], blocks: &[Block]) -> Vec<RawText> {
        let paragraph = |text: &str, lang: Option<&String>| {
            in_language(
                RawText::Plain(text.to_owned()),
                lang.or(self.lang.as_ref()).map(String::as_str),
            )
        };
        let body = blocks.iter().map(|block| paragraph(&block.text, block.lang.as_ref()));
        let of_blocks = blocks.iter().flat_map(|block| block.marks.iter().copied());
        let mut marks: Vec<usize> = marks.iter().copied().chain(of_blocks).collect();
        marks.sort_unstable();
        marks.dedup();
        let footnotes = marks.into_iter().filter_map(|mark| self.footnote(mark));
        let footnotes = footnotes.map(|footnote| paragraph(&footnote, None));
        body.chain(footnotes).collect()
    }
}
