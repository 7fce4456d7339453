//! The frame that shows a page of the site.

use web_sys::{Document, Element, HtmlIFrameElement};

use super::error::BrowserError;

/// Shows a page in the frame. Where it was scrolled to stays, because its element does.
///
/// # Errors
/// While the frame has not been loaded.
pub fn show(
    frame: &HtmlIFrameElement,
    lang: &str,
    dir: &str,
    html: &str,
) -> Result<(), BrowserError> {
    let document = frame.content_document();
    let (root, app) = document.as_ref().and_then(parts).ok_or_else(not_loaded)?;
    root.set_attribute("lang", lang)?;
    root.set_attribute("dir", dir)?;
    app.set_inner_html(html);
    Ok(())
}

fn parts(document: &Document) -> Option<(Element, Element)> {
    Some((document.document_element()?, document.get_element_by_id("app")?))
}

fn not_loaded() -> BrowserError {
    BrowserError("the preview has not been loaded".to_owned())
}
