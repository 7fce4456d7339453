//! Dragging with a pointer.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, PointerEvent};

use super::document::document;
use super::error::BrowserError;

/// The row of a list that is under a pointer.
#[derive(Clone, Debug, PartialEq)]
pub struct Under {
    /// Its `data-key`.
    pub key: u32,
    /// Whether the pointer is in its lower half.
    pub is_after: bool,
    /// The edge that is nearer, in pixels from the top of the list.
    pub edge: i32,
}

/// The row under a pointer.
///
/// # Errors
/// When the browser refuses.
pub fn row_under(event: &PointerEvent) -> Result<Option<Under>, BrowserError> {
    let (x, y) = (event.client_x() as f32, event.client_y() as f32);
    let Some(element) = document()?.element_from_point(x, y) else { return Ok(None) };
    Ok(row(&element)?.and_then(|row| {
        let key = row.get_attribute("data-key")?.parse().ok()?;
        let rect = row.get_bounding_client_rect();
        let is_after = f64::from(y) > rect.top() + rect.height() / 2.0;
        let height = if is_after { row.offset_height() } else { 0 };
        Some(Under { key, is_after, edge: row.offset_top() + height })
    }))
}

/// The key of the row that an event is in, and whether it is in the handle of the row.
pub fn row_of(event: &PointerEvent) -> Option<(u32, bool)> {
    let element: Element = event.target()?.dyn_into().ok()?;
    let key = row(&element).ok()??.get_attribute("data-key")?.parse().ok()?;
    Some((key, element.closest(".handle").ok()?.is_some()))
}

/// Sends the events of a pointer to an element until it is released.
///
/// # Errors
/// When the pointer is gone.
pub fn capture(element: &Element, event: &PointerEvent) -> Result<(), BrowserError> {
    Ok(element.set_pointer_capture(event.pointer_id())?)
}

/// Scrolls what an element is in while a pointer is near its upper or lower edge.
pub fn scroll_near_edge(element: &Element, event: &PointerEvent) {
    const EDGE: f64 = 48.0;
    const STEP: i32 = 16;
    let Ok(Some(pane)) = element.closest(".pane") else { return };
    let y = f64::from(event.client_y());
    if pane.scroll_height() > pane.client_height() {
        let rect = pane.get_bounding_client_rect();
        if y < rect.top() + EDGE {
            pane.set_scroll_top(pane.scroll_top() - STEP);
        } else if y > rect.bottom() - EDGE {
            pane.set_scroll_top(pane.scroll_top() + STEP);
        }
        return;
    }
    // Where there is little room, the page scrolls instead, and has a bar at its lower edge.
    let Some(window) = web_sys::window() else { return };
    let height = window.inner_height().ok().and_then(|height| height.as_f64());
    if y < EDGE {
        window.scroll_by_with_x_and_y(0.0, -f64::from(STEP));
    } else if height.is_some_and(|height| y > height - 2.0 * EDGE) {
        window.scroll_by_with_x_and_y(0.0, f64::from(STEP));
    }
}

fn row(element: &Element) -> Result<Option<HtmlElement>, BrowserError> {
    Ok(element.closest("[data-key]")?.and_then(|row| row.dyn_into().ok()))
}
