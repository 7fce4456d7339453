//! What Markdown contains that is not meant for readers: remarks, and commands for site generators. Markdown
//! parsers take most of it for text.

mod braces;
mod brackets;
mod found;
mod percents;
mod source;

use std::collections::HashMap;

use crate::import::markdown::kept::Kept;
use found::Found;
use percents::Percent;
use source::Source;

/// A text without remarks, notes on what was left out, and the places where highlighting was removed.
#[derive(Default)]
pub struct Reading {
    /// The text that is kept.
    pub kept: Kept,
    /// Notes on what was left out, or may have to be.
    pub left_out: Vec<(usize, String)>,
    /// Where marks of highlights were removed.
    pub highlights: Vec<usize>,
}

/// Removes what is not for readers. A backslash before it makes it text, as in Markdown.
pub fn take_out(markdown: &str) -> Reading {
    let mut scan = Scan {
        percents: percents::roles(markdown),
        source: Source::of(markdown),
        reading: Reading::default(),
        from: 0,
        line_blank: true,
        line_start: 0,
        highlight_end: None,
        no_highlight_before: 0,
        no_tags_before: 0,
    };
    scan.run();
    scan.reading
}

struct Scan<'a> {
    source: Source<'a>,
    percents: HashMap<usize, Percent>,
    reading: Reading,
    /// The position up to which the text has been processed.
    from: usize,
    /// Whether the kept part of the line is blank, apart from quotation marks (`>`).
    line_blank: bool,
    line_start: usize,
    /// The positions of marks that end a highlight.
    highlight_end: Option<usize>,
    /// The position before which no marks end a highlight.
    no_highlight_before: usize,
    /// The position up to which `#` signs have been checked.
    no_tags_before: usize,
}

impl Scan<'_> {
    fn run(&mut self) {
        let bytes = self.source.text.as_bytes();
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            if let Some(end) = self.source.code_at(at) {
                self.line_blank = false;
                at = end;
                continue;
            }
            let found = match byte {
                b'\n' => {
                    self.line_blank = true;
                    self.line_start = at + 1;
                    at += 1;
                    continue;
                }
                b' ' | b'\t' | b'>' => {
                    at += 1;
                    continue;
                }
                b'\\' => {
                    self.line_blank = false;
                    // A backslash at the end of a line is a line break.
                    at += if bytes.get(at + 1) == Some(&b'\n') { 1 } else { 2 };
                    continue;
                }
                b'<' => self.comment(at),
                b'%' => self.percent(at),
                b'{' => braces::found(&mut self.source, at),
                b'[' => brackets::found(&mut self.source, at, self.line_start, self.line_blank),
                b'=' => self.highlight(at),
                b'^' => self.block_id(at),
                b'#' => self.tags(at),
                _ => None,
            };
            match found {
                Some(found) => at = self.cut(found),
                None => {
                    self.line_blank = false;
                    at += 1;
                }
            }
        }
        let rest = self.source.text.get(self.from..).unwrap_or_default();
        self.reading.kept.add(rest, self.from);
    }

    /// Removes a part, and returns where the rest begins.
    fn cut(&mut self, found: Found) -> usize {
        let Found { start, mut end, note, spaced } = found;
        let before = self.source.text.get(self.from..start).unwrap_or_default();
        self.reading.kept.add(before, self.from);
        let after = self.source.text.get(end..).unwrap_or_default();
        let spaces = after.len() - after.trim_start_matches([' ', '\t']).len();
        let ends_line = matches!(after.as_bytes().get(spaces), None | Some(b'\n'));
        if spaced && self.line_blank {
            end += if ends_line { 0 } else { spaces };
        } else if spaced && (ends_line || spaces > 0) {
            self.reading.kept.trim_spaces();
        }
        self.reading.left_out.extend(note.map(|note| (start, note)));
        self.from = end;
        end
    }

    /// `<!-- … -->`, even across empty lines, and `<% … %>`.
    fn comment(&mut self, at: usize) -> Option<Found> {
        let rest = self.source.rest(at);
        if rest.starts_with("<%") {
            let end = self.source.find("%>", at + 2)? + 2;
            return Some(Found::shortcode(&self.source, at, end));
        }
        let inner = rest.strip_prefix("<!--")?;
        let end = match inner {
            _ if inner.starts_with('>') => Some(at + 5),
            _ if inner.starts_with("->") => Some(at + 6),
            _ => self.source.find("-->", at + 4).map(|end| end + 3),
        };
        let length = self.source.text.len();
        Some(match end {
            Some(end) => Found::remark(&self.source, at, end),
            None => Found::unclosed(&self.source, at, length, "-->"),
        })
    }

    /// `%% … %%`, a remark in Obsidian.
    fn percent(&mut self, at: usize) -> Option<Found> {
        let source = &self.source;
        match *self.percents.get(&at)? {
            Percent::Opens { end } => Some(Found::remark(source, at, end)),
            Percent::OpensRest { end } => Some(Found::unclosed(source, at, end, "%%")),
            Percent::Text => {
                let note = "“%%” begins and ends remarks in Obsidian. This was taken for text, and kept: \
                            delete it if it is a remark.";
                self.reading.left_out.push((at, note.to_owned()));
                None
            }
            Percent::TextEnd => None,
        }
    }

    /// `==…==` within a line.
    fn highlight(&mut self, at: usize) -> Option<Found> {
        let marks = |at| Found { start: at, end: at + 2, note: None, spaced: false };
        if self.highlight_end == Some(at) {
            self.highlight_end = None;
            return Some(marks(at));
        }
        if self.highlight_end.is_some_and(|end| end > at) {
            return None;
        }
        // A run counts only at its beginning, however long it is.
        let opens = self.source.byte_before(at).is_none_or(|b| b != b'=')
            && self.source.run(at, b'=') == 2
            && self.source.rest(at + 2).starts_with(|c: char| !c.is_whitespace());
        if !opens || at < self.no_highlight_before {
            return None;
        }
        let line_end = self.source.line_end(at);
        let mut end = self.source.find("==", at + 3).filter(|end| *end < line_end);
        while let Some(candidate) = end {
            let run = self.source.run(candidate, b'=');
            let closes = run == 2
                && self.source.byte_before(candidate).is_some_and(|b| !b" \t\\".contains(&b));
            if closes {
                self.highlight_end = Some(candidate);
                self.reading.highlights.push(at);
                return Some(marks(at));
            }
            end = self.source.find("==", candidate + run).filter(|end| *end < line_end);
        }
        self.no_highlight_before = line_end;
        None
    }

    /// ` ^abc123` at the end of a line, by which Obsidian names a paragraph.
    fn block_id(&mut self, at: usize) -> Option<Found> {
        let spaced = self.source.byte_before(at).is_none_or(|b| b.is_ascii_whitespace());
        let rest = self.source.rest(at + 1);
        let id = rest.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).next()?;
        let behind = rest.get(id.len()..)?.trim_start_matches([' ', '\t']);
        let ends = behind.is_empty() || behind.starts_with('\n');
        let is_id = id.len() > 1 && id.bytes().any(|b| b.is_ascii_alphabetic());
        (spaced && ends && is_id).then(|| Found {
            start: at,
            end: at + 1 + id.len(),
            note: Some(format!("the name of a paragraph was left out: ^{id}")),
            spaced: true,
        })
    }

    /// Notes tags at the end of a line, which are kept.
    fn tags(&mut self, at: usize) -> Option<Found> {
        let spaced = self.source.byte_before(at).is_none_or(|b| b.is_ascii_whitespace());
        if at < self.no_tags_before || !spaced {
            return None;
        }
        let line_end = self.source.line_end(at);
        let line = self.source.text.get(at..line_end)?;
        let is_tag = |word: &str| {
            word.strip_prefix('#').is_some_and(|tag| tag.starts_with(char::is_alphabetic))
        };
        let mut words = line.split_whitespace();
        let other = words.find(|word| !is_tag(word));
        self.no_tags_before = match other {
            // What comes before the next word is not the end of a line.
            Some(word) => at + (word.as_ptr() as usize - line.as_ptr() as usize),
            None => line_end,
        };
        if other.is_none() {
            let note = format!("this may be a tag, and was kept: {}", line.trim_end());
            self.reading.left_out.push((at, note));
        }
        None
    }
}
