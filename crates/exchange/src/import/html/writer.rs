//! Paragraphs as they are written, piece by piece.

use crate::import::html::rows::Row;
use crate::import::html::text::Block;

/// The paragraphs so far, and the one that is open.
#[derive(Default)]
pub struct Writer {
    open: Block,
    /// How many elements of strong emphasis are open.
    pub strong: usize,
    /// Whether letters of the open block stand outside of those.
    not_strong: bool,
    /// Whether a <br> came just now: the end of the line behind it is not another.
    after_break: bool,
    /// Whether a <br> was the last but space.
    ended_by_break: bool,
    /// Whether something was left out just now: the spaces on both sides are not to be two.
    after_gap: bool,
    /// The numbers of list items whose text is still to come.
    numbers: Vec<String>,
    /// The levels of the headings that are open.
    pub headings: Vec<u8>,
    /// How many lists, quotations and tables are open: bold lines in them are no headings.
    pub enclosed: usize,
    /// How many elements are open in which spaces count.
    pub preformatted: usize,
    /// The languages of the blocks that are open.
    pub langs: Vec<String>,
    /// The language of what follows, where a plugin wrote it between the paragraphs.
    pub section: Option<String>,
    /// The rows of tables that are open.
    pub rows: Vec<Row>,
    blocks: Vec<Block>,
    /// How often a block was closed.
    closed: usize,
}

/// A place in the open block.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    closed: usize,
    length: usize,
}

impl Writer {
    /// Adds a text that begins in a line. An empty line in it is between paragraphs.
    pub fn add(&mut self, text: &str, line: usize) {
        // A carriage return is space to HTML; only a reference (&#13;) writes one.
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

    /// Adds something that belongs to the text around it, such as a quotation mark.
    pub fn add_mark(&mut self, mark: &str, line: usize) {
        self.begin(line);
        self.not_strong |= self.strong == 0;
        self.after_break = false;
        self.ended_by_break = false;
        self.open.text += mark;
    }

    /// Adds the mark of a footnote, apart from the word before.
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
            // Two of them are how many people part their paragraphs.
            self.close();
        } else if !ended && !self.open.text.is_empty() {
            self.open.text.push('\n');
        }
        self.after_break = true;
        self.ended_by_break = true;
    }

    /// Remembers that something between two words was left out.
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

    /// Where the open block ends now.
    pub fn place(&mut self, line: usize) -> Place {
        self.begin(line);
        Place { closed: self.closed, length: self.open.text.len() }
    }

    /// What was written from a place on in the same block, and what stands before it.
    pub fn take_from(&mut self, place: Place) -> Option<(&str, String)> {
        if place.closed != self.closed || !self.open.text.is_char_boundary(place.length) {
            return None;
        }
        let taken = self.open.text.split_off(place.length);
        Some((self.open.text.as_str(), taken))
    }

    /// Puts back what was taken, in whatever form.
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
        // A salutation is no heading: “Dear friends,”.
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
