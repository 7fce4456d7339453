//! Builds paragraphs piece by piece.

use crate::import::html::rows::Row;
use crate::import::html::text::Block;

/// The finished paragraphs, and the open one.
#[derive(Default)]
pub struct Writer {
    open: Block,
    /// The number of open elements of strong emphasis.
    pub strong: usize,
    /// Whether the open block has letters outside of those.
    not_strong: bool,
    /// Whether the last piece was a <br>: a line end right after it does not count.
    after_break: bool,
    /// Whether only space has followed the last <br>.
    ended_by_break: bool,
    /// Whether something was just left out: the spaces on both sides must become one.
    after_gap: bool,
    /// The numbers of list items whose text has not begun.
    numbers: Vec<String>,
    /// The levels of the open headings.
    pub headings: Vec<u8>,
    /// The number of open lists, quotations and tables: bold lines in them are not headings.
    pub enclosed: usize,
    /// The number of open elements in which spaces are kept.
    pub preformatted: usize,
    /// The languages of the open blocks.
    pub langs: Vec<String>,
    /// The language of what follows, if a plugin put a mark between the paragraphs.
    pub section: Option<String>,
    /// The open table rows.
    pub rows: Vec<Row>,
    blocks: Vec<Block>,
    /// The number of blocks closed so far.
    closed: usize,
}

/// A position in the open block.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    closed: usize,
    length: usize,
}

impl Writer {
    /// Adds a text that begins in this line. Empty lines in it separate paragraphs.
    pub fn add(&mut self, text: &str, line: usize) {
        // HTML treats a carriage return as space; only a reference (&#13;) can write one.
        let text = &*text.replace('\r', "");
        let after_break = std::mem::take(&mut self.after_break);
        let (mut text, mut line) = match text.strip_prefix('\n').filter(|_| after_break) {
            Some(rest) => (rest, line + 1),
            None => (text, line),
        };
        if !text.is_empty() && std::mem::take(&mut self.after_gap) && self.open.text.ends_with(' ')
        {
            if text.starts_with([',', '.', ';', ':', '!', '?']) {
                self.open.text.truncate(self.open.text.trim_end_matches(' ').len());
            }
            text = text.strip_prefix(' ').unwrap_or(text);
        }
        for part in text.split_inclusive('\n') {
            let blank = part.trim().is_empty();
            if blank && self.open.text.ends_with('\n') && part.ends_with('\n') {
                self.close();
            } else if !blank {
                self.ended_by_break = false;
                self.begin(line);
                self.not_strong |= self.strong == 0;
                let starts = self.open.text.is_empty() || self.open.text.ends_with(['\n', ' ']);
                let indented = starts && self.preformatted == 0;
                self.open.text +=
                    if indented { part.trim_start_matches([' ', '\t']) } else { part };
            } else if !self.open.text.is_empty() {
                self.open.text += part;
            }
            line += 1;
        }
    }

    /// Adds something that is joined to the text around it, such as a quotation mark.
    pub fn add_mark(&mut self, mark: &str, line: usize) {
        self.begin(line);
        self.not_strong |= self.strong == 0;
        self.after_break = false;
        self.ended_by_break = false;
        self.open.text += mark;
    }

    /// Adds a footnote mark, with a space after the word before it.
    pub fn add_footnote(&mut self, shown: &str, number: Option<usize>, line: usize) {
        self.begin(line);
        self.not_strong |= self.strong == 0;
        if !self.open.text.is_empty() && !self.open.text.ends_with(char::is_whitespace) {
            self.open.text.push(' ');
        }
        self.open.text += shown;
        self.open.marks.extend(number);
    }

    /// Ends a line.
    pub fn add_break(&mut self) {
        let ended = self.open.text.ends_with('\n');
        if ended && self.ended_by_break {
            // Many people separate paragraphs with two of them.
            self.close();
        } else if !ended && !self.open.text.is_empty() {
            self.open.text.push('\n');
        }
        self.after_break = true;
        self.ended_by_break = true;
    }

    /// Records that something between two words was left out.
    pub fn leave_gap(&mut self) {
        self.after_gap = true;
    }

    /// Sets the number of the item whose text follows.
    pub fn number(&mut self, number: String) {
        self.numbers.push(number);
    }

    /// Writes the number of an item that had no text.
    pub fn write_number(&mut self, line: usize) {
        if !self.numbers.is_empty() {
            self.begin(line);
            self.not_strong = true;
            self.close();
        }
    }

    /// The current end of the open block.
    pub fn place(&mut self, line: usize) -> Place {
        self.begin(line);
        Place { closed: self.closed, length: self.open.text.len() }
    }

    /// What was written to the same block since a position, and what is before it.
    pub fn take_from(&mut self, place: Place) -> Option<(&str, String)> {
        if place.closed != self.closed || !self.open.text.is_char_boundary(place.length) {
            return None;
        }
        let taken = self.open.text.split_off(place.length);
        Some((self.open.text.as_str(), taken))
    }

    /// Puts back what was taken, possibly changed.
    pub fn put(&mut self, text: &str) {
        self.open.text += text;
    }

    /// Makes sure that the open block has its line, its language and its number.
    fn begin(&mut self, line: usize) {
        if self.open.text.is_empty() {
            self.open.line = line;
            self.open.lang = self.langs.last().or(self.section.as_ref()).cloned();
            if !self.numbers.is_empty() {
                self.open.text = std::mem::take(&mut self.numbers).join(" ") + " ";
            }
        }
    }

    /// Ends the open block.
    pub fn close(&mut self) {
        self.after_gap = false;
        self.after_break = false;
        self.ended_by_break = false;
        self.closed += 1;
        let mut block = std::mem::take(&mut self.open);
        let not_strong = std::mem::take(&mut self.not_strong);
        let text = block.text.trim_matches(['\n', ' ', '\t', '\u{a0}']);
        if text.is_empty() {
            return;
        }
        if text.len() < block.text.len() {
            block.text = text.to_owned();
        }
        block.heading = self.headings.last().copied();
        // A salutation is not a heading: “Dear friends,”.
        let goes_on = block.text.ends_with([',', ';', ':', '!', '?', '，', '：', '！', '،']);
        if block.heading.is_none() && !not_strong && self.enclosed == 0 && !goes_on {
            block.heading = Some(7);
        }
        self.blocks.push(block);
        if let Some(row) = self.rows.last_mut() {
            row.count(1);
        }
    }

    /// Begins a row of a table.
    pub fn begin_row(&mut self) {
        self.close();
        self.rows.push(Row::behind(self.blocks.len()));
    }

    /// Ends a row of a table, and says whether its cells were joined.
    pub fn end_row(&mut self) -> bool {
        self.close();
        let Some(row) = self.rows.pop() else { return false };
        let count = row.blocks();
        let joined = row.join(&mut self.blocks);
        if let Some(outer) = self.rows.last_mut() {
            outer.count(if joined { 1 } else { count });
        }
        joined
    }

    /// All blocks.
    pub fn finish(mut self) -> Vec<Block> {
        self.close();
        self.blocks
    }
}
