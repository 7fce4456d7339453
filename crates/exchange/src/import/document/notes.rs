//! Notes on a document, by paragraph number.

use std::collections::{HashMap, HashSet};

use crate::counted::counted;

// Wording for all kinds of documents: first notes, then names of things that are left out.
pub const LISTS: &str = "lists became paragraphs here and below.";
pub const RUBY: &str = "the readings of letters (ruby) were put in parentheses after them.";
pub const INSERTED: &str = "text inserted with tracked changes was kept here and below.";
pub const TEXT_BOXES: &str =
    "text boxes became paragraphs after those that they belong to, here and below.";
pub const DELETED: &str = "text deleted with tracked changes";
pub const HIDDEN: &str = "hidden text";
pub const COMMENT: &str = "a comment";
pub const LINK: &str = "the address of a link";

/// At most this many notes of each kind are made one by one.
const EACH: usize = 20;

/// A note quotes at most this many characters.
const LETTERS: usize = 300;

/// The notes.
#[derive(Debug, Default)]
pub struct Notes {
    said: Vec<(usize, String)>,
    /// For each kind, the number of notes, and the paragraph of the first one without a note of its own.
    counts: HashMap<&'static str, (usize, usize)>,
    /// The headers and footers named so far: most sections repeat them.
    margins: HashSet<String>,
}

impl Notes {
    /// Adds a note on something left out, quoting its words. Does nothing if there are none.
    pub fn left_out(&mut self, what: &'static str, words: &str, paragraph: usize) {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if words.is_empty() {
            return;
        }
        let words = match words.char_indices().nth(LETTERS) {
            Some((end, _)) => format!("{}…", words.get(..end).unwrap_or_default()),
            None => words,
        };
        let (count, next) = self.counts.entry(what).or_insert((0, paragraph));
        *count += 1;
        match *count {
            count if count <= EACH => {
                self.said.push((paragraph, format!("{what} was left out: {words}.")));
            }
            count if count == EACH + 1 => *next = paragraph,
            _ => {}
        }
    }

    /// Adds a note on a header or footer that was left out, unless one with the same words is named already.
    pub fn left_out_margin(&mut self, what: &'static str, words: &str) {
        if self.margins.insert(words.to_owned()) {
            self.left_out(what, words, 1);
        }
    }

    /// Adds a note on the first case only.
    pub fn once(&mut self, text: &'static str, paragraph: usize) {
        if self.counts.insert(text, (0, paragraph)).is_none() {
            self.said.push((paragraph, text.to_owned()));
        }
    }

    /// The notes, in the order of the paragraphs.
    pub fn finish(self) -> Vec<(usize, String)> {
        let mut said = self.said;
        for (what, (count, next)) in self.counts {
            if let Some(more) = count.checked_sub(EACH).filter(|more| *more > 0) {
                said.push((
                    next,
                    format!("{what} was left out {} from here on.", counted(more, "more time")),
                ));
            }
        }
        said.sort();
        said
    }
}
