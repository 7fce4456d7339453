//! The frame that shows a page of the site.

use js_sys::{Array, Function, Reflect};
use solidarity_studio::with_picture;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, Document, Element, Event, HtmlElement, HtmlIFrameElement};

use super::error::BrowserError;

/// What is shown in the frame.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    /// The language of the page, as a BCP 47 tag.
    pub lang: String,
    /// Its direction.
    pub dir: String,
    /// Its content.
    pub html: String,
    /// The only part of it that is shown, as a selector; `None` for all of it.
    pub part: Option<&'static str>,
    /// The address of the logo, which the page has by the name of its file.
    pub logo: Option<String>,
    /// The colours, as a style sheet.
    pub colours: String,
    /// `light` or `dark`; otherwise as the computer has it.
    pub scheme: Option<&'static str>,
}

/// Shows a page in the frame. Where it was scrolled to stays, because its element does.
///
/// # Errors
/// While the frame has not been loaded.
pub fn show(frame: &HtmlIFrameElement, shown: &Shown) -> Result<(), BrowserError> {
    let document = frame.content_document().ok_or_else(not_loaded)?;
    let (root, app) = parts(&document).ok_or_else(not_loaded)?;
    root.set_attribute("lang", &shown.lang)?;
    root.set_attribute("dir", &shown.dir)?;
    match shown.scheme {
        Some(scheme) => root.set_attribute("data-theme", scheme)?,
        None => root.remove_attribute("data-theme")?,
    }
    colour(&document, &shown.colours)?;
    // Without its bytes nothing is asked for in its place.
    let logo = shown.logo.as_deref().unwrap_or("data:,");
    let html = with_picture(&shown.html, "logo", logo);
    // The code for phones is drawn when the site is made.
    app.set_inner_html(&with_picture(&html, "qr", "data:,"));
    if let Some(part) = shown.part.map(|part| app.query_selector(part)).transpose()?.flatten() {
        app.replace_children_with_node_1(&part);
    }
    let without = if shown.logo.is_none() { "img.logo, img.qr" } else { "img.qr" };
    while let Some(picture) = app.query_selector(without)? {
        picture.remove();
    }
    Ok(())
}

/// Sets the colours. A style sheet belongs to the document of the frame, whose policy allows no other way.
fn colour(document: &Document, css: &str) -> Result<(), BrowserError> {
    let sheets = document.adopted_style_sheets();
    let mut sheet = sheets.get(0);
    if sheet.is_undefined() {
        let window = document.default_view().ok_or_else(not_loaded)?;
        let kind: Function = Reflect::get(&window, &"CSSStyleSheet".into())?.unchecked_into();
        sheet = Reflect::construct(&kind, &Array::new())?;
        document.set_adopted_style_sheets(&Array::of1(&sheet));
    }
    // Its class is that of the frame.
    let sheet: CssStyleSheet = sheet.unchecked_into();
    Ok(sheet.replace_sync(css)?)
}

/// What is heard in the frame, for as long as it is kept.
pub struct Heard(
    #[allow(dead_code, reason = "kept for the browser")] [Closure<dyn FnMut(Event)>; 2],
);

/// Calls a function with the address of each link that is clicked, instead of following it.
///
/// # Errors
/// While the frame has not been loaded.
pub fn hear_links(
    frame: &HtmlIFrameElement,
    clicked: impl Fn(String) + 'static,
) -> Result<Heard, BrowserError> {
    let document = frame.content_document().ok_or_else(not_loaded)?;
    let links = Closure::new(move |event: Event| {
        // The element is of the frame, whose classes are not those of this page.
        let target = event.target().map(JsValue::from).unwrap_or_default();
        let target: Element = target.unchecked_into();
        let link = target.closest("a[href]").ok().flatten();
        if let Some(href) = link.and_then(|link| link.get_attribute("href")) {
            event.prevent_default();
            clicked(href);
        }
    });
    let forms = Closure::new(|event: Event| event.prevent_default());
    for (name, closure) in [("click", &links), ("auxclick", &links), ("submit", &forms)] {
        document.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref())?;
    }
    Ok(Heard([links, forms]))
}

fn parts(document: &Document) -> Option<(Element, HtmlElement)> {
    let app = document.get_element_by_id("app")?;
    // The element is of the frame, whose classes are not those of this page.
    Some((document.document_element()?, app.unchecked_into()))
}

fn not_loaded() -> BrowserError {
    BrowserError("the preview has not been loaded".to_owned())
}
