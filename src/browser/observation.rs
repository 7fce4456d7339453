//! Which elements are near the window.

use super::document::{document, element};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// Calls back whenever an element is about to be scrolled into view, until what is returned is dropped.
pub fn when_near(id: &str, mut call: impl FnMut() + 'static) -> Option<Observation> {
    observe(element(id)?.as_ref(), "800px", move |entry| {
        if entry.is_intersecting() {
            call();
        }
    })
}

/// Tells whether an element is near the window, whenever that changes, until what is returned is
/// dropped. Far from it the element keeps the height that it had, so that nothing moves when it is empty.
pub fn keep_height_when_far(id: &str, mut tell: impl FnMut(bool) + 'static) -> Option<Observation> {
    let element = element(id)?;
    let watched = element.clone();
    let call = move |entry: IntersectionObserverEntry| {
        let rect = entry.bounding_client_rect();
        // What is hidden is neither near nor far.
        if rect.width() > 0.0 {
            // What has the focus stays, or the keyboard would begin anew.
            let focused = document().active_element();
            let focused = focused.is_some_and(|focused| watched.contains(Some(&focused)));
            let near = entry.is_intersecting() || focused;
            let height = if near { String::new() } else { format!("{}px", rect.height() as u32) };
            // A height that is not kept lets what follows move, and nothing else.
            let _ = watched.style().set_property("min-height", &height);
            tell(near);
        }
    };
    observe(&element, "2500px", call)
}

/// Lets an element be as high as what is in it.
pub fn release_height(id: &str) {
    if let Some(element) = element(id) {
        // As with the height that it was given.
        let _ = element.style().remove_property("min-height");
    }
}

/// Calls back with what an observer of an element says last.
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
    // A browser without observers shows everything, and has the link for more.
    let observer = IntersectionObserver::new_with_options(function, &options).ok()?;
    observer.observe(element);
    Some(Observation { observer, _seen: seen })
}

/// An element that is observed until this is dropped.
pub struct Observation {
    observer: IntersectionObserver,
    _seen: Closure<dyn FnMut(js_sys::Array)>,
}

impl Drop for Observation {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
