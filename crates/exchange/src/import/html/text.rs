//! A text in HTML, before and after reading.

use crate::import::html::tag::Tag;

/// A paragraph or a heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// The text.
    pub text: String,
    /// The line of the HTML where it begins, from 1.
    pub line: usize,
    /// 1 to 6 for a heading; 7 for an entirely bold paragraph, which many people use as a heading.
    pub heading: Option<u8>,
    /// The language that the HTML gives.
    pub lang: Option<String>,
    /// The numbers of the footnotes that it refers to, from 1.
    pub marks: Vec<usize>,
}

/// Something in a text that could not be kept: the line of the HTML, from 1, and a note.
pub type LeftOut = Vec<(usize, String)>;

/// A text in HTML, and what is needed to read it.
pub struct Html<'a> {
    /// The text.
    pub source: &'a str,
    /// Its language, if known.
    pub lang: Option<&'a str>,
    /// The footnotes that WordPress stores separately, in order.
    pub footnotes: Vec<Footnote>,
    /// Whether WordPress looks for shortcodes in it.
    pub shortcodes: bool,
    /// What an element with this start tag is, if it is not part of texts from this source.
    pub apart: fn(&Tag) -> Option<&'static str>,
}

/// A footnote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Footnote {
    /// The name by which marks refer to it; empty if it is part of the text itself.
    pub id: String,
    /// Its words.
    pub text: String,
}

/// The result of reading a text.
#[derive(Debug, Default)]
pub struct Read {
    /// Its paragraphs and headings, in order.
    pub blocks: Vec<Block>,
    /// All footnotes: those stored separately, then those in the text.
    pub footnotes: Vec<Footnote>,
    /// What could not be kept, by line.
    pub left_out: LeftOut,
}

/// The text of blocks as one line.
pub fn in_one_line(blocks: &[Block]) -> String {
    let texts = blocks.iter().flat_map(|block| block.text.split('\n')).map(str::trim);
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}
