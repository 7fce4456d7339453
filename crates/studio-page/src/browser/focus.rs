//! The focus, and the cursor in a field.

use wasm_bindgen::JsCast;
use web_sys::{
    Element, HtmlDetailsElement, HtmlElement, HtmlTextAreaElement, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

use super::document::document;
use super::error::BrowserError;

/// Moves the focus to an element, and shows it. What it is folded away in is opened.
///
/// # Errors
/// When there is no such element.
pub fn focus(id: &str) -> Result<(), BrowserError> {
    let element = element(id)?;
    let mut around = element.closest("details:not([open])")?;
    while let Some(details) = around.take() {
        if let Some(details) = details.dyn_ref::<HtmlDetailsElement>() {
            details.set_open(true);
        }
        around = details.closest("details:not([open])")?;
    }
    element.focus()?;
    scroll_to(&element);
    Ok(())
}

/// Scrolls an element into view.
///
/// # Errors
/// When there is no such element.
pub fn show_element(id: &str) -> Result<(), BrowserError> {
    scroll_to(&element(id)?);
    Ok(())
}

/// Scrolls an element into view, with what it has opened.
pub fn scroll_to(element: &HtmlElement) {
    let inside = element.query_selector(".menu-items").ok().flatten();
    let element = inside.as_ref().unwrap_or(element);
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Whether the focus is within an element that matches a selector.
pub fn is_focus_within(selector: &str) -> bool {
    let active = document().ok().and_then(|document| document.active_element());
    active.is_some_and(|active| active.closest(selector).is_ok_and(|found| found.is_some()))
}

/// Whether anything but the page as a whole has the focus.
pub fn is_focus_somewhere() -> bool {
    is_focus_within("body *")
}

/// Whether there is an element that matches a selector.
pub fn is_shown(selector: &str) -> bool {
    found(selector).is_some()
}

/// Scrolls the page to the beginning of an element if that is above what is seen of it, and, if it is another one
/// `inside`, the element to its beginning, too.
pub fn show_start(selector: &str, inside: bool) {
    let Some(element) = found(selector) else { return };
    if inside {
        element.set_scroll_top(0);
    }
    if element.get_bounding_client_rect().top() < 0.0 {
        element.scroll_into_view();
    }
}

fn found(selector: &str) -> Option<Element> {
    document().ok()?.query_selector(selector).ok()?
}

/// What is selected in a text area, in UTF-16 units.
///
/// # Errors
/// When there is no such text area.
pub fn selection(id: &str) -> Result<(usize, usize), BrowserError> {
    let area = area(id)?;
    let start = area.selection_start()?.unwrap_or_default();
    let end = area.selection_end()?.unwrap_or(start);
    Ok((start as usize, end as usize))
}

/// Moves the focus to a text area, and the cursor to a place in its text, in UTF-16 units.
///
/// # Errors
/// When there is no such text area.
pub fn set_cursor(id: &str, units: usize) -> Result<(), BrowserError> {
    focus(id)?;
    let units = u32::try_from(units).unwrap_or(u32::MAX);
    area(id)?.set_selection_range(units, units)?;
    Ok(())
}

fn area(id: &str) -> Result<HtmlTextAreaElement, BrowserError> {
    element(id)?.dyn_into().map_err(|_| BrowserError(["#", id, " is no text area"].concat()))
}

fn element(id: &str) -> Result<HtmlElement, BrowserError> {
    let element = document()?.get_element_by_id(id).and_then(|element| element.dyn_into().ok());
    element.ok_or_else(|| BrowserError(["there is no element #", id].concat()))
}
