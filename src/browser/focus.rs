//! Where the focus is.

use super::document::{document, element};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

/// Moves the focus to an element, without scrolling to it; whether there is such an element.
pub fn focus(id: &str) -> bool {
    let Some(element) = element(id) else { return false };
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    element.focus_with_options(&options).is_ok()
}

/// Moves the focus to an element and brings it into view; whether there is such an element.
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

/// Moves the focus to the nth element that matches a selector, from 0, and brings it into view.
pub fn focus_nth(selector: &str, nth: u32) {
    let found = document().query_selector_all(selector).ok().and_then(|found| found.get(nth));
    if let Some(element) = found.and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
        // An element that takes no focus leaves it where it is.
        let _ = element.focus();
    }
}

/// The middles of the elements that match a selector, in CSS pixels, and which of them has the focus.
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

/// What was typed into an input field, if anything was.
pub fn typed_into(id: &str) -> Option<String> {
    let input: HtmlInputElement = element(id)?.dyn_into().ok()?;
    let value = input.value();
    (value != input.default_value()).then_some(value)
}

/// Moves the focus into a field and selects what it holds.
pub fn select(field: &HtmlTextAreaElement) {
    // A field that takes no focus can be selected all the same.
    let _ = field.focus();
    field.select();
}

/// Whether the mouse is on an element, or the focus in it.
pub fn is_in_use(element: &Element) -> bool {
    element.matches(":hover, :focus-within").unwrap_or_default()
}

/// Moves the focus to what stands just before an element.
pub fn focus_before(element: &Element) {
    let before = element.previous_element_sibling();
    if let Some(before) = before.and_then(|before| before.dyn_into::<HtmlElement>().ok()) {
        // An element that takes no focus leaves it where it is.
        let _ = before.focus();
    }
}

/// Selects what an input field holds.
pub fn select_text(id: &str) {
    if let Some(input) = element(id).and_then(|e| e.dyn_into::<HtmlInputElement>().ok()) {
        input.select();
    }
}

/// The id of the element that has the focus, if it has one.
pub fn focused_id() -> Option<String> {
    document().active_element().map(|e| e.id()).filter(|id| !id.is_empty())
}
