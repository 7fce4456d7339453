//! The items of an export, one after the other.

use std::collections::{BTreeMap, HashSet};

use roxmltree::Node as Element;
use solidarity_core::collection::raw::{RawMessage, RawText};

use crate::import::html::{self, Block, Html};
use crate::import::note::{Import, Imported, Note, Origin};
use crate::import::sender;
use crate::import::wordpress::content::Content;
use crate::import::wordpress::item::{self, CONTENT, OF_FOOTNOTES, child};
use crate::import::wordpress::text::Text;
use crate::import::wordpress::unread::{Unread, not_public, other_kind};
use crate::import::wordpress::{division, footnotes};
use crate::lines::Lines;

/// What has been read so far.
pub struct Reader<'a> {
    name: &'a str,
    text: &'a str,
    lines: Lines,
    ids: HashSet<String>,
    unread: Unread,
    /// The groups of items that are translations of each other.
    translations: BTreeMap<String, Vec<(usize, String)>>,
    import: Import,
}

impl<'a> Reader<'a> {
    /// A reader of a file of this name.
    pub fn new(name: &'a str, text: &'a str) -> Reader<'a> {
        Reader {
            name,
            text,
            lines: Lines::of(text),
            ids: HashSet::new(),
            unread: Unread::default(),
            translations: BTreeMap::new(),
            import: Import::default(),
        }
    }

    /// Reads an item.
    pub fn item(&mut self, item: Element) {
        let line = self.lines.line(item.range().start);
        let (title, left_out) = item::title(item);
        if let Some(kind) = other_kind(item) {
            return self.unread.add(kind, line, title);
        }
        let named = if title.is_empty() {
            "the item without a title".to_owned()
        } else {
            format!("“{title}”")
        };
        if let Some(reason) = not_public(item) {
            return self.note(line, format!("{named} {reason}, and was not imported."));
        }
        for (_, what) in left_out {
            self.note(line, format!("in the title “{title}”: {what}"));
        }
        for what in item::beside_the_text(item) {
            self.note(line, format!("left out of {named}: {what}"));
        }
        let subjects = item::subjects(item);
        if !subjects.is_empty() {
            let subjects = subjects.join(", ");
            self.note(line, format!("left out of {named}: its categories and tags: {subjects}"));
        }
        let text = self.text(item, line);
        if let Some(group) = item::translations(item) {
            let named = match &text.lang {
                Some(lang) => format!("“{title}” ({lang})"),
                None => format!("“{title}”"),
            };
            self.translations.entry(group).or_default().push((line, named));
        }
        let is_post = child(item, "post_type").is_some_and(|kind| kind == "post");
        match division::level(&text.blocks).filter(|_| !is_post) {
            Some(level) => self.divide(&title, text, level, line),
            None => self.whole(item, &title, text, line),
        }
    }

    /// Everything that was read.
    pub fn finish(mut self) -> Import {
        for (line, text) in std::mem::take(&mut self.unread).notes() {
            self.note(line, text);
        }
        for items in std::mem::take(&mut self.translations).into_values() {
            let [(line, _), _, ..] = items.as_slice() else { continue };
            let line = *line;
            let titles: Vec<_> = items.into_iter().map(|(_, title)| title).collect();
            let text = format!(
                "these are translations of one another, and each became a message of its own: {}. Delete those that \
                 you do not want to show.",
                titles.join(", ")
            );
            self.note(line, text);
        }
        self.import
    }

    /// The text of an item, with notes on what was left out.
    fn text(&mut self, item: Element, line: usize) -> Text {
        let lang = item::language(item);
        let footnotes = match item::field(item, OF_FOOTNOTES) {
            Some(field) => match footnotes::of(&field) {
                Some((footnotes, left_out)) => {
                    for (_, what) in left_out {
                        self.note(line, format!("in a footnote: {what}"));
                    }
                    footnotes
                }
                None => {
                    self.note(
                        line,
                        format!("the footnotes could not be read, and were left out: {field}"),
                    );
                    Vec::new()
                }
            },
            None => Vec::new(),
        };
        let element = item.children().find(|node| node.has_tag_name((CONTENT, "encoded")));
        let content =
            element.map(|node| Content::of(node, self.text, &self.lines)).unwrap_or_default();
        let html = Html {
            source: &content.text,
            lang: lang.as_deref(),
            footnotes,
            shortcodes: true,
            apart: |_| None,
        };
        let html::Read { mut blocks, footnotes, left_out } = html::read(html);
        for (at, text) in left_out {
            self.note(content.line_of(at), text);
        }
        for block in &mut blocks {
            block.line = content.line_of(block.line);
        }
        let marked: HashSet<usize> =
            blocks.iter().flat_map(|block| block.marks.iter().copied()).collect();
        for (at, footnote) in footnotes.iter().enumerate() {
            if !marked.contains(&(at + 1)) {
                let text =
                    format!("a footnote that nothing refers to was left out: {}", footnote.text);
                self.note(line, text);
            }
        }
        Text { blocks, footnotes, lang }
    }

    /// The item as one message.
    fn whole(&mut self, item: Element, title: &str, text: Text, line: usize) {
        if title.is_empty() {
            let text = "this has no title, so the message has no sender: write one into the file of messages.";
            self.note(line, text.to_owned());
        }
        let heading = text
            .blocks
            .iter()
            .find(|block| block.heading.is_some_and(|level| level < division::BOLD));
        if let Some(heading) = heading {
            self.note(heading.line, "headings became paragraphs here and below.".to_owned());
        }
        let body = text.body(&[], &text.blocks);
        if body.is_empty() {
            let text = "this has no text, so the message is empty: write its text, or delete it.";
            self.note(line, text.to_owned());
        }
        let mut id = item::id(item);
        if !id.is_empty() && !self.ids.insert(id.clone()) {
            let text = format!(
                "another item has the address “{id}” as well, so this one was named by its sender."
            );
            self.note(line, text);
            id.clear();
        }
        self.message(id, title, body, line);
    }

    /// A message for each heading of a level. What is under none of them is noted.
    fn divide(&mut self, title: &str, text: Text, level: u8, line: usize) {
        self.note(
            line,
            format!("left out of “{title}”: the title, because each heading begins a message."),
        );
        let headings: Vec<_> =
            text.blocks.iter().filter(|block| block.heading == Some(level)).collect();
        self.note(line, division::said(title, &headings, level == division::BOLD));
        let begins = |block: &Block| block.heading.is_some_and(|of| of <= level);
        let mut rest = text.blocks.as_slice();
        while let Some(block) = rest.first() {
            let behind = rest.get(1..).unwrap_or_default();
            let end = behind.iter().position(begins).unwrap_or(behind.len());
            let (under, next) = behind.split_at_checked(end).unwrap_or((behind, &[]));
            if block.heading == Some(level) {
                self.message(
                    String::new(),
                    &block.text,
                    text.body(&block.marks, under),
                    block.line,
                );
            } else {
                for block in std::iter::once(block).chain(under) {
                    let what = if begins(block) {
                        "this heading is above those of the messages"
                    } else {
                        "this is not under a heading that begins a message"
                    };
                    let marks = block.marks.iter().filter_map(|mark| text.footnote(*mark));
                    let said = std::iter::once(block.text.clone()).chain(marks).collect::<Vec<_>>();
                    self.note(block.line, format!("{what}, and was left out: {}", said.join(" ")));
                }
            }
            rest = next;
        }
    }

    fn message(&mut self, id: String, heading: &str, body: Vec<RawText>, line: usize) {
        let origin = self.origin(line);
        let sender = sender::of(heading, &origin, &mut self.import.notes);
        let message = RawMessage { id, senders: vec![sender], signatures: Vec::new(), body };
        self.import.messages.push(Imported { message, origin });
    }

    /// Adds a note on a line.
    pub fn note(&mut self, line: usize, text: String) {
        let origin = self.origin(line);
        self.import.notes.push(Note { origin, text });
    }

    fn origin(&self, line: usize) -> Origin {
        Origin { file: self.name.to_owned(), line }
    }
}
