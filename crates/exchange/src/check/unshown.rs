//! Characters in a file that cannot be shown.

use std::ops::Range;

use solidarity_core::collection::characters::{
    Instead as Stands, Unshown, shown_in_json, unshown_in_json,
};

use crate::check::finding::{Finding, Instead, Severity};
use crate::check::paths::Paths;
use crate::windows_1252::windows_1252;

/// A file of messages, and the text that is read from it: without what cannot be shown.
pub struct Shown {
    /// The text as it is read.
    pub text: String,
    unshown: Vec<Unshown>,
    /// For each of them, the start and end in the text, and the position in the file.
    places: Vec<(Range<usize>, Range<usize>)>,
}

impl Shown {
    /// Reads a file.
    pub fn of(file: &str) -> Shown {
        let unshown = unshown_in_json(file);
        let text = shown_in_json(file, &unshown).into_owned();
        let (mut at, mut end) = (0, 0);
        let mut places = Vec::with_capacity(unshown.len());
        for Unshown { range, instead, .. } in &unshown {
            let start = at + range.start - end;
            at = start + instead.in_json().len();
            end = range.end;
            places.push((start..at, range.clone()));
        }
        Shown { text, unshown, places }
    }

    /// Whether half of a character is in a range of the text.
    pub fn has_halves(&self, range: &Range<usize>) -> bool {
        let first = self.places.partition_point(|(in_text, _)| in_text.start < range.start);
        let all = self.places.iter().zip(&self.unshown).skip(first);
        let mut within = all.take_while(|((in_text, _), _)| in_text.start < range.end);
        within.any(|(_, unshown)| unshown.instead == Stands::Replacement)
    }

    /// The bytes of the file that a range of the text comes from.
    pub fn in_file(&self, range: &Range<usize>) -> Range<usize> {
        self.at_in_file(range.start)..self.at_in_file(range.end)
    }

    fn at_in_file(&self, at: usize) -> usize {
        let before = self.places.partition_point(|(in_text, _)| in_text.start < at);
        match before.checked_sub(1).and_then(|last| self.places.get(last)) {
            None => at,
            Some((in_text, in_file)) if at < in_text.end => in_file.start,
            Some((in_text, in_file)) => at - in_text.end + in_file.end,
        }
    }

    /// A warning for each character that is not shown.
    pub fn warnings(&self, paths: &Paths) -> Vec<Finding> {
        let characters = self.unshown.iter().zip(&self.places);
        characters
            .map(|(Unshown { code, instead, .. }, (in_text, in_file))| {
                let (what, cure) = said(*code, *instead);
                let meant = windows_1252(*code).filter(|_| *instead == Stands::Nothing);
                Finding {
                    severity: Severity::Warning,
                    range: in_file.clone(),
                    path: paths.path_at(in_text.start),
                    what,
                    cure: cure.to_owned(),
                    instead: meant.map(|meant| Instead {
                        value: meant.into(),
                        meaning: Some("as in text from Windows".to_owned()),
                    }),
                }
            })
            .collect()
    }
}

fn said(code: u32, instead: Stands) -> (String, &'static str) {
    match instead {
        Stands::Nothing => (
            format!("U+{code:04X} cannot be shown, and is left out."),
            "Remove it, or replace it with what was meant.",
        ),
        Stands::LineEnd => (
            format!("U+{code:04X} is shown as a line break."),
            "Write \\n for a line break; for a new paragraph, add another text to the list.",
        ),
        Stands::Replacement => (
            format!("\\u{code:04x} is only half of a character, and is shown as \u{fffd}."),
            "Write the whole character.",
        ),
    }
}
