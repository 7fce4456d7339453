//! Characters that cannot be shown, or that mean something only to programs.

use std::collections::BTreeMap;

use solidarity_core::collection::characters::{Instead, Unshown, unshown};

use crate::passages::in_lines;
use crate::windows_1252::windows_1252;

/// The byte order mark, which has no meaning within a text but was once an invisible space.
const MARK: u32 = 0xfeff;

/// What was removed from texts: by code point, its replacement, and the lines (from 1) where it was.
#[derive(Default)]
pub struct TakenOut(BTreeMap<u32, (Instead, Vec<usize>)>);

impl TakenOut {
    /// Removes what cannot be shown from a text that begins in a line. Characters that mean a line end stay:
    /// what they become depends on where they are. `lines` counts the lines that end in a part of the text.
    pub fn of(&mut self, text: String, mut line: usize, lines: fn(&str) -> usize) -> String {
        let mut found = unshown(&text);
        let mark = |(at, mark): (usize, &str)| Unshown {
            range: at..at + mark.len(),
            code: MARK,
            instead: Instead::Nothing,
        };
        found.extend(text.match_indices('\u{feff}').map(mark));
        if found.is_empty() {
            return text;
        }
        found.sort_by_key(|unshown| unshown.range.start);
        let mut kept = String::with_capacity(text.len());
        let mut end = 0;
        for Unshown { range, code, instead } in found {
            let between = text.get(end..range.start).unwrap_or_default();
            line += lines(between);
            kept += between;
            end = range.start;
            if instead == Instead::Nothing {
                end = range.end;
            }
            self.0.entry(code).or_insert((instead, Vec::new())).1.push(line);
        }
        kept + text.get(end..).unwrap_or_default()
    }

    /// The notes, each with its line.
    pub fn notes(self) -> Vec<(usize, String)> {
        of_characters(self.0)
    }
}

/// The notes on characters, by code point: what they become, and the lines (from 1) where they are.
pub fn of_characters(kinds: BTreeMap<u32, (Instead, Vec<usize>)>) -> Vec<(usize, String)> {
    let mut said: Vec<_> = kinds
        .into_iter()
        .filter_map(|(code, (instead, lines))| Some((*lines.first()?, said(code, &lines, instead))))
        .collect();
    said.sort_by_key(|(line, _)| *line);
    said
}

fn said(code: u32, lines: &[usize], instead: Instead) -> String {
    let name = match lines.len() {
        1 => format!("U+{code:04X}"),
        count => format!("U+{code:04X} ({count} times{})", in_lines(lines)),
    };
    match (instead, windows_1252(code)) {
        _ if code == MARK => format!("{name} is an invisible mark, and was left out."),
        (Instead::LineEnd, _) => format!("{name} became a line break."),
        (_, Some(meant)) => format!(
            "{name} cannot be shown, and was left out. In text from Windows it may stand for “{meant}”: \
             if so, put that in where it is missing."
        ),
        _ => format!("{name} cannot be shown, and was left out."),
    }
}
