//! Handles the end of elements.

use crate::import::html::raised;
use crate::import::html::reading::state::Reading;
use crate::import::html::reading::undo::{Tone, Undo};
use crate::import::html::text::Footnote;
use crate::import::html::withheld::{Kind, Withheld};
use crate::import::html::writer::Place;

impl Reading<'_> {
    /// Ends the element that a piece began.
    pub(super) fn leave(&mut self, start: usize) {
        if let Some(withheld) = self.withheld.take_if(|withheld| withheld.by == start) {
            self.name_withheld(withheld);
        }
        for undo in self.undo.remove(&start).unwrap_or_default().into_iter().rev() {
            self.take_back(undo);
        }
    }

    pub(super) fn name_withheld(&mut self, withheld: Withheld) {
        let line = withheld.line;
        let words = withheld.words();
        match withheld.kind {
            Kind::Mark { id } => {
                let at = self.numbered.get(&id).copied();
                let inner = words.trim_matches(['[', ']', '(', ')']);
                let shown = at.map_or_else(|| inner.to_owned(), |number| number.to_string());
                if !shown.is_empty() {
                    self.writer.add_footnote(&format!("[{shown}]"), at, line);
                    self.name_once(line, "marks of footnotes were put in brackets here and below.");
                }
            }
            Kind::Footnote { text } => {
                self.html.footnotes.push(Footnote { id: String::new(), text });
                let number = self.html.footnotes.len();
                self.writer.add_footnote(&format!("[{number}]"), Some(number), line);
                self.name_once(line, "marks of footnotes were put in brackets here and below.");
            }
            _ => {
                self.left_out.extend(withheld.note().map(|text| (line, text)));
                self.writer.leave_gap();
            }
        }
    }

    pub(super) fn take_back(&mut self, undo: Undo) {
        match undo {
            Undo::Block => self.writer.close(),
            Undo::Strong => self.writer.strong -= 1,
            Undo::Heading => {
                self.writer.close();
                self.writer.headings.pop();
            }
            Undo::List => {
                self.lists.pop();
            }
            Undo::Item(line) => {
                self.writer.close();
                self.writer.write_number(line);
            }
            Undo::Table => {
                self.tables.pop();
            }
            Undo::Row(line) => {
                let joined = self.writer.end_row();
                let named = self.tables.last_mut();
                if joined && named.is_none_or(|named| !std::mem::replace(named, true)) {
                    let text =
                        "each row of the table became a paragraph, with | between its cells.";
                    self.note(line, text.to_owned());
                }
            }
            Undo::Enclosed => {
                self.writer.close();
                self.writer.enclosed -= 1;
            }
            Undo::Preformatted => {
                self.writer.close();
                self.writer.preformatted -= 1;
            }
            Undo::Figure => {
                // A gallery is a figure that contains others, and has a caption, too.
                if self.figures.pop() == Some(true) {
                    self.figures.last_mut().into_iter().for_each(|has| *has = true);
                }
            }
            Undo::Quote(closes) => {
                self.quotes -= 1;
                self.writer.put(closes);
            }
            Undo::Raised(place, tone, line) => self.rewrite(place, tone, line),
            Undo::Reading(place) => {
                if let Some((_, text)) =
                    self.writer.take_from(place).filter(|(_, text)| text.len() > 1)
                {
                    self.writer.put(&format!("{})", text.trim_end()));
                }
            }
            Undo::Lang => {
                self.langs.pop();
            }
            Undo::LangOfBlock => {
                self.writer.close();
                self.writer.langs.pop();
            }
            Undo::Anchor => self.anchors -= 1,
        }
    }

    /// Writes raised or lowered letters as text.
    fn rewrite(&mut self, place: Place, tone: Tone, line: usize) {
        self.raised -= 1;
        let Some((before, text)) = self.writer.take_from(place) else { return };
        let written = match tone {
            Tone::Raised => raised::raised(before, &text),
            Tone::Lowered => raised::lowered(before, &text),
        };
        self.writer.put(&written.text);
        if written.changed {
            let text =
                format!("raised or lowered letters were written as “{}”.", written.text.trim());
            self.note(line, text);
        }
    }
}
