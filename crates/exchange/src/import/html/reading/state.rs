//! The state while pieces are read.

use std::collections::{HashMap, HashSet};

use crate::import::html::ends::End;
use crate::import::html::numbers::Numbering;
use crate::import::html::reading::undo::Undo;
use crate::import::html::text::{Html, LeftOut};
use crate::import::html::withheld::{Kind, Withheld};
use crate::import::html::writer::Writer;

/// The state of reading a text.
pub struct Reading<'a> {
    pub html: Html<'a>,
    pub ends: &'a [Option<End>],
    pub writer: Writer,
    /// What to undo at the end of each element, by the piece that began it.
    pub undo: HashMap<usize, Vec<Undo>>,
    /// The innermost part being left out.
    pub withheld: Option<Withheld>,
    /// The numbering of each open list.
    pub lists: Vec<Option<Numbering>>,
    /// The number of items of each list, by the piece that begins it.
    pub items: HashMap<usize, usize>,
    /// For each open table, whether it has a note.
    pub tables: Vec<bool>,
    /// For each open figure, whether it has contained a picture.
    pub figures: Vec<bool>,
    pub langs: Vec<String>,
    pub quotes: usize,
    pub raised: usize,
    /// The numbers of footnotes, by the names that marks use.
    pub numbered: HashMap<String, usize>,
    /// The number of open links to a place in the same page.
    pub anchors: usize,
    /// The notes made once for the whole text.
    pub named: HashSet<&'static str>,
    pub left_out: LeftOut,
}

impl<'a> Reading<'a> {
    /// Begins to read a text whose elements end at these places.
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

    /// Begins to leave something out, inside whatever is being left out already.
    pub fn withhold(&mut self, by: usize, kind: Kind, line: usize) {
        let end = |by: usize| self.ends.get(by).copied().flatten().map_or(by, |end| end.at);
        match self.withheld.take_if(|withheld| !withheld.is_named() && end(withheld.by) < end(by)) {
            Some(mark) => {
                self.name_withheld(mark);
                self.withheld = Some(Withheld::new(by, kind, line));
            }
            None => match &mut self.withheld {
                Some(withheld) if end(withheld.by) < end(by) => withheld.by = by,
                Some(_) => {}
                None => self.withheld = Some(Withheld::new(by, kind, line)),
            },
        }
    }

    pub fn name_once(&mut self, line: usize, text: &'static str) {
        if self.named.insert(text) {
            self.note(line, text.to_owned());
        }
    }

    pub fn note(&mut self, line: usize, text: String) {
        self.left_out.push((line, text));
    }
}
