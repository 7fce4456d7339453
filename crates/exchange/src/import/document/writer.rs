//! Builds the paragraphs of a document, and notes on it.

use std::collections::BTreeMap;

use crate::import::document::notes::{self, Notes};
use crate::import::html::{Block, Row, lowered, raised};

/// How text is formatted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Whether it is hidden.
    pub hidden: bool,
    /// Whether it is struck out.
    pub struck: bool,
    /// Its height relative to the line.
    pub height: Height,
    /// The language that it is marked with.
    pub lang: Option<String>,
}

/// The height of text relative to the line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Height {
    /// On the line.
    #[default]
    Line,
    /// Above it.
    Raised,
    /// Below it.
    Lowered,
}

/// The paragraphs and notes so far.
#[derive(Default)]
pub struct Writer {
    /// The notes.
    pub notes: Notes,
    /// The number of the paragraph, from 1, in the order of the document.
    pub paragraph: usize,
    text: String,
    /// Raised or lowered letters not yet written.
    raised: Option<(Height, String)>,
    /// Words being left out, and what they are.
    withheld: Option<(&'static str, String)>,
    /// Whether words were just left out: one of the spaces on both sides goes with them.
    after_gap: bool,
    /// The number of a list item whose text has not begun.
    number: Option<String>,
    /// The number of letters of the paragraph in each language.
    letters: BTreeMap<Option<String>, usize>,
    /// The same, for the whole document.
    all_letters: BTreeMap<Option<String>, usize>,
    blocks: Vec<Block>,
    footnotes: Vec<Block>,
    rows: Vec<Row>,
    in_footnote: bool,
}

impl Writer {
    /// Begins a paragraph.
    pub fn begin(&mut self) {
        self.close();
        self.paragraph += 1;
    }

    /// Sets the number of the list item that the paragraph begins.
    pub fn number(&mut self, number: String) {
        self.number = Some(number);
    }

    /// Adds text.
    pub fn add(&mut self, text: &str, look: &Look) {
        let what = match look {
            Look { hidden: true, .. } => Some(notes::HIDDEN),
            Look { struck: true, .. } => Some("struck-out text"),
            _ => None,
        };
        if let Some(what) = what {
            return self.withhold(what, text);
        }
        self.release();
        if look.height != Height::Line {
            if self.raised.as_ref().is_some_and(|(height, _)| *height != look.height) {
                self.write_raised();
            }
            self.raised.get_or_insert((look.height, String::new())).1 += text;
            return;
        }
        self.write_raised();
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        if letters > 0 {
            *self.letters.entry(look.lang.clone()).or_default() += letters;
        }
        self.write(text);
    }

    /// Leaves words out and names them in a note.
    pub fn withhold(&mut self, what: &'static str, text: &str) {
        if self.withheld.as_ref().is_some_and(|(of, _)| *of != what) {
            self.release();
        }
        self.withheld.get_or_insert((what, String::new())).1 += text;
    }

    /// Adds a note on the paragraph, unless an earlier one has the same note.
    pub fn note_once(&mut self, text: &'static str) {
        self.notes.once(text, self.paragraph);
    }

    /// Adds a note on what was left out of the paragraph. Does nothing if it has no words.
    pub fn note_left_out(&mut self, what: &'static str, words: &str) {
        self.notes.left_out(what, words, self.paragraph);
    }

    /// Adds a note on a picture that was left out, with its description.
    pub fn note_picture(&mut self, description: &str) {
        let description = match description.trim() {
            "" => "it has no description",
            description => description,
        };
        self.note_left_out("a picture or drawing", description);
    }

    /// Adds a footnote mark, with a space after the word before it.
    pub fn add_mark(&mut self, mark: &str) {
        self.release();
        self.write_raised();
        let space = self.text.ends_with(|c: char| !c.is_whitespace());
        self.write(&format!("{}[{mark}]", if space { " " } else { "" }));
        let text = "marks of footnotes were put in brackets here and below.";
        self.note_once(text);
    }

    /// Begins a footnote with this mark. Its paragraphs come last.
    pub fn begin_footnote(&mut self, mark: &str) {
        self.close();
        self.number = Some(format!("[{mark}]"));
        self.in_footnote = true;
    }

    /// Ends a footnote.
    pub fn end_footnote(&mut self) {
        self.close();
        self.in_footnote = false;
    }

    /// Begins a row of a table.
    pub fn begin_row(&mut self) {
        self.close();
        let before = self.blocks().len();
        self.rows.push(Row::behind(before));
    }

    /// Begins a cell.
    pub fn begin_cell(&mut self) {
        self.close();
        if let Some(row) = self.rows.last_mut() {
            row.begin_cell();
        }
    }

    /// Ends a row.
    pub fn end_row(&mut self) {
        self.close();
        let Some(row) = self.rows.pop() else { return };
        let count = row.blocks();
        let joined = row.join(self.blocks());
        if joined {
            let text =
                "each row of a table became a paragraph, with | between its cells, here and below.";
            self.note_once(text);
        }
        if let Some(outer) = self.rows.last_mut() {
            outer.count(if joined { 1 } else { count });
        }
    }

    /// Ends the paragraph.
    pub fn close(&mut self) {
        self.release();
        self.write_raised();
        self.after_gap = false;
        let letters = std::mem::take(&mut self.letters);
        let text = std::mem::take(&mut self.text);
        let text = text.trim_matches(['\n', ' ', '\u{a0}']).trim_end_matches('\t');
        if text.trim().is_empty() {
            return;
        }
        let text = match self.number.take() {
            Some(number) => format!("{number} {}", text.trim_start()),
            None => text.to_owned(),
        };
        let all: usize = letters.values().sum();
        let lang = letters.iter().max_by_key(|(_, count)| **count);
        let lang = lang.filter(|(_, count)| **count * 10 >= all * 9);
        let lang = lang.and_then(|(lang, _)| lang.clone());
        for (lang, count) in letters {
            *self.all_letters.entry(lang).or_default() += count;
        }
        let block = Block { text, line: self.paragraph, lang, ..Block::default() };
        self.blocks().push(block);
        if let Some(row) = self.rows.last_mut() {
            row.count(1);
        }
    }

    /// The paragraphs and notes. Footnotes come last, and each paragraph has its language if that differs from
    /// the document’s.
    pub fn finish(mut self) -> (Vec<Block>, Vec<(usize, String)>) {
        self.close();
        let main = self.all_letters.iter().max_by_key(|(_, count)| **count);
        let main = main.and_then(|(lang, _)| lang.as_deref()).map(primary).map(str::to_owned);
        let mut blocks = self.blocks;
        blocks.append(&mut self.footnotes);
        for block in &mut blocks {
            let other =
                block.lang.as_deref().map(primary).filter(|lang| Some(*lang) != main.as_deref());
            if other.is_none() || main.is_none() {
                block.lang = None;
            } else {
                let text = "the document says that paragraphs here or below are in another language than its other \
                            text, and they were marked with it.";
                self.notes.once(text, block.line);
            }
        }
        (blocks, self.notes.finish())
    }

    fn blocks(&mut self) -> &mut Vec<Block> {
        if self.in_footnote { &mut self.footnotes } else { &mut self.blocks }
    }

    fn write(&mut self, text: &str) {
        let mut text = text;
        if !text.is_empty() && std::mem::take(&mut self.after_gap) {
            if self.text.is_empty() || self.text.ends_with(char::is_whitespace) {
                text = text.trim_start_matches(' ');
            }
            if text.starts_with([',', '.', ';', ':', '!', '?', '\n']) {
                self.text.truncate(self.text.trim_end_matches(' ').len());
            }
        }
        self.text += text;
    }

    fn write_raised(&mut self) {
        let Some((height, text)) = self.raised.take() else { return };
        let written = match height {
            Height::Lowered => lowered(&self.text, &text),
            Height::Raised | Height::Line => raised(&self.text, &text),
        };
        if written.changed {
            let text = "raised or lowered letters were written on the line here and below.";
            self.note_once(text);
        }
        self.write(&written.text);
    }

    fn release(&mut self) {
        if let Some((what, words)) = self.withheld.take() {
            self.write_raised();
            self.note_left_out(what, &words);
            self.after_gap = true;
        }
    }
}

/// The primary language of a tag.
fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}
