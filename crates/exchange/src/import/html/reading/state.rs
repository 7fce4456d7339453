//! What is known while pieces are read.

use std::collections::{HashMap, HashSet};

use crate::import::html::ends::End;
use crate::import::html::numbers::Numbering;
use crate::import::html::reading::undo::Undo;
use crate::import::html::text::{Html, LeftOut};
use crate::import::html::withheld::{Kind, Withheld};
use crate::import::html::writer::Writer;

/// A reading of the pieces of a text.
pub struct Reading<'a> {
    pub html: Html<'a>,
    pub ends: &'a [Option<End>],
    pub writer: Writer,
    /// What ends with the element that a piece began.
    pub undo: HashMap<usize, Vec<Undo>>,
    /// What is being left out.
    pub withheld: Option<Withheld>,
    /// For each list that is open, how its items are numbered.
    pub lists: Vec<Option<Numbering>>,
    /// How many items each list has, by the piece that begins it.
    pub items: HashMap<usize, usize>,
    /// For each table that is open, whether it was named.
    pub tables: Vec<bool>,
    /// For each figure that is open, whether there was a picture in it.
    pub figures: Vec<bool>,
    pub langs: Vec<String>,
    pub quotes: usize,
    pub raised: usize,
    /// The numbers of footnotes by what marks refer to them by.
    pub numbered: HashMap<String, usize>,
    /// How many links to a place in the same page are open.
    pub anchors: usize,
    /// What was named once for the whole text.
    pub named: HashSet<&'static str>,
    pub left_out: LeftOut,
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

    /// Leaves out what a piece begins, beside what is being left out already.
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
