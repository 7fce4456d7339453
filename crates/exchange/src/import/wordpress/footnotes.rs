//! The footnotes that WordPress stores as JSON in a field of the post.

use serde::Deserialize;

use crate::import::html::{Footnote, LeftOut, read_line};

/// A footnote in the field.
#[derive(Deserialize)]
struct Raw {
    #[serde(default)]
    content: String,
    #[serde(default)]
    id: String,
}

/// The footnotes of a field, and notes on what could not be kept; `None` if it has another structure.
pub fn of(field: &str) -> Option<(Vec<Footnote>, LeftOut)> {
    let all: Vec<Raw> = serde_json::from_str(field).ok()?;
    let mut left_out = Vec::new();
    let footnotes = all.into_iter().map(|Raw { content, id }| {
        let (text, more) = read_line(&content, true);
        left_out.extend(more);
        Footnote { id, text }
    });
    Some((footnotes.collect(), left_out))
}
