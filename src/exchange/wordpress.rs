//! Exports of WordPress (WXR 1.2: RSS with the texts in `content:encoded`).
//!
//! A post is a message from the sender in its title. A page with several headings of one level is
//! taken apart: each begins a message. Comments, and the form for them, are no part of either.

use std::path::Path;

use roxmltree::{Document, Node};

use super::html::{Block, blocks};
use super::{Import, ImportError, Imported, Note, Origin, line_of};
use crate::collection::raw::{RawMessage, RawSender, RawText};
use crate::places::Country;

/// The elements of `content:` in RSS.
const CONTENT: &str = "http://purl.org/rss/1.0/modules/content/";

/// Reads an export.
pub fn read(path: &Path, text: &str) -> Result<Import, ImportError> {
    let origin = |line| Origin { file: path.to_owned(), line };
    let document = Document::parse(text).map_err(|error| ImportError::Xml {
        origin: origin(error.pos().row as usize),
        detail: error.to_string(),
    })?;
    let mut import = Import::default();
    for item in document.descendants().filter(|node| node.has_tag_name("item")) {
        let line = line_of(text, item.range().start);
        let title = child(item, "title").unwrap_or_default();
        let kind = child(item, "post_type").unwrap_or_else(|| "post".to_owned());
        let status = child(item, "status").unwrap_or_else(|| "publish".to_owned());
        let mut note = |line, text| import.notes.push(Note { origin: origin(line), text });
        if !matches!(kind.as_str(), "post" | "page") {
            note(line, format!("“{title}” is no text ({kind}), and was not read."));
            continue;
        }
        if status != "publish" {
            note(line, format!("“{title}” is not published ({status}), and was not read."));
            continue;
        }
        let content = item.children().find(|node| node.has_tag_name((CONTENT, "encoded")));
        let content_at = content.map_or(0, |node| {
            let source = text.get(node.range()).unwrap_or_default();
            let start = source.find("<![CDATA[").map_or(0, |at| at + "<![CDATA[".len());
            node.range().start + start
        });
        let html = content.and_then(|node| node.text()).unwrap_or_default();
        let (blocks, left_out) = blocks(html);
        for (at, text_of_note) in left_out {
            note(line_of(text, content_at + at), text_of_note);
        }
        for block in blocks.iter().filter(|block| is_shortcode(&block.text)) {
            let line = line_of(text, content_at + block.at);
            note(line, format!("this looks like a shortcode, and stays: {}", block.text));
        }
        let line_at = |at: usize| line_of(text, content_at + at);
        match splitting_level(&blocks) {
            Some(level) => {
                for (at, message) in apart(blocks, level) {
                    match message {
                        Ok(message) => {
                            import.messages.push(Imported { message, origin: origin(line_at(at)) });
                        }
                        Err(text) => {
                            let text = format!("this stands before the first message: {text}");
                            import.notes.push(Note { origin: origin(line_at(at)), text });
                        }
                    }
                }
            }
            None => {
                let body = blocks.into_iter().map(|block| RawText::Plain(block.text)).collect();
                let id = child(item, "post_name").unwrap_or_default();
                let message = RawMessage { id: super::id_of(&id), ..from(&title, body) };
                import.messages.push(Imported { message, origin: origin(line) });
            }
        }
    }
    Ok(import)
}

/// The text of a child of whatever namespace: the addresses of WordPress's own have a version in them.
fn child(item: Node, name: &str) -> Option<String> {
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

/// The messages under headings of a level, each with where it begins; what stands before the first
/// as text.
fn apart(blocks: Vec<Block>, level: u8) -> Vec<(usize, Result<RawMessage, String>)> {
    let mut parts: Vec<(usize, Result<RawMessage, String>)> = Vec::new();
    for block in blocks {
        if block.heading == Some(level) {
            parts.push((block.at, Ok(from(&block.text, Vec::new()))));
            continue;
        }
        match parts.last_mut() {
            Some((_, Ok(message))) => message.body.push(RawText::Plain(block.text)),
            _ => parts.push((block.at, Err(block.text))),
        }
    }
    parts
}

/// A message from the sender of a heading; a country at its end is the sender's.
fn from(heading: &str, body: Vec<RawText>) -> RawMessage {
    let ends = [", ", " – ", " — ", " - ", " ("];
    let cut = ends.iter().filter_map(|end| heading.rsplit_once(end));
    let mut known = cut.filter_map(|(name, country)| {
        Some((name, Country::known_as(country.trim_end_matches(')'))?))
    });
    let (name, country) = match known.next_back() {
        Some((name, country)) => (name, Some(country.code.to_owned())),
        None => (heading, None),
    };
    let sender = RawSender {
        names: vec![RawText::Plain(name.trim().to_owned())],
        acronym: None,
        country,
        region: None,
        heading: None,
    };
    RawMessage {
        id: String::new(),
        senders: vec![sender],
        signatures: Vec::new(),
        body,
        words: None,
    }
}
