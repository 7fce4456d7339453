//! What each piece of HTML becomes.

mod aside;
mod start;
mod undo;

use std::collections::{HashMap, HashSet};

use crate::import::html::elements::is_block;
use crate::import::html::ends::{self, End};
use crate::import::html::numbers::Numbering;
use crate::import::html::pieces::{Piece, What};
use crate::import::html::withheld::{Kind, Withheld};
use crate::import::html::writer::Writer;
use crate::import::html::{Html, LeftOut, Read, shortcodes};
use undo::Undo;

/// A reading of the pieces of a text.
pub struct Reading<'a> {
    html: Html<'a>,
    ends: &'a [Option<End>],
    writer: Writer,
    /// What ends with the element that a piece began.
    undo: HashMap<usize, Vec<Undo>>,
    /// What is being left out.
    withheld: Option<Withheld>,
    /// For each list that is open, how its items are numbered.
    lists: Vec<Option<Numbering>>,
    /// How many items each list has, by the piece that begins it.
    items: HashMap<usize, usize>,
    /// For each table that is open, whether it was named.
    tables: Vec<bool>,
    /// For each figure that is open, whether there was a picture in it.
    figures: Vec<bool>,
    langs: Vec<String>,
    quotes: usize,
    raised: usize,
    /// The numbers of footnotes by what marks refer to them by.
    numbered: HashMap<String, usize>,
    /// How many links to a place in the same page are open.
    anchors: usize,
    /// What was named once for the whole text.
    named: HashSet<&'static str>,
    left_out: LeftOut,
}

impl<'a> Reading<'a> {
    /// A reading of a text whose elements end so.
    pub fn new(html: Html<'a>, ends: &'a [Option<End>]) -> Reading<'a> {
        let ids = html.footnotes.iter().enumerate().filter(|(_, note)| !note.id.is_empty());
        let numbered = ids.map(|(at, note)| (note.id.clone(), at + 1)).collect();
        Reading {
            html,
            ends,
            writer: Writer::default(),
            undo: HashMap::new(),
            withheld: None,
            lists: Vec::new(),
            items: HashMap::new(),
            tables: Vec::new(),
            figures: Vec::new(),
            langs: Vec::new(),
            quotes: 0,
            raised: 0,
            numbered,
            anchors: 0,
            named: HashSet::new(),
            left_out: Vec::new(),
        }
    }

    /// Reads the pieces.
    pub fn read(mut self, pieces: &[Piece]) -> Read {
        self.items = ends::items(pieces, self.ends);
        let mut ending: Vec<(usize, usize)> = Vec::new();
        for (start, end) in self.ends.iter().enumerate() {
            ending.extend(end.map(|end| (end.at, start)));
        }
        // What began last ends first.
        ending.sort_unstable_by_key(|(end, start)| (*end, usize::MAX - start));
        let codes =
            ending.iter().filter(|(_, start)| matches!(pieces[*start].what, What::Shortcode(_)));
        let paired: HashSet<usize> = codes.map(|(end, _)| *end).collect();
        let mut ending = ending.into_iter().peekable();
        let mut after_code = false;
        for (at, Piece { line, what }) in pieces.iter().enumerate() {
            while let Some((_, start)) = ending.next_if(|(end, _)| *end <= at) {
                self.leave(start);
            }
            match what {
                What::Start(tag) => self.start(at, tag, *line, pieces),
                What::End(name) => self.end(name),
                What::Text(text) => self.text(text, *line),
                What::Comment(text) => self.comment(text, *line),
                What::Marker(marker) => self.marker(at, marker, *line),
                What::Shortcode(code) if code.closes => {
                    if !paired.contains(&at) {
                        self.name_shortcode(code, *line);
                    }
                }
                What::Shortcode(code) => {
                    if after_code {
                        self.writer.close();
                    }
                    self.shortcode(at, code, *line, pieces);
                }
                What::Doubtful(text) => self.doubtful(text, *line),
                What::Torn(text) => {
                    self.note(*line, format!("a tag that does not end was left out: {text}"))
                }
            }
            after_code = matches!(what, What::Shortcode(code) if code.closes);
        }
        for (_, start) in ending {
            self.leave(start);
        }
        self.finish()
    }

    fn finish(mut self) -> Read {
        let blocks = self.writer.finish();
        for block in blocks.iter().filter(|block| shortcodes::is_lone(&block.text)) {
            self.left_out.push((
                block.line,
                format!("this may be a shortcode of WordPress, and was kept: {}", block.text),
            ));
        }
        self.left_out.sort_by_key(|(line, _)| *line);
        Read { blocks, footnotes: self.html.footnotes, left_out: self.left_out }
    }

    fn end(&mut self, name: &str) {
        if self.withheld.is_none() {
            if name == "br" {
                self.writer.add_break();
            } else if is_block(name) {
                self.writer.close();
            }
        }
    }

    fn text(&mut self, text: &str, line: usize) {
        match &mut self.withheld {
            Some(withheld) => withheld.add(text),
            None => self.writer.add(text, line),
        }
    }

    fn withhold(&mut self, by: usize, kind: Kind, line: usize) {
        self.withheld = Some(Withheld::new(by, kind, line));
    }

    /// Ends the element that a piece began.
    fn leave(&mut self, start: usize) {
        if let Some(withheld) = self.withheld.take_if(|withheld| withheld.by == start) {
            self.name_withheld(withheld);
        }
        for undo in self.undo.remove(&start).unwrap_or_default().into_iter().rev() {
            self.take_back(undo);
        }
    }

    fn name_once(&mut self, line: usize, text: &'static str) {
        if self.named.insert(text) {
            self.note(line, text.to_owned());
        }
    }

    fn note(&mut self, line: usize, text: String) {
        self.left_out.push((line, text));
    }
}
