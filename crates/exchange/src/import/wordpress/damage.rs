//! Files that are not WordPress exports, or were damaged on the way.

use std::borrow::Cow;

use roxmltree::{Document, Error};

use crate::import::error::ImportError;
use crate::import::note::Origin;
use crate::lines::Lines;

/// How to get an export.
const CURE: &str =
    "In the dashboard of WordPress choose Tools, Export, “All content”, and save the .xml file.";

/// A text without its XML declaration, if there is space before it: some plugins write this, and XML forbids
/// it. The rest stays in place.
pub fn without_declaration(text: &str) -> Cow<'_, str> {
    let body = text.trim_start();
    let end = body.find("?>").filter(|_| body.len() < text.len() && body.starts_with("<?xml "));
    match end.and_then(|end| body.get(end + "?>".len()..)) {
        Some(rest) => {
            let blank = text.get(..text.len() - rest.len()).unwrap_or_default();
            let blank = blank.chars().map(|c| if c == '\n' { "\n" } else { " " });
            Cow::Owned(blank.chain([rest]).collect())
        }
        None => Cow::Borrowed(text),
    }
}

/// Refuses what is obviously not XML.
pub fn no_export(name: &str, text: &str) -> Result<(), ImportError> {
    let body = text.trim_start();
    let start: String = body.chars().take(200).collect::<String>().to_lowercase();
    if start.starts_with("<!doctype html") || start.starts_with("<html") {
        return Err(error(name, 1, format!("this is a web page, not a WordPress export. {CURE}")));
    }
    if body.is_empty() {
        return Err(error(name, 1, format!("the file is empty. {CURE}")));
    }
    let declared = text
        .find("<?xml ")
        .filter(|at| text.get(..*at).is_some_and(|text| !text.trim().is_empty()));
    if let Some(at) = declared.filter(|_| !start.starts_with('<') || start.starts_with("<br")) {
        let said = "there is something before “<?xml”, such as a PHP warning. Delete everything before it in \
                    a text editor, and import the file again.";
        return Err(error(name, Lines::of(text).line(at), said.to_owned()));
    }
    Ok(())
}

/// What is wrong with XML that cannot be read, and what to do.
pub fn unreadable(name: &str, text: &str, problem: &Error) -> ImportError {
    let line = problem.pos().row as usize;
    let again = "Export it again; if you changed the file, undo that.";
    match problem {
        Error::DtdDetected => {
            let at = text.find("<!DOCTYPE").unwrap_or_default();
            let said = "the file has a <!DOCTYPE>, which could make it expand without end, and which no export \
                        of WordPress has. Delete it from “<!DOCTYPE” to its “>”, or export the file again.";
            error(name, Lines::of(text).line(at), said.to_owned())
        }
        _ if is_cut_off(text) => {
            let said = format!(
                "the file ends before it is complete (</rss> is missing at its end), so texts are missing. Export \
                 it again, and wait until all of it is saved. ({problem})"
            );
            error(name, Lines::of(text).line(text.trim_end().len()), said)
        }
        Error::UnknownEntityReference(entity, _) => {
            let said = format!(
                "“&{entity};” means nothing in XML. Replace it with the character that it stands for, everywhere in \
                 the file, and import it again."
            );
            error(name, line, said)
        }
        Error::UnknownNamespace(prefix, _) => {
            let said = format!(
                "nothing says what “{prefix}:” means, so the beginning of the file is missing. Copy the line \
                 that begins with <rss from the whole export to the beginning of this one, or export it again."
            );
            error(name, line, said)
        }
        Error::MalformedEntityReference(_) => {
            let said = "there is a “&” here that XML does not allow. Write “&amp;” instead, throughout the file, \
                        and import it again.";
            error(name, line, said.to_owned())
        }
        Error::UnexpectedCloseTag(expected, actual, _) => {
            let said =
                format!("<{expected}> is closed by </{actual}>, so the file is damaged. {again}");
            error(name, line, said)
        }
        Error::NoRootNode => error(name, line, format!("this is not XML. {CURE}")),
        _ if !text.trim_start().starts_with('<') => {
            error(name, line, format!("this is not XML ({problem}). {CURE}"))
        }
        _ => error(name, line, format!("the file is damaged: {problem}. {again}")),
    }
}

/// Whether a document is the feed of a site rather than an export; an error if nothing in it can be
/// imported.
pub fn is_feed(name: &str, document: &Document) -> Result<bool, ImportError> {
    let root = document.root_element();
    let kind = root.tag_name().name();
    let refused =
        |what: &str| Err(error(name, 1, format!("this is {what}, not a WordPress export. {CURE}")));
    match kind {
        "rss" => {}
        "feed" | "RDF" => return refused("a news feed"),
        "html" => return refused("a web page"),
        _ => return refused(&format!("XML of another kind (<{kind}>)")),
    }
    let mut children = root.descendants().filter(|node| node.has_tag_name("item")).peekable();
    if children.peek().is_none() {
        return Ok(false);
    }
    let (mut is_export, mut has_texts) = (false, false);
    for child in children.flat_map(|item| item.children()) {
        let space = child.tag_name().namespace().unwrap_or_default();
        is_export |= space.contains("wordpress.org/export/") && !space.contains("/excerpt");
        has_texts |= child.tag_name().name() == "encoded";
    }
    if !is_export && !has_texts {
        return refused("a news feed without the texts");
    }
    let mut names = root.descendants().map(|node| node.tag_name().name());
    Ok(!is_export && names.any(|name| matches!(name, "lastBuildDate" | "updatePeriod")))
}

/// Whether a file begins like an export, but does not end like one.
fn is_cut_off(text: &str) -> bool {
    let start: String = text.chars().take(4000).collect();
    start.contains("<rss") && !text.trim_end().ends_with("</rss>")
}

fn error(name: &str, line: usize, detail: String) -> ImportError {
    ImportError::Xml { origin: Origin { file: name.to_owned(), line }, detail }
}
