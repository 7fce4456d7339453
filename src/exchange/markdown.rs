//! Markdown: its paragraphs as text, and text as Markdown that gives the same text again.

use std::fmt::Write;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::marked;
use crate::collection::raw::{RawMarkedText, RawText};

/// The paragraphs of a text, and what could not be kept: where it stands, in bytes, and what it was.
pub fn read(markdown: &str) -> (Vec<RawText>, Vec<(usize, String)>) {
    let mut reading = Reading { markdown, ..Reading::default() };
    for (event, range) in Parser::new(markdown).into_offset_iter() {
        reading.take(event, range.start);
    }
    reading.end();
    (reading.paragraphs, reading.left_out)
}

#[derive(Default)]
struct Reading<'a> {
    markdown: &'a str,
    text: String,
    /// Where the paragraph begins.
    start: Option<usize>,
    paragraphs: Vec<RawText>,
    left_out: Vec<(usize, String)>,
}

impl Reading<'_> {
    fn take(&mut self, event: Event, at: usize) {
        match event {
            Event::Text(text) | Event::Code(text) => self.add(&text, at),
            Event::SoftBreak | Event::HardBreak => self.add("\n", at),
            Event::Html(html) | Event::InlineHtml(html) => {
                self.left_out
                    .push((at, format!("this is HTML, and stays as it is: {}", html.trim())));
                self.add(&html, at);
            }
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough) => {
                self.left_out.push((at, "the emphasis is left out, its words are not.".into()));
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                self.left_out.push((at, format!("the address of a link is left out: {dest_url}")));
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                self.left_out.push((at, format!("a picture is left out: {dest_url}")));
            }
            Event::Start(Tag::Heading { .. }) => {
                self.end();
                self.left_out.push((at, "the heading becomes a paragraph.".into()));
            }
            Event::Start(Tag::List(_)) => {
                self.end();
                self.left_out.push((at, "the list becomes paragraphs.".into()));
            }
            Event::Rule => self.left_out.push((at, "a line across is left out.".into())),
            Event::Start(Tag::Paragraph | Tag::Item | Tag::BlockQuote(_) | Tag::CodeBlock(_))
            | Event::End(
                TagEnd::Paragraph
                | TagEnd::Item
                | TagEnd::BlockQuote(_)
                | TagEnd::CodeBlock
                | TagEnd::HtmlBlock
                | TagEnd::Heading(_),
            ) => self.end(),
            _ => {}
        }
    }

    fn add(&mut self, text: &str, at: usize) {
        self.start.get_or_insert(at);
        self.text += text;
    }

    fn end(&mut self) {
        let start = self.start.take();
        let text = std::mem::take(&mut self.text);
        if text.trim().is_empty() {
            return;
        }
        // A brace that was escaped is a brace of the text.
        let plain = start
            .and_then(|at| self.markdown.get(at..))
            .is_some_and(|source| !source.starts_with('{'));
        self.paragraphs.push(if plain { RawText::Plain(text) } else { marked::read(&text) });
    }
}

/// Paragraphs as Markdown.
pub fn written(paragraphs: &[RawText]) -> String {
    let paragraph = |text: &RawText| match text {
        RawText::Plain(text) => escaped(text),
        RawText::Marked(RawMarkedText { text, lang }) => format!("{{{lang}}} {}", escaped(text)),
    };
    paragraphs.iter().map(paragraph).collect::<Vec<_>>().join("\n\n")
}

/// A text in which nothing is taken for markup, and no space is taken away (CommonMark 0.31, §2.4
/// and §2.5).
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    let lines: Vec<_> = text.split('\n').collect();
    for (at, line) in lines.iter().enumerate() {
        let inner = line.trim_matches([' ', '\t', '\r']);
        let empty = inner.is_empty();
        let (before, after) = match line.split_once(inner).filter(|_| !empty) {
            Some(around) => around,
            None => (*line, ""),
        };
        write_entities(&mut escaped, before);
        let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
        for (place, c) in inner.char_indices() {
            let starts_block = (place == 0 && matches!(c, '-' | '+' | '=' | '{'))
                || (place == digits && digits > 0 && matches!(c, '.' | ')'));
            if starts_block || "\\`*_[]<>#&~|!".contains(c) {
                escaped.push('\\');
            }
            match c {
                '\r' | '\0' => write_entities(&mut escaped, c.encode_utf8(&mut [0; 4])),
                _ => escaped.push(c),
            }
        }
        write_entities(&mut escaped, after);
        if at + 1 < lines.len() {
            // An empty line would end the paragraph.
            let next_empty = lines.get(at + 1).is_none_or(|next| next.trim().is_empty());
            if empty || next_empty { escaped += "&#10;" } else { escaped.push('\n') }
        }
    }
    escaped
}

fn write_entities(escaped: &mut String, text: &str) {
    for c in text.chars() {
        let written = write!(escaped, "&#{};", u32::from(c));
        debug_assert!(written.is_ok(), "a String takes any text");
    }
}
