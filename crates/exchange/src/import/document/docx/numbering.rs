//! The numbers of list items (ECMA-376, part 1, §17.9).

use std::collections::HashMap;

use roxmltree::{Document, Node};

use crate::import::document::docx::names::{attribute, value};
use crate::import::html::{alphabetic, roman};
use crate::import::xml::child;

/// How the items of a level are numbered.
#[derive(Clone, Debug, Default)]
struct Level {
    start: i64,
    format: String,
    /// Such as `%1.%2.`: each placeholder is the number of a level.
    text: String,
}

/// The lists of a document, with their current numbers.
#[derive(Default)]
pub struct Numbering {
    /// By the number of a list and a level.
    levels: HashMap<(String, usize), Level>,
    /// Lists that count together have the same key.
    keys: HashMap<String, String>,
    counts: HashMap<(String, usize), i64>,
}

/// A list has nine levels.
const LEVELS: usize = 9;

impl Numbering {
    /// Reads the part that defines the lists.
    pub fn of(part: &Document) -> Numbering {
        let mut numbering = Numbering::default();
        let root = part.root_element();
        let abstracts: HashMap<_, _> = root
            .children()
            .filter(|node| node.tag_name().name() == "abstractNum")
            .filter_map(|node| Some((attribute(node, "abstractNumId")?, node)))
            .collect();
        for list in root.children().filter(|node| node.tag_name().name() == "num") {
            let Some(id) = attribute(list, "numId") else { continue };
            let Some(of) = child(list, "abstractNumId").and_then(value) else { continue };
            if let Some(definition) = abstracts.get(of) {
                numbering.add_levels(id, *definition);
            }
            let mut own = false;
            for changed in list.children().filter(|node| node.tag_name().name() == "lvlOverride") {
                own = true;
                numbering.add_levels(id, changed);
                let start = child(changed, "startOverride").and_then(value);
                let at = attribute(changed, "ilvl").and_then(|level| level.parse().ok());
                if let (Some(start), Some(at)) = (start.and_then(|start| start.parse().ok()), at)
                    && let Some(level) = numbering.levels.get_mut(&(id.to_owned(), at))
                {
                    level.start = start;
                }
            }
            let key = if own { format!("own {id}") } else { of.to_owned() };
            numbering.keys.insert(id.to_owned(), key);
        }
        numbering
    }

    fn add_levels(&mut self, list: &str, definition: Node) {
        for node in definition.children().filter(|node| node.tag_name().name() == "lvl") {
            let Some(at) = attribute(node, "ilvl").and_then(|level| level.parse::<usize>().ok())
            else {
                continue;
            };
            let text = |name| child(node, name).and_then(value);
            let level = Level {
                start: text("start").and_then(|start| start.parse().ok()).unwrap_or(1),
                format: text("numFmt").unwrap_or("decimal").to_owned(),
                text: text("lvlText").unwrap_or_default().to_owned(),
            };
            if at < LEVELS {
                self.levels.insert((list.to_owned(), at), level);
            }
        }
    }

    /// The number of the next item of a level in a list; `None` if its items have bullets.
    pub fn next(&mut self, list: &str, level: usize) -> Option<String> {
        let key = self.keys.get(list)?.clone();
        let of = self.levels.get(&(list.to_owned(), level))?.clone();
        let count = self.counts.entry((key.clone(), level)).or_insert(of.start.saturating_sub(1));
        *count = count.saturating_add(1);
        for below in level + 1..LEVELS {
            self.counts.remove(&(key.clone(), below));
        }
        if matches!(of.format.as_str(), "bullet" | "none") {
            return None;
        }
        let mut written = of.text.clone();
        for at in 0..=level {
            let sign = format!("%{}", at + 1);
            if !written.contains(&sign) {
                continue;
            }
            let Some(of) = self.levels.get(&(list.to_owned(), at)) else { continue };
            let count = self.counts.get(&(key.clone(), at)).copied().unwrap_or(of.start);
            written = written.replace(&sign, &shown(count, &of.format));
        }
        Some(written).filter(|written| !written.trim().is_empty())
    }
}

/// A number in a format (§17.18.59).
fn shown(number: i64, format: &str) -> String {
    let written = match format {
        "lowerLetter" => alphabetic(number),
        "upperLetter" => alphabetic(number).map(|text| text.to_uppercase()),
        "lowerRoman" => roman(number),
        "upperRoman" => roman(number).map(|text| text.to_uppercase()),
        "decimalZero" => Some(format!("{number:02}")),
        _ => None,
    };
    written.unwrap_or_else(|| number.to_string())
}
