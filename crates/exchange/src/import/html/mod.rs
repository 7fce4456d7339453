//! HTML as WordPress, other sites and mail programs write it: its paragraphs as text, and what could not
//! be kept.
//!
//! The tokens of html5gum become pieces ([`pieces`]), among them the markers of blocks and the
//! shortcodes of WordPress. [`ends`] finds where each element ends, whatever is misnested or never
//! closed, so that [`reading`] needs no tree and no recursion: it takes time in proportion to the
//! length of the text.

mod elements;
mod ends;
mod gutenberg;
mod hidden;
mod lone;
mod numbers;
pub mod page;
mod pieces;
mod quotes;
mod raised;
mod reading;
mod rows;
mod shortcode_names;
mod shortcodes;
mod spaces;
mod tag;
mod text;
mod withheld;
mod writer;

#[cfg(feature = "documents")]
pub use numbers::{alphabetic, roman};
#[cfg(feature = "documents")]
pub use raised::{lowered, raised};
use reading::Reading;
#[cfg(feature = "documents")]
pub use rows::Row;
pub use tag::Tag;
pub use text::{Block, Footnote, Html, LeftOut, Read};

/// Reads a text. WordPress takes an empty line for the end of a paragraph and the end of a line for a
/// break, where no tag says so.
pub fn read(html: Html) -> Read {
    let pieces = pieces::of(html.source, html.shortcodes);
    let ends = ends::of(&pieces);
    Reading::new(html, &ends).read(&pieces)
}

/// A short text, such as a title or a footnote, as one line.
pub fn read_line(source: &str, shortcodes: bool) -> (String, LeftOut) {
    let html = Html { source, lang: None, footnotes: Vec::new(), shortcodes, apart: |_| None };
    let Read { blocks, left_out, .. } = read(html);
    (text::in_one_line(&blocks), left_out)
}
