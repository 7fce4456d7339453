//! Which Markdown is read.

use pulldown_cmark::Options;

/// What is read beside CommonMark: what would otherwise lose its meaning as plain text.
pub const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_WIKILINKS);
