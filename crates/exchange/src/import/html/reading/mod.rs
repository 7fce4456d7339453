//! Turns the pieces of HTML into paragraphs and notes.

mod aside;
mod leaving;
mod start;
mod state;
mod undo;

use std::collections::HashSet;

use crate::import::html::elements::is_block;
use crate::import::html::ends;
use crate::import::html::lone;
use crate::import::html::pieces::{Piece, What};
use crate::import::html::text::Read;
pub use state::Reading;

impl Reading<'_> {
    /// Reads the pieces.
    pub fn read(mut self, pieces: &[Piece]) -> Read {
        self.items = ends::items(pieces, self.ends);
        let mut ending: Vec<(usize, usize)> = Vec::new();
        for (start, end) in self.ends.iter().enumerate() {
            ending.extend(end.map(|end| (end.at, start)));
        }
        // The last to begin ends first.
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
                What::Language(lang) => self.language(lang.as_ref(), *line),
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
        let blocks = lone::take_out(self.writer.finish(), &mut self.left_out);
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
            None => {
                // Some plugins read ((this)) as a footnote.
                let note = text.split_once("((").and_then(|(_, rest)| rest.split_once("))"));
                if let Some((note, _)) = note {
                    self.note(
                        line,
                        format!("this may be a footnote, and was kept in the text: (({note}))"),
                    );
                }
                self.writer.add(text, line);
            }
        }
    }
}
