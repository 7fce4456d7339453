//! A text that is searched from beginning to end in linear time.

use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag};

use crate::import::markdown::options::OPTIONS;

/// A text to search.
pub struct Source<'a> {
    /// The text.
    pub text: &'a str,
    /// The ranges of code: spans, and fenced blocks.
    code: Vec<Range<usize>>,
    /// For each pattern, where the last search began, and what it found.
    found: HashMap<&'static str, (usize, Option<usize>)>,
}

impl<'a> Source<'a> {
    /// A text, with nothing found in it.
    pub fn of(text: &'a str) -> Source<'a> {
        Source { text, code: code(text), found: HashMap::new() }
    }

    /// The text from a byte on.
    pub fn rest(&self, at: usize) -> &'a str {
        self.text.get(at..).unwrap_or_default()
    }

    /// The next occurrence of a pattern from a byte on. Each part of the text is searched once, as long as the
    /// bytes ascend.
    pub fn find(&mut self, pattern: &'static str, from: usize) -> Option<usize> {
        if let Some((searched, found)) = self.found.get(pattern)
            && *searched <= from
            && found.is_none_or(|found| found >= from)
        {
            return *found;
        }
        let found = self.text.get(from..).and_then(|rest| rest.find(pattern)).map(|at| from + at);
        self.found.insert(pattern, (from, found));
        found
    }

    /// The end of the line that a byte is in.
    pub fn line_end(&mut self, at: usize) -> usize {
        self.find("\n", at).unwrap_or(self.text.len())
    }

    /// The byte before a byte.
    pub fn byte_before(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at.checked_sub(1)?).copied()
    }

    /// The length of the run of one byte from a position on.
    pub fn run(&self, at: usize, byte: u8) -> usize {
        let rest = self.text.as_bytes().get(at..).unwrap_or_default();
        rest.iter().take_while(|b| **b == byte).count()
    }

    /// The end of the code that contains a byte.
    pub fn code_at(&self, at: usize) -> Option<usize> {
        let after = self.code.partition_point(|code| code.start <= at);
        let code = self.code.get(after.checked_sub(1)?)?;
        (code.end > at).then_some(code.end)
    }

    /// A part of the text in one line, without the marks of a remark.
    pub fn words(&self, start: usize, end: usize) -> String {
        let part = self.text.get(start..end).unwrap_or_default();
        let inner = part.strip_prefix("<!--").map_or(part, |part| part.trim_end_matches("-->"));
        let inner = match part.strip_prefix("%%") {
            Some(part) => part.strip_suffix("%%").unwrap_or(part),
            None => inner,
        };
        inner.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// The ranges of code. Indented paragraphs are not included: most are indented by mistake.
fn code(text: &str) -> Vec<Range<usize>> {
    let fenced = |event: &Event| {
        matches!(event, Event::Code(_) | Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))))
    };
    let parser = Parser::new_ext(text, OPTIONS).into_offset_iter();
    parser.filter(|(event, _)| fenced(event)).map(|(_, range)| range).collect()
}
