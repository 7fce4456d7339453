//! Link definitions, which Markdown does not show.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

/// The definitions of a text.
#[derive(Debug)]
pub struct Definitions {
    /// The beginning and the text of each.
    known: BTreeMap<usize, String>,
    /// Lines that look the same, which may be text or repeated definitions.
    others: BTreeMap<usize, String>,
}

impl Definitions {
    /// The definitions in a text that a parser is about to read.
    pub fn of(markdown: &str, parser: &Parser) -> Definitions {
        let source =
            |span: &Range<usize>| markdown.get(span.clone()).unwrap_or_default().to_owned();
        let definitions = parser.reference_definitions().iter();
        let known: BTreeMap<_, _> =
            definitions.map(|(_, found)| (found.span.start, source(&found.span))).collect();
        let mut others = BTreeMap::new();
        let mut at = 0;
        for line in markdown.split_inclusive('\n') {
            let inner = line.trim_start_matches([' ', '\t', '>']);
            let start = at + line.len() - inner.len();
            if inner.starts_with('[') && inner.contains("]:") && !known.contains_key(&start) {
                others.insert(start, inner.trim_end().to_owned());
            }
            at += line.len();
        }
        Definitions { known, others }
    }

    /// Takes note of an event of the parser: a line that is part of it is text.
    pub fn see(&mut self, event: &Event, range: &Range<usize>) {
        let holds = match event {
            Event::Start(tag) => !matches!(
                tag,
                Tag::BlockQuote(_) | Tag::List(_) | Tag::Item | Tag::FootnoteDefinition(_)
            ),
            Event::End(_) => false,
            _ => true,
        };
        let end = if holds { range.end } else { range.start + 1 };
        let shown: Vec<_> = self.others.range(range.start..end).map(|(at, _)| *at).collect();
        shown.iter().for_each(|at| {
            self.others.remove(at);
        });
    }

    /// A note on each that is not shown.
    pub fn notes(self) -> impl Iterator<Item = (usize, String)> {
        self.known.into_iter().chain(self.others).map(|(at, source)| {
            let text = format!(
                "Markdown reads this as the address of a link, so it was left out: {source}"
            );
            (at, text)
        })
    }
}
