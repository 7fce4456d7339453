//! Exports of WordPress (WXR 1.2: RSS with the texts in `content:encoded`).
//!
//! A post is a message from the sender in its title. A page with several headings of one level is
//! taken apart: each begins a message. Comments, and the form for them, are no part of either.

use roxmltree::{Document, Node as Element};
use solidarity_core::collection::raw::{RawMessage, RawSender, RawText};
use solidarity_core::places::Country;

use crate::counted::counted;
use crate::import::country::country;
use crate::import::error::ImportError;
use crate::import::html::{Block, blocks};
use crate::import::note::{Import, Imported, Note, Origin};
use crate::names::country_names;
use crate::names::id::id_of;
use crate::source::line_of;

/// The elements of `content:` in RSS.
const CONTENT: &str = "http://purl.org/rss/1.0/modules/content/";

/// Reads an export.
pub fn read(name: &str, text: &str) -> Result<Import, ImportError> {
    // XML forbids what else means a line end, and reads a carriage return as one (XML 1.0, §2.11).
    let text = text.replace(['\u{b}', '\u{c}'], "\r");
    let text = text.as_str();
    let document = Document::parse(text).map_err(|error| ImportError::Xml {
        origin: Origin { file: name.to_owned(), line: error.pos().row as usize },
        detail: error.to_string(),
    })?;
    let mut reading = Reading { name, text, import: Import::default() };
    for item in document.descendants().filter(|node| node.has_tag_name("item")) {
        reading.item(item);
    }
    Ok(reading.import)
}

struct Reading<'a> {
    name: &'a str,
    text: &'a str,
    import: Import,
}

impl Reading<'_> {
    fn item(&mut self, item: Element) {
        let line = line_of(self.text, item.range().start);
        let title = child(item, "title").unwrap_or_default();
        if let Some(reason) = not_read(item) {
            self.note(line, format!("“{title}” {reason}, and was not read."));
            return;
        }
        for what in beside_the_text(item) {
            self.note(line, format!("left out of “{title}”: {what}"));
        }
        let (blocks, content_at) = self.blocks(item);
        if let Some(level) = splitting_level(&blocks) {
            let text =
                format!("left out of “{title}”: the title, because each heading begins a message.");
            self.note(line, text);
            self.messages_under(blocks, level, content_at);
        } else {
            let body = blocks.into_iter().map(|block| RawText::Plain(block.text)).collect();
            let id = id_of(&child(item, "post_name").unwrap_or_default());
            let message = RawMessage { id, ..self.from(&title, body, line) };
            let origin = self.origin(line);
            self.import.messages.push(Imported { message, origin });
        }
    }

    /// The blocks of the text of an item, and where that begins.
    fn blocks(&mut self, item: Element) -> (Vec<Block>, usize) {
        let content = item.children().find(|node| node.has_tag_name((CONTENT, "encoded")));
        let content_at = content.map_or(0, |node| {
            let source = self.text.get(node.range()).unwrap_or_default();
            let start = source.find("<![CDATA[").map_or(0, |at| at + "<![CDATA[".len());
            node.range().start + start
        });
        let parts = content.into_iter().flat_map(|node| node.descendants());
        let html: String = parts.filter(Element::is_text).filter_map(|node| node.text()).collect();
        let (blocks, left_out) = blocks(&html);
        for (at, text) in left_out {
            self.note(line_of(self.text, content_at + at), text);
        }
        for block in blocks.iter().filter(|block| is_shortcode(&block.text)) {
            let line = line_of(self.text, content_at + block.at);
            self.note(line, format!("this looks like a shortcode, and was kept: {}", block.text));
        }
        (blocks, content_at)
    }

    /// The messages under headings of a level; what stands before the first is named.
    fn messages_under(&mut self, blocks: Vec<Block>, level: u8, content_at: usize) {
        let mut begun = false;
        for block in blocks {
            let line = line_of(self.text, content_at + block.at);
            if block.heading == Some(level) {
                begun = true;
                let message = self.from(&block.text, Vec::new(), line);
                let origin = self.origin(line);
                self.import.messages.push(Imported { message, origin });
            } else if let Some(open) = self.import.messages.last_mut().filter(|_| begun) {
                open.message.body.push(RawText::Plain(block.text));
            } else {
                self.note(
                    line,
                    format!(
                        "this comes before the first message, and was left out: {}",
                        block.text
                    ),
                );
            }
        }
    }

    /// A message from the sender of a heading; a country at its end is the sender's.
    fn from(&mut self, heading: &str, body: Vec<RawText>, line: usize) -> RawMessage {
        let ends = [", ", " – ", " — ", " - ", " ("];
        let cut = ends.iter().filter_map(|end| heading.rsplit_once(end));
        let cut = cut.map(|(name, country)| (name, country.trim_end_matches(')').trim()));
        let mut known = cut.filter(|(_, named)| country_names::known_as(named).is_some());
        let (name, named) = known.next_back().unzip();
        let origin = self.origin(line);
        let country = named.and_then(|named| country(named, &origin, &mut self.import.notes));
        let shown = country.as_deref().and_then(Country::from_code).map(|country| country.name);
        let sender = RawSender {
            names: vec![RawText::Plain(name.unwrap_or(heading).trim().to_owned())],
            acronym: None,
            country,
            region: None,
            // The word for the country is not shown, unless it is the name that countries go by here.
            heading: named.filter(|named| shown != Some(named)).map(|_| heading.to_owned()),
        };
        RawMessage { id: String::new(), senders: vec![sender], signatures: Vec::new(), body }
    }

    fn origin(&self, line: usize) -> Origin {
        Origin { file: self.name.to_owned(), line }
    }

    fn note(&mut self, line: usize, text: String) {
        let origin = self.origin(line);
        self.import.notes.push(Note { origin, text });
    }
}

/// Why an item is no message, if it is none.
fn not_read(item: Element) -> Option<String> {
    let kind = child(item, "post_type").unwrap_or_else(|| "post".to_owned());
    let status = child(item, "status").unwrap_or_else(|| "publish".to_owned());
    if !matches!(kind.as_str(), "post" | "page") {
        return Some(format!("is neither a post nor a page ({kind})"));
    }
    if status != "publish" {
        return Some(format!("is not published ({status})"));
    }
    let password = child(item, "post_password").unwrap_or_default();
    (!password.is_empty()).then(|| "needs a password".to_owned())
}

/// What people have written into an item beside its text.
fn beside_the_text(item: Element) -> Vec<String> {
    let mut texts = Vec::new();
    let mut comments = 0;
    for node in item.children() {
        let (tag, text) = (node.tag_name(), node.text().unwrap_or_default().trim());
        match tag.name() {
            "encoded" if tag.namespace() != Some(CONTENT) && !text.is_empty() => {
                texts.push(format!("the excerpt: {text}"));
            }
            "postmeta" => {
                let key = child(node, "meta_key").unwrap_or_default();
                let value = child(node, "meta_value").unwrap_or_default();
                // Those that begin so are WordPress's own.
                if !key.starts_with('_') && !value.is_empty() {
                    texts.push(format!("the field “{key}”: {value}"));
                }
            }
            "comment" => comments += 1,
            _ => {}
        }
    }
    texts.extend((comments > 0).then(|| counted(comments, "comment")));
    texts
}

/// The text of a child of whatever namespace: the addresses of WordPress's own have a version in them.
fn child(item: Element, name: &str) -> Option<String> {
    let child = item.children().find(|node| node.tag_name().name() == name)?;
    Some(child.text().unwrap_or_default().trim().to_owned())
}

fn is_shortcode(text: &str) -> bool {
    text.starts_with('[') && text.ends_with(']') && !text.contains('\n')
}

/// The level of the headings that begin messages: the one that most have, if several do.
fn splitting_level(blocks: &[Block]) -> Option<u8> {
    let count = |level: u8| blocks.iter().filter(|block| block.heading == Some(level)).count();
    let (count, level) = (1..=7).rev().map(|level| (count(level), level)).max()?;
    (count > 1).then_some(level)
}
