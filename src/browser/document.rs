//! The document, and elements in it.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlLinkElement};

/// The element with this id.
pub fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Replaces the content of an element with a text.
pub fn set_text(element: &Element, text: &str) {
    element.set_text_content(Some(text));
}

/// Sets the title of the document.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Sets the canonical address of the page, if the document has a canonical link.
pub fn set_canonical(url: &str) {
    let link = document().query_selector("link[rel=canonical]").ok().flatten();
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlLinkElement>().ok()) {
        link.set_href(url);
    }
}

pub(super) fn root_attribute(name: &str) -> Option<String> {
    document().document_element()?.get_attribute(name)
}

pub(super) fn window() -> web_sys::Window {
    leptos::prelude::window()
}

pub(super) fn document() -> web_sys::Document {
    leptos::prelude::document()
}
