//! White space as browsers show it: each run is one space, except in preformatted text (CSS Text Module Level
//! 3, §4.1). WordPress turns lines into paragraphs before a browser sees them; other sites do not.

use crate::import::html::ends::End;
use crate::import::html::pieces::{Piece, What};
use crate::import::html::tag::Tag;

/// White space in HTML (HTML Standard, §13.1).
const SPACES: [char; 5] = [' ', '\t', '\n', '\r', '\u{c}'];

/// Collapses each run of white space in the pieces of a page to one space. `ends` says where its elements end.
pub fn collapse(pieces: &mut [Piece], ends: &[Option<End>]) {
    let mut preformatted = 0;
    let mut after_space = false;
    for (at, Piece { line, what }) in pieces.iter_mut().enumerate() {
        match what {
            What::Start(tag) if keeps_spaces(tag) => {
                let end = ends.get(at).copied().flatten().map_or(at, |end| end.at);
                preformatted = preformatted.max(end);
            }
            What::Start(tag) if tag.name == "br" => after_space = true,
            What::Text(text) if at >= preformatted => {
                let words = text.trim_start_matches(SPACES);
                let before = text.get(..text.len() - words.len()).unwrap_or_default();
                if !words.is_empty() {
                    *line += before.matches('\n').count();
                }
                *text = collapsed(text, after_space);
                after_space = if text.is_empty() { after_space } else { text.ends_with(' ') };
            }
            _ => {}
        }
    }
}

fn keeps_spaces(tag: &Tag) -> bool {
    let style = tag.attribute("style").unwrap_or_default().to_ascii_lowercase();
    let style: String = style.split_ascii_whitespace().collect();
    matches!(&*tag.name, "listing" | "pre" | "xmp") || style.contains("white-space:pre")
}

fn collapsed(text: &str, mut after_space: bool) -> String {
    let mut collapsed = String::with_capacity(text.len());
    for c in text.chars() {
        let is_space = SPACES.contains(&c);
        if !is_space {
            collapsed.push(c);
        } else if !after_space {
            collapsed.push(' ');
        }
        after_space = is_space;
    }
    collapsed
}
