//! Which elements are near the window.

use super::document::{document, element};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// Calls back whenever an element is about to scroll into view, until the returned value is
/// dropped.
pub fn when_near(id: &str, mut call: impl FnMut() + 'static) -> Option<Observation> {
    observe(element(id)?.as_ref(), "800px", move |entry| {
        if entry.is_intersecting() {
            call();
        }
    })
}

/// Reports whether an element is near the window whenever that changes, until the returned value is
/// dropped. Far from the window the element keeps its height, so that nothing moves when it is
/// emptied.
pub fn keep_height_when_far(id: &str, mut tell: impl FnMut(bool) + 'static) -> Option<Observation> {
    let element = element(id)?;
    let watched = element.clone();
    let call = move |entry: IntersectionObserverEntry| {
        let rect = entry.bounding_client_rect();
        // A hidden element is neither near nor far.
        if rect.width() > 0.0 {
            // Keep the element that has the focus, or keyboard users would be sent back to the
            // start.
            let focused = document().active_element();
            let focused = focused.is_some_and(|focused| watched.contains(Some(&focused)));
            let near = entry.is_intersecting() || focused;
            let height = if near { String::new() } else { format!("{}px", rect.height() as u32) };
            // If the height cannot be kept, what follows moves, and that is all.
            let _ = watched.style().set_property("min-height", &height);
            tell(near);
        }
    };
    observe(&element, "2500px", call)
}

/// Lets an element take the height of its content again.
pub fn release_height(id: &str) {
    if let Some(element) = element(id) {
        // If this is refused, the element merely keeps the height.
        let _ = element.style().remove_property("min-height");
    }
}

/// Calls back with the latest entry of an element's observer.
fn observe(
    element: &Element,
    margin: &str,
    mut call: impl FnMut(IntersectionObserverEntry) + 'static,
) -> Option<Observation> {
    let options = IntersectionObserverInit::new();
    options.set_root_margin(margin);
    let seen = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        call(entries.get(entries.length().saturating_sub(1)).unchecked_into());
    });
    let function = seen.as_ref().unchecked_ref();
    // A browser without observers shows every block, and the link for more cards still works.
    let observer = IntersectionObserver::new_with_options(function, &options).ok()?;
    observer.observe(element);
    Some(Observation { observer, _seen: seen })
}

/// Observes an element until dropped.
pub struct Observation {
    observer: IntersectionObserver,
    _seen: Closure<dyn FnMut(js_sys::Array)>,
}

impl Drop for Observation {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
