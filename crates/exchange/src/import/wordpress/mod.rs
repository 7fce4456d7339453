//! Exports of WordPress (WXR 1.2: RSS with the texts in `content:encoded`).
//!
//! A post is a message from the sender in its title. A page with several headings of one level is divided: each
//! begins a message. Comments and the comment form are not part of a message.

mod content;
mod damage;
mod division;
mod footnotes;
mod item;
mod reader;
mod references;
mod text;
mod unread;

use roxmltree::Document;

use crate::import::error::ImportError;
use crate::import::note::Import;
use reader::Reader;

/// Reads an export.
pub fn read(name: &str, text: &str) -> Result<Import, ImportError> {
    // XML forbids other line ends, and reads a carriage return as one (XML 1.0, §2.11).
    let text = text.replace(['\u{b}', '\u{c}'], "\r");
    let text = damage::without_declaration(&text);
    damage::no_export(name, &text)?;
    let (text, forbidden) = references::without_forbidden(&text);
    let document =
        Document::parse(&text).map_err(|error| damage::unreadable(name, &text, &error))?;
    let mut reader = Reader::new(name, &text);
    forbidden.into_iter().for_each(|(line, what)| reader.note(line, what));
    if damage::is_feed(name, &document)? {
        reader.note(
            1,
            "this looks like the news feed of a site (RSS), which has only its latest posts. For all of \
             them choose Tools, Export, “All content” in the dashboard of WordPress."
                .to_owned(),
        );
    }
    for item in document.descendants().filter(|node| node.has_tag_name("item")) {
        reader.item(item);
    }
    Ok(reader.finish())
}
