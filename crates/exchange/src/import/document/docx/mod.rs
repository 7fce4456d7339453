//! Word documents (`.docx`: ECMA-376, Office Open XML).

mod body;
mod fields;
mod names;
mod numbering;
mod parts;
mod run;
mod styles;

use std::collections::HashMap;

use roxmltree::Document;

use crate::import::document::docx::body::Body;
use crate::import::document::docx::fields::Fields;
use crate::import::document::docx::names::attribute;
use crate::import::document::docx::numbering::Numbering;
use crate::import::document::docx::parts::Parts;
use crate::import::document::docx::styles::WordStyles;
use crate::import::document::error::DocumentError;
use crate::import::document::words::words;
use crate::import::document::writer::Writer;
use crate::import::xml::parsed;

/// Reads a Word document.
///
/// # Errors
/// When it cannot be read at all.
pub fn read(bytes: &[u8]) -> Result<Writer, DocumentError> {
    let parts = Parts::of(bytes)?;
    let document = parsed(&parts.document)?;
    let styles = parts.styles.as_deref().map(parsed).transpose()?;
    let numbering = parts.numbering.as_deref().map(parsed).transpose()?;
    let footnotes = parts.footnotes.as_deref().map(parsed).transpose()?;
    let endnotes = parts.endnotes.as_deref().map(parsed).transpose()?;
    let comments = parts.comments.as_deref().map(parsed).transpose()?;
    let mut body = Body {
        writer: Writer::default(),
        styles: styles.as_ref().map(WordStyles::of).unwrap_or_default(),
        numbering: numbering.as_ref().map(Numbering::of).unwrap_or_default(),
        footnotes: footnotes.as_ref().map(by_id).unwrap_or_default(),
        endnotes: endnotes.as_ref().map(by_id).unwrap_or_default(),
        comments: comments.as_ref().map(by_id).unwrap_or_default(),
        links: parts.links.into_iter().collect(),
        fields: Fields::default(),
        counts: [0; 2],
        to_come: Vec::new(),
        boxes: Vec::new(),
    };
    let all = body.styles.all.clone();
    body.children(document.root_element(), &all, 0)?;
    body.footnotes()?;
    for (what, text) in &parts.margins {
        let text = parsed(text)?;
        body.writer.notes.left_out_margin(what, &words(text.root_element()));
    }
    Ok(body.writer)
}

/// The elements of a part, by id.
fn by_id<'a, 'input>(part: &'a Document<'input>) -> HashMap<String, roxmltree::Node<'a, 'input>> {
    let nodes = part.root_element().children().filter(roxmltree::Node::is_element);
    nodes.filter_map(|node| Some((attribute(node, "id")?.to_owned(), node))).collect()
}
