//! The dialect of Markdown.

use pulldown_cmark::Options;

/// The extensions to CommonMark without which text would lose its meaning.
pub const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_WIKILINKS);
