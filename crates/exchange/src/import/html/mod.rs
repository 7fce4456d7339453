//! HTML from WordPress, other sites and mail programs: its paragraphs as text, and what could not be kept.
//!
//! The tokens of html5gum become pieces ([`pieces`]), which include block markers and shortcodes of WordPress.
//! [`ends`] finds where each element ends, even if it is misnested or never closed. So [`reading`] needs no
//! tree and no recursion, and takes linear time.

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

/// Reads a text. Where there are no tags, WordPress reads an empty line as the end of a paragraph, and a line
/// end as a line break.
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
