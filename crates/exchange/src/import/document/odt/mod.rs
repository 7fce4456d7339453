//! OpenDocument texts (`.odt`: ODF 1.3).

mod body;
mod lists;
mod names;
mod styles;

use crate::import::archive::{Archive, ArchiveError};
use crate::import::document::error::DocumentError;
use crate::import::document::odt::body::Body;
use crate::import::document::words::words;
use crate::import::document::writer::Writer;
use crate::import::xml::parsed;

/// Reads an OpenDocument text.
///
/// # Errors
/// When it cannot be read at all.
pub fn read(bytes: &[u8]) -> Result<Writer, DocumentError> {
    let mut archive = Archive::open(bytes)?;
    // ODF 1.3, part 2, §4: encrypted files are listed here, and are not XML.
    if let Ok(manifest) = archive.read("META-INF/manifest.xml")
        && String::from_utf8_lossy(&manifest).contains("encryption-data")
    {
        return Err(ArchiveError::Encrypted.into());
    }
    let content = String::from_utf8(archive.read("content.xml")?)?;
    let styles = match archive.read("styles.xml") {
        Err(ArchiveError::Missing(_)) => "<none/>".to_owned(),
        bytes => String::from_utf8(bytes?)?,
    };
    let (content, styles) = (parsed(&content)?, parsed(&styles)?);
    let mut body = Body::default();
    for part in [&styles, &content] {
        body.styles.add(part);
        body.lists.add(part);
    }
    let all = body.styles.all.clone();
    if let Some(text) = content.descendants().find(|node| node.tag_name().name() == "body") {
        body.children(text, &all, 0)?;
    }
    body.footnotes()?;
    for node in styles.descendants() {
        let what = match node.tag_name().name() {
            "header" | "header-left" | "header-first" => "the header of the pages",
            "footer" | "footer-left" | "footer-first" => "the footer of the pages",
            _ => continue,
        };
        body.writer.notes.left_out_margin(what, &words(node));
    }
    Ok(body.writer)
}
