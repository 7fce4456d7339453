//! The parts of a Word document (ECMA-376, part 2, §6).

use roxmltree::Node;

use crate::import::archive::{Archive, ArchiveError};
use crate::import::document::docx::names::attribute;
use crate::import::document::error::DocumentError;
use crate::import::xml::parsed;

/// The texts of the parts.
#[derive(Default)]
pub struct Parts {
    pub document: String,
    pub styles: Option<String>,
    pub numbering: Option<String>,
    pub footnotes: Option<String>,
    pub endnotes: Option<String>,
    pub comments: Option<String>,
    /// Headers and footers of pages, each with its label.
    pub margins: Vec<(&'static str, String)>,
    /// The addresses of links, by their ids.
    pub links: Vec<(String, String)>,
}

impl Parts {
    /// Unpacks the parts.
    ///
    /// # Errors
    /// When the main part is missing, or any part cannot be unpacked.
    pub fn of(bytes: &[u8]) -> Result<Parts, DocumentError> {
        let mut archive = Archive::open(bytes)?;
        let mut main = "word/document.xml".to_owned();
        for related in related(&mut archive, "_rels/.rels")? {
            if related.kind == "officeDocument" {
                main = related.target.trim_start_matches('/').to_owned();
            }
        }
        let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
        let mut parts = Parts { document: text(&mut archive, &main)?, ..Parts::default() };
        for related in related(&mut archive, &format!("{folder}/_rels/{file}.rels"))? {
            if related.kind == "hyperlink" {
                parts.links.push((related.id, related.target));
                continue;
            }
            let path = match related.target.strip_prefix('/') {
                Some(absolute) => absolute.to_owned(),
                None => format!("{folder}/{}", related.target),
            };
            let part = match related.kind.as_str() {
                "styles" => &mut parts.styles,
                "numbering" => &mut parts.numbering,
                "footnotes" => &mut parts.footnotes,
                "endnotes" => &mut parts.endnotes,
                "comments" => &mut parts.comments,
                "header" | "footer" => {
                    let header = related.kind == "header";
                    let what =
                        if header { "the header of the pages" } else { "the footer of the pages" };
                    parts.margins.push((what, text(&mut archive, &path)?));
                    continue;
                }
                _ => continue,
            };
            *part = Some(text(&mut archive, &path)?);
        }
        Ok(parts)
    }
}

struct Related {
    id: String,
    /// The last segment of its type, which is a URL.
    kind: String,
    target: String,
}

/// The relationships of a part.
fn related(archive: &mut Archive, path: &str) -> Result<Vec<Related>, DocumentError> {
    if !archive.has(path) {
        return Ok(Vec::new());
    }
    let part = text(archive, path)?;
    let part = parsed(&part)?;
    let related = |node: Node| {
        let kind = attribute(node, "Type")?;
        Some(Related {
            id: attribute(node, "Id")?.to_owned(),
            kind: kind.rsplit('/').next().unwrap_or(kind).to_owned(),
            target: attribute(node, "Target")?.to_owned(),
        })
    };
    Ok(part.root_element().children().filter_map(related).collect())
}

fn text(archive: &mut Archive, path: &str) -> Result<String, DocumentError> {
    match archive.read(path) {
        // Programs refer to parts that they do not write.
        Err(ArchiveError::Missing(_)) if !path.ends_with("document.xml") => {
            Ok("<none/>".to_owned())
        }
        bytes => Ok(String::from_utf8(bytes?)?),
    }
}
