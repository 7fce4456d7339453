//! Reads the events of the Markdown parser.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag, TagEnd};

use crate::import::markdown::reading::Reading;
use crate::import::markdown::tallies::{ALL_KEPT, KEPT};

/// The name under which struck-out words are withheld.
const STRUCK: &str = "~~";

/// The name under which the words of an embedded file are withheld.
const EMBEDDED: &str = "![[";

impl<'a> Reading<'a> {
    /// Reads an event of the parser, and its range in the text.
    pub fn take(&mut self, event: Event, range: Range<usize>) {
        let at = range.start;
        match event {
            Event::Text(text) => self.add(&text, at),
            Event::Code(text) => {
                self.tallies.count("the marks around code", ALL_KEPT, at);
                self.add(&text, at);
            }
            Event::SoftBreak if self.after_break => self.after_break = false,
            Event::SoftBreak | Event::HardBreak => self.add("\n", at),
            Event::Html(html) => self.html.gather(&html, at),
            Event::InlineHtml(html) => self.take_html(&html, true, |place| at + place),
            Event::FootnoteReference(label) => {
                let space = self.text.ends_with(|c: char| !c.is_whitespace());
                self.add(&format!("{}[{label}]", if space { " " } else { "" }), at);
                self.tallies.count("the mark of a footnote", "was put in brackets.", at);
            }
            Event::Rule => self.left_out.push((at, "a horizontal line was left out.".into())),
            Event::Start(tag) => self.begin(tag, range),
            Event::End(tag) => self.finish(&tag, range),
            _ => {}
        }
    }

    fn begin(&mut self, tag: Tag, range: Range<usize>) {
        let at = range.start;
        match tag {
            Tag::Paragraph => self.close(),
            Tag::Emphasis | Tag::Strong if self.is_product(&range) => {
                self.tallies.count("“*” between numbers", "was kept.", at);
                self.add(if tag == Tag::Strong { "**" } else { "*" }, at);
            }
            Tag::Emphasis | Tag::Strong => self.tallies.count("the emphasis", KEPT, at),
            Tag::Strikethrough if self.is_struck(&range) => {
                let why = "these words are struck out, and were left out";
                self.withhold(STRUCK, at, why.to_owned(), true);
            }
            Tag::Strikethrough => {
                self.tallies.count(
                    "“~”",
                    "was kept: other programs may read it as struck-out words.",
                    at,
                );
                self.add("~", at);
            }
            // The text shows the address.
            Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. } => {}
            Tag::Link { link_type: LinkType::WikiLink { has_pothole: false }, .. } => {
                self.tallies.count("the brackets of a link", ALL_KEPT, at);
            }
            Tag::Link { dest_url, title, .. } => {
                let text = format!("the address of a link was left out: {dest_url} {title}");
                self.left_out.push((at, text.trim_end().to_owned()));
            }
            Tag::Image { link_type: LinkType::WikiLink { .. }, dest_url, .. } => {
                let why = format!("an embedded file was left out: {dest_url}; its words");
                self.withhold(EMBEDDED, at, why, true);
            }
            Tag::Image { dest_url, title, .. } => {
                let text = format!("a picture was left out: {dest_url} {title}");
                self.left_out.push((at, text.trim_end().to_owned()));
            }
            Tag::Heading { .. } => {
                self.close();
                self.left_out.push((at, "the heading became a paragraph.".into()));
            }
            Tag::List(first) => {
                self.close();
                self.lists.push(first.is_some());
                self.left_out.push((at, "the list became paragraphs.".into()));
            }
            Tag::Item => {
                self.close();
                // Markdown reads “1. 5. 2024” as an item within an item.
                if let Some(number) = self.number_at(at) {
                    self.begin_number(number);
                }
            }
            Tag::FootnoteDefinition(label) => {
                self.close();
                self.flush_number();
                self.in_footnote = true;
                self.number = Some(format!("[{label}]"));
            }
            Tag::BlockQuote(_) => {
                self.close();
                self.left_out.push((at, "the quotation became paragraphs.".into()));
            }
            Tag::CodeBlock(kind) => {
                self.close();
                let of = if let CodeBlockKind::Fenced(of) = kind { of } else { "".into() };
                let of = if of.is_empty() { String::new() } else { format!(" ({of})") };
                self.left_out.push((at, format!("the block of code{of} became a paragraph.")));
            }
            Tag::Table(_) => {
                self.close();
                let text = "the table became lines, with “ | ” between its cells.";
                self.left_out.push((at, text.into()));
            }
            Tag::TableHead | Tag::TableRow => self.begin_row(at),
            Tag::TableCell => self.begin_cell(at),
            Tag::HtmlBlock => self.close(),
            _ => {}
        }
    }

    fn finish(&mut self, tag: &TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Paragraph
            | TagEnd::BlockQuote(_)
            | TagEnd::CodeBlock
            | TagEnd::Table
            | TagEnd::Heading(_) => self.close(),
            TagEnd::Emphasis if self.is_product(&range) => self.add("*", range.start),
            TagEnd::Strong if self.is_product(&range) => self.add("**", range.start),
            TagEnd::TableCell => self.end_inline(),
            TagEnd::HtmlBlock => self.take_block(),
            TagEnd::Strikethrough if self.is_struck(&range) => self.release(STRUCK),
            TagEnd::Strikethrough => self.add("~", range.start),
            TagEnd::Image => self.release(EMBEDDED),
            TagEnd::List(_) => {
                self.lists.pop();
            }
            TagEnd::Item => {
                self.close();
                self.flush_number();
            }
            TagEnd::FootnoteDefinition => {
                self.close();
                self.flush_number();
                self.in_footnote = false;
            }
            _ => {}
        }
    }

    /// Whether the marks of an emphasis are between numbers: `2*3*4`.
    fn is_product(&self, range: &Range<usize>) -> bool {
        let bytes = self.markdown.as_bytes();
        let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        range.start.checked_sub(1).is_some_and(digit) && digit(range.end)
    }

    /// Whether words have two marks on each side: most programs take one for a plain “~”.
    fn is_struck(&self, range: &Range<usize>) -> bool {
        self.markdown.get(range.clone()).is_some_and(|source| source.starts_with("~~"))
    }

    /// The number of the item that begins here: Markdown reads “24. Congress” as an item, but to people the
    /// number is a word.
    fn number_at(&self, at: usize) -> Option<&'a str> {
        let numbered = self.lists.last().is_some_and(|numbered| *numbered);
        let source = self.markdown.get(at..).filter(|_| numbered)?;
        source.split_whitespace().next()
    }
}
