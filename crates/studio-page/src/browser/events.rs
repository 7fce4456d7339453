//! What happens anywhere on the page.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

/// Whether somebody types in what an event happens to: there, the keys are for the text.
pub fn is_typed_in(event: &Event) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let within = "input, textarea, select, [contenteditable], dialog";
    element.is_some_and(|element| element.closest(within).ok().flatten().is_some())
}
