//! What is neither an HTML tag nor text: comments, block markers, shortcodes and footnotes in them.

use crate::import::html::ends;
use crate::import::html::gutenberg::{Marker, Role};
use crate::import::html::pieces::Piece;
use crate::import::html::reading::state::Reading;
use crate::import::html::reading::undo::Undo;
use crate::import::html::shortcode_names::{Encloses, encloses};
use crate::import::html::shortcodes::Shortcode;
use crate::import::html::text::{Html, in_one_line};
use crate::import::html::withheld::{Kind, Withheld};

impl Reading<'_> {
    pub(super) fn comment(&mut self, text: &str, line: usize) {
        match &mut self.withheld {
            Some(Withheld { kind: Kind::Footnote { .. }, .. }) => return,
            Some(withheld) if withheld.is_named() => return withheld.add(&format!(" {text} ")),
            _ => {}
        }
        let text = text.trim();
        // Conditional comments for old browsers, around text that all others show.
        let is_condition = text == "[endif]" || (text.starts_with("[if ") && !text.contains('>'));
        if !is_condition && !matches!(text, "more" | "nextpage" | "noteaser" | "") {
            let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
            self.note(line, format!("a comment in the HTML was left out: {words}"));
        }
    }

    pub(super) fn marker(&mut self, at: usize, marker: &Marker, line: usize) {
        let hidden = marker.hidden().filter(|_| marker.role == Role::Begins);
        let hidden = hidden.map(|what| Kind::Apart { what, code: false });
        let within = self.withheld.is_some();
        if !within {
            self.writer.close();
        }
        hidden.into_iter().for_each(|kind| self.withhold(at, kind, line));
        if let Some(withheld) = self.withheld.as_mut().filter(|_| within) {
            let missing = marker.missing().filter(|_| marker.role == Role::Whole);
            return missing.into_iter().for_each(|text| withheld.add(&format!(" {text} ")));
        }
        match marker.role {
            Role::Whole => marker.missing().into_iter().for_each(|text| self.note(line, text)),
            Role::Begins => {
                let words = marker.words();
                if !words.is_empty() {
                    let text = format!(
                        "words in the settings of a block ({}) were left out: {}",
                        marker.name,
                        words.join(" … ")
                    );
                    self.note(line, text);
                }
            }
            Role::Ends => {}
        }
    }

    pub(super) fn shortcode(&mut self, at: usize, code: &Shortcode, line: usize, pieces: &[Piece]) {
        let paired = self.ends[at].is_some();
        let encloses = encloses(&code.name);
        let apart = |code: &Shortcode| {
            let what = format!("the shortcode {} with what it encloses", code.written);
            Kind::Apart { what, code: false }
        };
        if self.withheld.is_some() {
            if encloses == Encloses::Nothing && paired {
                self.withhold(at, apart(code), line);
            }
            return self.withheld.iter_mut().for_each(|withheld| withheld.add(&code.written));
        }
        match encloses {
            Encloses::Footnote if paired && self.html.shortcodes => {
                let end = self.ends[at].map_or(at, |end| end.at);
                let text = self.footnote(pieces.get(at + 1..end).unwrap_or_default());
                return self.withhold(at, Kind::Footnote { text }, line);
            }
            Encloses::Nothing if paired => return self.withhold(at, apart(code), line),
            Encloses::Text { apart: true } => {
                self.writer.close();
                if paired {
                    self.undo.insert(at, vec![Undo::Block]);
                }
            }
            _ => {}
        }
        self.name_shortcode(code, line);
    }

    /// The text of a footnote that consists of these pieces. Nested footnotes are part of it.
    fn footnote(&mut self, pieces: &[Piece]) -> String {
        let ends = ends::of(pieces);
        let html = Html { source: "", footnotes: Vec::new(), shortcodes: false, ..self.html };
        let read = Reading::new(html, &ends).read(pieces);
        self.left_out.extend(read.left_out);
        in_one_line(&read.blocks)
    }

    pub(super) fn name_shortcode(&mut self, code: &Shortcode, line: usize) {
        match &mut self.withheld {
            Some(withheld) => withheld.add(&code.written),
            None => {
                let written = code.written.split_whitespace().collect::<Vec<_>>().join(" ");
                self.note(line, format!("the shortcode {written} was left out."));
                self.writer.leave_gap();
            }
        }
    }

    /// Switches to another language.
    pub(super) fn language(&mut self, lang: Option<&String>, line: usize) {
        if self.withheld.is_none() {
            self.writer.close();
            self.writer.section.clone_from(&lang.cloned());
            self.name_once(
                line,
                "the parts of this text are in several languages, and were marked with them.",
            );
        }
    }

    pub(super) fn doubtful(&mut self, text: &str, line: usize) {
        if self.withheld.is_none() {
            self.note(line, format!("this may be a shortcode of WordPress, and was kept: {text}"));
        }
    }
}
