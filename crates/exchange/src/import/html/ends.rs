//! Where each element of a sequence of pieces ends.
//!
//! This follows the tree construction of the HTML Standard (§13.2.6) as far as text is concerned: some start
//! tags end open elements, end tags do not reach beyond tables and WordPress blocks, and a misnested end tag of
//! emphasis ends nothing else. Elements that are never closed end with their parent.

use std::collections::HashMap;

use crate::import::html::elements::{heading_level, is_block, is_void};
use crate::import::html::gutenberg::Role;
use crate::import::html::pieces::{Piece, What};

/// The end of an element or of a shortcode's content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct End {
    /// The piece before which it ends.
    pub at: usize,
    /// Whether it has its own end tag.
    pub closed: bool,
}

/// The end of the element that begins with each piece, if one does. A shortcode that is not closed has no
/// content and no end.
pub fn of(pieces: &[Piece]) -> Vec<Option<End>> {
    let mut open = Open { ends: vec![None; pieces.len()], ..Open::default() };
    for (at, piece) in pieces.iter().enumerate() {
        match &piece.what {
            What::Start(tag) if !is_void(&tag.name) => {
                open.end_before(&tag.name, at);
                open.push(&tag.name, at);
            }
            What::Start(tag) if tag.name == "hr" => open.end_before("hr", at),
            What::End(name) => open.close(name, at),
            What::Marker(marker) => match marker.role {
                Role::Begins => open.push(&marker.name, at),
                Role::Ends => open.close_marker(&marker.name, at),
                Role::Whole => {}
            },
            What::Shortcode(code) if code.closes => {
                if let Some(start) = open.shortcodes.get_mut(&*code.name).and_then(Vec::pop) {
                    open.ends[start] = Some(End { at, closed: true });
                }
            }
            What::Shortcode(code) if code.written.ends_with("/]") => {}
            What::Shortcode(code) => open.shortcodes.entry(&code.name).or_default().push(at),
            _ => {}
        }
    }
    open.pop_to(0, pieces.len(), None);
    open.ends
}

/// The number of items of each list, by the piece that begins it.
pub fn items(pieces: &[Piece], ends: &[Option<End>]) -> HashMap<usize, usize> {
    let mut items = HashMap::new();
    let mut open: Vec<(usize, usize)> = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        while open.pop_if(|(_, end)| *end <= at).is_some() {}
        let What::Start(tag) = &piece.what else { continue };
        match tag.name.as_str() {
            "ol" | "ul" | "menu" | "dir" => open.push((at, ends[at].map_or(at, |end| end.at))),
            "li" => {
                if let Some((list, _)) = open.last() {
                    *items.entry(*list).or_insert(0) += 1;
                }
            }
            _ => {}
        }
    }
    items
}

/// Elements whose content no end tag can leave.
const WALLS: [&str; 7] = ["caption", "object", "table", "td", "template", "th", "tr"];

#[derive(Default)]
struct Open<'a> {
    /// The open elements, as the pieces that began them.
    stack: Vec<(usize, &'a str)>,
    /// The positions of each name in the stack.
    by_name: HashMap<&'a str, Vec<usize>>,
    /// The positions of block markers in the stack.
    markers: Vec<usize>,
    /// The open shortcodes, by name.
    shortcodes: HashMap<&'a str, Vec<usize>>,
    ends: Vec<Option<End>>,
}

impl<'a> Open<'a> {
    fn push(&mut self, name: &'a str, at: usize) {
        self.by_name.entry(name).or_default().push(self.stack.len());
        if is_marker(name) {
            self.markers.push(self.stack.len());
        }
        self.stack.push((at, name));
    }

    /// The depth of the innermost open element with one of these names.
    fn depth_of(&self, names: &[&str]) -> usize {
        let depth =
            |name: &&str| self.by_name.get(name).and_then(|at| at.last()).map_or(0, |at| at + 1);
        names.iter().map(depth).max().unwrap_or_default()
    }

    fn depth_of_marker(&self) -> usize {
        self.markers.last().map_or(0, |at| at + 1)
    }

    /// Ends the elements that a start tag of this name ends.
    fn end_before(&mut self, name: &str, at: usize) {
        let table: &[&str] = &["table"];
        let (ended, within): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["dir", "menu", "ol", "ul"]),
            "dd" | "dt" => (&["dd", "dt"], &["dl"]),
            "tr" => (&["tr"], table),
            "td" | "th" => (&["td", "th"], &["tr", "table"]),
            "tbody" | "tfoot" | "thead" => (&["tbody", "tfoot", "thead", "caption", "tr"], table),
            "option" => (&["option"], &["select", "datalist"]),
            _ => (&[], &[]),
        };
        let wall = self.depth_of(within).max(self.depth_of_marker());
        let first =
            ended.iter().map(|name| self.depth_of(&[name])).filter(|depth| *depth > wall).min();
        if let Some(depth) = first {
            self.pop_to(depth - 1, at, None);
        }
        let wall = self.depth_of(&WALLS).max(self.depth_of_marker());
        let paragraph = self.depth_of(&["p"]);
        if paragraph > wall && is_block(name) && name != "option" {
            self.pop_to(paragraph - 1, at, None);
        }
    }

    /// Ends what an end tag of this name closes.
    fn close(&mut self, name: &str, at: usize) {
        let of_table = WALLS.contains(&name) || matches!(name, "tbody" | "tfoot" | "thead");
        let wall = match name {
            "object" | "table" | "template" => 0,
            _ if of_table => self.depth_of(&["table"]),
            _ => self.depth_of(&WALLS),
        };
        let wall = wall.max(self.depth_of_marker());
        let heading = heading_level(name).is_some();
        // The end tag of any heading closes the open heading.
        let depth = if heading {
            self.depth_of(&["h1", "h2", "h3", "h4", "h5", "h6"])
        } else {
            self.depth_of(&[name])
        };
        if depth <= wall {
            return;
        }
        if is_block(name) || of_table || matches!(name, "svg" | "math" | "select" | "ruby") {
            self.pop_to(depth - 1, at, Some(depth - 1));
        } else if let Some((start, _)) = self.stack.get(depth - 1) {
            self.ends[*start] = Some(End { at, closed: true });
            self.by_name.get_mut(name).and_then(Vec::pop);
        }
    }

    fn close_marker(&mut self, name: &str, at: usize) {
        let depth = self.depth_of(&[name]);
        if depth > 0 {
            self.pop_to(depth - 1, at, Some(depth - 1));
        }
    }

    /// Ends all elements from one on. `closed` is the one with its own end tag.
    fn pop_to(&mut self, depth: usize, at: usize, closed: Option<usize>) {
        while self.stack.len() > depth {
            let Some((start, name)) = self.stack.pop() else { return };
            if self.ends[start].is_none() {
                self.ends[start] = Some(End { at, closed: closed == Some(self.stack.len()) });
                self.by_name.get_mut(name).and_then(Vec::pop);
            }
            if is_marker(name) {
                self.markers.pop();
            }
        }
    }
}

fn is_marker(name: &str) -> bool {
    name.starts_with("wp:")
}
