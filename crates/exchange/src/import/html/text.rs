//! A text before and after it is read.

use crate::import::html::tag::Tag;

/// A paragraph or a heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// The text.
    pub text: String,
    /// The line of the HTML that it begins in, from 1.
    pub line: usize,
    /// 1 to 6 for a heading; 7 for a paragraph that is bold from beginning to end, which many use
    /// as one.
    pub heading: Option<u8>,
    /// The language that the HTML says it is in.
    pub lang: Option<String>,
    /// The numbers of the footnotes that it refers to, from 1.
    pub marks: Vec<usize>,
}

/// What stands in a text and cannot be kept: the line of the HTML, from 1, and what it is.
pub type LeftOut = Vec<(usize, String)>;

/// A text in HTML, and what is needed to read it.
pub struct Html<'a> {
    /// The text.
    pub source: &'a str,
    /// The language that it is in, where that is known.
    pub lang: Option<&'a str>,
    /// The footnotes that WordPress keeps beside it, in order.
    pub footnotes: Vec<Footnote>,
    /// Whether WordPress looks for shortcodes in it.
    pub shortcodes: bool,
    /// What an element with this start tag is, if it is no part of texts of this origin.
    pub apart: fn(&Tag) -> Option<&'static str>,
}

/// A footnote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Footnote {
    /// What marks in the text refer to it by; empty if it stands in the text itself.
    pub id: String,
    /// Its words.
    pub text: String,
}

/// A text that was read.
#[derive(Debug, Default)]
pub struct Read {
    /// Its paragraphs and headings, in order.
    pub blocks: Vec<Block>,
    /// All footnotes, those in the text behind those beside it.
    pub footnotes: Vec<Footnote>,
    /// What could not be kept, by line.
    pub left_out: LeftOut,
}

/// The text of blocks as one line.
pub fn in_one_line(blocks: &[Block]) -> String {
    let texts = blocks.iter().flat_map(|block| block.text.split('\n')).map(str::trim);
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
}
