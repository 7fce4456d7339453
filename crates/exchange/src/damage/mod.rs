//! Damage that programs did to a text before it arrived here. It is reported but never repaired, because only
//! people know what was meant.

mod length;
mod lost;
mod misread;
mod mojibake;
mod spreadsheet;
mod unseen;

use crate::passages::{in_lines, word_at};

pub use length::cut_off;
pub use lost::{in_text as lost_letters, is_lost_name};
pub use mojibake::{Mojibake, mojibake};
pub use spreadsheet::{Damaged, damaged};
pub use unseen::{in_name, unbalanced, unseen_name};

/// The damage in texts given with their lines, from 1: for each kind one note with its line.
pub fn in_lines_of<'a>(texts: impl Iterator<Item = (usize, &'a str)>) -> Vec<(usize, String)> {
    let (mut misread, mut lost) = (Places::default(), Places::default());
    for (line, text) in texts {
        if let Some(Mojibake { word, meant, .. }) = mojibake(text) {
            misread.add(line, || (word, Some(meant)));
        }
        if let Some(mark) = text.find('\u{fffd}') {
            lost.add(line, || (word_at(text, mark).to_owned(), None));
        }
    }
    let misread_said = misread.first().map(|(line, word, meant)| {
        let meant = meant.as_deref().unwrap_or_default();
        let text = format!(
            "“{word}”{} looks like “{meant}” in UTF-8 that a program took for an older character set. \
             Nothing was changed: get the text from where it was written, and save it in UTF-8.",
            misread.others()
        );
        (line, text)
    });
    let lost_said = lost.first().map(|(line, word, _)| {
        let text = format!(
            "“{word}”{} contains U+FFFD, the sign for a letter that was lost before the file came here. \
             Nothing was changed: get the text from where it was written.",
            lost.others()
        );
        (line, text)
    });
    misread_said.into_iter().chain(lost_said).collect()
}

/// The lines of one kind of damage, and the first word with it.
#[derive(Default)]
struct Places {
    lines: Vec<usize>,
    example: Option<(String, Option<String>)>,
}

impl Places {
    fn add(&mut self, line: usize, example: impl FnOnce() -> (String, Option<String>)) {
        self.lines.push(line);
        self.example.get_or_insert_with(example);
    }

    fn first(&self) -> Option<(usize, &str, Option<String>)> {
        let (word, meant) = self.example.as_ref()?;
        Some((*self.lines.first()?, word, meant.clone()))
    }

    fn others(&self) -> String {
        match in_lines(&self.lines) {
            lines if lines.is_empty() => lines,
            lines => format!(" ({} places{lines})", self.lines.len()),
        }
    }
}
