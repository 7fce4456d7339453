//! What an event asks for.

use super::document::window;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlAnchorElement, MouseEvent};

/// The path that a click leads to, if it is a plain click on a link within this origin.
pub fn followed_link(event: &MouseEvent) -> Option<String> {
    if event.default_prevented() || !is_plain_click(event) {
        return None;
    }
    let target: Element = event.target()?.dyn_into().ok()?;
    let link: HtmlAnchorElement = target.closest("a[href]").ok()??.dyn_into().ok()?;
    let same_origin = window().location().origin().ok()? == link.origin();
    let elsewhere = !link.target().is_empty() || link.has_attribute("download");
    (same_origin && !elsewhere && link.hash().is_empty()).then(|| link.pathname())
}

/// Whether a click is a plain one: main button, no key held, so not a request for a new tab.
pub fn is_plain_click(event: &MouseEvent) -> bool {
    let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    event.button() == 0 && !modified
}

/// Whether an event comes from an element that accepts typing.
pub fn is_typing(event: &web_sys::Event) -> bool {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    target.is_some_and(|e| {
        matches!(e.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
            || e.has_attribute("contenteditable")
    })
}
