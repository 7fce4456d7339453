//! Markdown: its paragraphs as text.

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Parser, Tag, TagEnd};
use solidarity_core::collection::raw::RawText;

use crate::import::marked;

/// The paragraphs of a text, and what could not be kept: where it stands, in bytes, and what it was.
pub fn read(markdown: &str) -> (Vec<RawText>, Vec<(usize, String)>) {
    let mut reading = Reading { markdown, ..Reading::default() };
    let parser = Parser::new(markdown);
    // Lines such as `[1]: https://…` are no part of what the parser hands out.
    reading.left_out.extend(parser.reference_definitions().iter().map(|(_, definition)| {
        let source = markdown.get(definition.span.clone()).unwrap_or_default();
        let text =
            format!("Markdown reads this as the address of a link, so it was left out: {source}");
        (definition.span.start, text)
    }));
    for (event, range) in parser.into_offset_iter() {
        reading.take(event, range.start);
    }
    reading.end();
    reading.left_out.sort_by_key(|(at, _)| *at);
    (reading.paragraphs, reading.left_out)
}

#[derive(Default)]
struct Reading<'a> {
    markdown: &'a str,
    text: String,
    /// Where the paragraph begins.
    start: Option<usize>,
    /// Of each open list, whether its items have numbers.
    lists: Vec<bool>,
    /// The number of an item whose text is still to come.
    number: Option<String>,
    paragraphs: Vec<RawText>,
    left_out: Vec<(usize, String)>,
}

impl<'a> Reading<'a> {
    fn take(&mut self, event: Event, at: usize) {
        match event {
            Event::Text(text) => self.add(&text, at),
            Event::Code(text) => {
                self.left_out
                    .push((at, "the marks around code were left out; the words were kept.".into()));
                self.add(&text, at);
            }
            Event::SoftBreak | Event::HardBreak => self.add("\n", at),
            Event::Html(html) | Event::InlineHtml(html) => {
                self.left_out
                    .push((at, format!("this is HTML, and was kept as it is: {}", html.trim())));
                self.add(&html, at);
            }
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough) => {
                self.left_out.push((at, "the emphasis was left out; the words were kept.".into()));
            }
            // The address is what stands in the text.
            Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }) => {}
            Event::Start(Tag::Link { dest_url, title, .. }) => {
                let text = format!("the address of a link was left out: {dest_url} {title}");
                self.left_out.push((at, text.trim_end().to_owned()));
            }
            Event::Start(Tag::Image { dest_url, title, .. }) => {
                let text = format!("a picture was left out: {dest_url} {title}");
                self.left_out.push((at, text.trim_end().to_owned()));
            }
            Event::Start(Tag::Heading { .. }) => {
                self.end();
                self.left_out.push((at, "the heading became a paragraph.".into()));
            }
            Event::Start(Tag::List(first)) => {
                self.end();
                self.lists.push(first.is_some());
                self.left_out.push((at, "the list became paragraphs.".into()));
            }
            Event::End(TagEnd::List(_)) => {
                self.lists.pop();
            }
            Event::Start(Tag::Item) => {
                self.end();
                // “1. 5. 2024” is an item within an item to Markdown.
                let outer = self.number.take();
                let numbers = outer.into_iter().chain(self.number_at(at).map(str::to_owned));
                self.number = numbers.reduce(|outer, inner| format!("{outer} {inner}"));
            }
            Event::Start(Tag::BlockQuote(_)) => {
                self.end();
                self.left_out.push((at, "the quotation became paragraphs.".into()));
            }
            Event::Start(Tag::CodeBlock(kind)) => {
                self.end();
                let of = if let CodeBlockKind::Fenced(of) = kind { of } else { "".into() };
                let text = format!("the block of code became a paragraph. {of}");
                self.left_out.push((at, text.trim_end().to_owned()));
            }
            Event::Rule => self.left_out.push((at, "a horizontal line was left out.".into())),
            Event::Start(Tag::Paragraph)
            | Event::End(
                TagEnd::Paragraph
                | TagEnd::BlockQuote(_)
                | TagEnd::CodeBlock
                | TagEnd::HtmlBlock
                | TagEnd::Heading(_),
            ) => self.end(),
            Event::End(TagEnd::Item) => {
                self.end();
                // An item of nothing but its number.
                self.paragraphs.extend(self.number.take().map(RawText::Plain));
            }
            _ => {}
        }
    }

    /// The number of the item that begins here: “24. Congress” is an item to Markdown, and its
    /// number a word to people.
    fn number_at(&self, at: usize) -> Option<&'a str> {
        let numbered = self.lists.last().is_some_and(|numbered| *numbered);
        let source = self.markdown.get(at..).filter(|_| numbered)?;
        source.split_whitespace().next()
    }

    fn add(&mut self, text: &str, at: usize) {
        self.start.get_or_insert(at);
        if let Some(number) = self.number.take() {
            self.text += &number;
            self.text.push(' ');
        }
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
