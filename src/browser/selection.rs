//! The visitor's text selection.

use super::document::{document, element, window};
use solidarity_core::quotation::Spot;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{HtmlElement, Node};

/// The event fired when the selection changes.
const SELECTION_CHANGE: &str = "selectionchange";

/// Calls a function whenever the selection changes, until the returned value is dropped.
pub fn on_selection_change(changed: impl FnMut() + 'static) -> Option<Listener> {
    let changed = Closure::<dyn FnMut()>::new(changed);
    let function = changed.as_ref().unchecked_ref();
    document().add_event_listener_with_callback(SELECTION_CHANGE, function).ok()?;
    Some(Listener(changed))
}

/// Calls a function on an event, until dropped.
pub struct Listener(Closure<dyn FnMut()>);

impl Drop for Listener {
    fn drop(&mut self) {
        let function = self.0.as_ref().unchecked_ref();
        // If the listener is not there, there is nothing to remove.
        let _ = document().remove_event_listener_with_callback(SELECTION_CHANGE, function);
    }
}

/// The start and end of the selection within the elements with these ids, which are in document
/// order: each is the index of an element and the number of UTF-16 units of text before the spot.
/// `None` if the selection includes none of them.
pub fn selected_between(ids: &[String]) -> Option<(Spot, Spot)> {
    let selection = window().get_selection().ok()??;
    if selection.is_collapsed() {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let elements: Vec<_> = ids.iter().map(|id| element(id)).collect();
    let touched = |element: &Option<HtmlElement>| {
        element.as_ref().is_some_and(|e| range.intersects_node(e).unwrap_or_default())
    };
    let first = elements.iter().position(touched)?;
    let last = elements.iter().rposition(touched)?;
    let units = |at: usize, node: Node, offset: u32, outside: usize| {
        let element = elements.get(at)?.as_ref()?;
        if !element.contains(Some(&node)) {
            return Some(outside);
        }
        let before = document().create_range().ok()?;
        before.select_node_contents(element).ok()?;
        before.set_end(&node, offset).ok()?;
        usize::try_from(before.to_string().length()).ok()
    };
    let start = units(first, range.start_container().ok()?, range.start_offset().ok()?, 0)?;
    let end = units(last, range.end_container().ok()?, range.end_offset().ok()?, usize::MAX)?;
    Some(((first, start), (last, end)))
}
