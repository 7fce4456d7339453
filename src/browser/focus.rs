//! Where the focus is.

use super::document::{document, element};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

/// Moves the focus to an element without scrolling. Returns whether the element exists.
pub fn focus(id: &str) -> bool {
    let Some(element) = element(id) else { return false };
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).is_ok()
}

/// Moves the focus to an element and brings it into view. Returns whether the element exists.
pub fn focus_in_view(id: &str) -> bool {
    let found = focus(id);
    if let Some(element) = element(id) {
        element.scroll_into_view();
    }
    found
}

/// How many elements match a selector.
pub fn count(selector: &str) -> u32 {
    document().query_selector_all(selector).map_or(0, |found| found.length())
}

/// Moves the focus to the nth element (from 0) that matches a selector, and brings it into view.
pub fn focus_nth(selector: &str, nth: u32) {
    let found = document().query_selector_all(selector).ok().and_then(|found| found.get(nth));
    if let Some(element) = found.and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
        // If the element cannot take the focus, the focus stays where it is.
        let _ = element.focus();
    }
}

/// The centres of the elements that match a selector, in CSS pixels, and the index of the one that
/// has the focus.
pub fn middles(selector: &str) -> (Vec<(f64, f64)>, Option<usize>) {
    let Ok(found) = document().query_selector_all(selector) else {
        return (Vec::new(), None);
    };
    let elements = (0..found.length()).filter_map(|at| found.get(at)?.dyn_into::<Element>().ok());
    let elements: Vec<_> = elements.collect();
    let active = document().active_element();
    let focused = elements.iter().position(|element| Some(element) == active.as_ref());
    let middle = |element: &Element| {
        let rect = element.get_bounding_client_rect();
        (rect.left() + rect.width() / 2.0, rect.top() + rect.height() / 2.0)
    };
    (elements.iter().map(middle).collect(), focused)
}

/// The text typed into an input field, if any.
pub fn typed_into(id: &str) -> Option<String> {
    let input: HtmlInputElement = element(id)?.dyn_into().ok()?;
    let value = input.value();
    (value != input.default_value()).then_some(value)
}

/// Moves the focus to a field and selects its content.
pub fn select(field: &HtmlTextAreaElement) {
    // A field can be selected even if it cannot take the focus.
    let _ = field.focus();
    field.select();
}

/// Whether the mouse is over an element, or the focus is inside it.
pub fn is_in_use(element: &Element) -> bool {
    element.matches(":hover, :focus-within").unwrap_or_default()
}

/// Moves the focus to whatever precedes an element.
pub fn focus_before(element: &Element) {
    let before = element.previous_element_sibling();
    if let Some(before) = before.and_then(|before| before.dyn_into::<HtmlElement>().ok()) {
        // If the element cannot take the focus, the focus stays where it is.
        let _ = before.focus();
    }
}

/// Selects the content of an input field.
pub fn select_text(id: &str) {
    if let Some(input) = element(id).and_then(|e| e.dyn_into::<HtmlInputElement>().ok()) {
        input.select();
    }
}

/// The id of the element that has the focus, if it has one.
pub fn focused_id() -> Option<String> {
    document().active_element().map(|e| e.id()).filter(|id| !id.is_empty())
}
