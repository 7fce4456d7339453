//! The numbers of list items (ODF 1.3, part 3, §16.30).

use std::collections::HashMap;

use roxmltree::{Document, Node};

use crate::import::document::odt::names::{STYLE, TEXT, number};
use crate::import::html::{alphabetic, roman};

/// A list has ten levels.
const LEVELS: usize = 10;

#[derive(Clone, Debug, Default)]
struct Level {
    format: String,
    before: String,
    behind: String,
    start: usize,
    /// How many levels a number shows.
    shown: usize,
}

/// The list styles, with their current numbers.
#[derive(Default)]
pub struct Lists {
    levels: HashMap<(String, usize), Level>,
    counts: HashMap<(String, usize), usize>,
}

impl Lists {
    /// Adds the styles that a part defines.
    pub fn add(&mut self, part: &Document) {
        for style in part.descendants().filter(|node| node.has_tag_name((TEXT, "list-style"))) {
            let Some(name) = style.attribute((STYLE, "name")) else { continue };
            for node in style.children() {
                if !node.has_tag_name((TEXT, "list-level-style-number")) {
                    continue;
                }
                let text = |name| node.attribute((STYLE, name)).unwrap_or_default().to_owned();
                let level = Level {
                    format: text("num-format"),
                    before: text("num-prefix"),
                    behind: text("num-suffix"),
                    start: number(node, (TEXT, "start-value")).unwrap_or(1),
                    shown: number(node, (TEXT, "display-levels")).unwrap_or(1),
                };
                let at = number(node, (TEXT, "level")).unwrap_or(1);
                self.levels.insert((name.to_owned(), at), level);
            }
        }
    }

    /// Restarts the numbers of a list style, unless the list continues the one before.
    pub fn begin(&mut self, style: &str, level: usize, list: Node) {
        let goes_on = list.attribute((TEXT, "continue-numbering")) == Some("true")
            || list.attribute((TEXT, "continue-list")).is_some();
        if !goes_on {
            for at in level..=LEVELS {
                self.counts.remove(&(style.to_owned(), at));
            }
        }
    }

    /// The number of the next item of a level, from 1; `None` if its items have bullets.
    pub fn next(&mut self, style: &str, level: usize, start: Option<usize>) -> Option<String> {
        let of = self.levels.get(&(style.to_owned(), level))?.clone();
        let key = (style.to_owned(), level);
        let next = self.counts.get(&key).map_or(of.start, |count| count.saturating_add(1));
        self.counts.insert(key, start.unwrap_or(next));
        for below in level + 1..=LEVELS {
            self.counts.remove(&(style.to_owned(), below));
        }
        if of.format.is_empty() {
            return None;
        }
        let first = (level + 1).saturating_sub(of.shown.max(1)).max(1);
        let numbers = (first..=level).filter_map(|at| {
            let key = (style.to_owned(), at);
            let format = self.levels.get(&key).map(|level| level.format.as_str())?;
            let count = self.counts.get(&key).copied().unwrap_or(1);
            (!format.is_empty()).then(|| shown(count, format))
        });
        let numbers = numbers.collect::<Vec<_>>().join(".");
        Some(format!("{}{numbers}{}", of.before, of.behind).trim().to_owned())
    }
}

/// A number in a format (ODF 1.3, part 3, §19.500).
fn shown(number: usize, format: &str) -> String {
    let signed = i64::try_from(number).unwrap_or(i64::MAX);
    let written = match format {
        "a" => alphabetic(signed),
        "A" => alphabetic(signed).map(|text| text.to_uppercase()),
        "i" => roman(signed),
        "I" => roman(signed).map(|text| text.to_uppercase()),
        _ => None,
    };
    written.unwrap_or_else(|| number.to_string())
}
