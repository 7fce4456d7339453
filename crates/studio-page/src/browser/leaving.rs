//! The page is left, hidden or seen again, and its address.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{BeforeUnloadEvent, Event};

use super::document::{document, window};
use super::error::BrowserError;

/// Calls `hidden` when the page may be about to go, and `seen` when it is looked at again, for as long as it
/// lives.
pub fn on_hidden(
    hidden: impl Fn() + 'static,
    seen: impl Fn() + 'static,
) -> Result<(), BrowserError> {
    let change = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let is_hidden = document().is_ok_and(|document| document.hidden());
        if is_hidden || event.type_() == "pagehide" { hidden() } else { seen() }
    });
    let change = change.into_js_value();
    document()?.add_event_listener_with_callback("visibilitychange", change.unchecked_ref())?;
    window()?.add_event_listener_with_callback("pagehide", change.unchecked_ref())?;
    Ok(())
}

/// Whether the browser asks before it closes the page.
pub fn ask_before_leaving(asks: bool) -> Result<(), BrowserError> {
    let window = window()?;
    if !asks {
        window.set_onbeforeunload(None);
    } else if window.onbeforeunload().is_none() {
        let ask = Closure::<dyn Fn(BeforeUnloadEvent)>::new(|event: BeforeUnloadEvent| {
            event.prevent_default();
            // Chromium before 119 asks only if there is a text, which it does not show.
            event.set_return_value("unsaved");
        });
        window.set_onbeforeunload(Some(ask.into_js_value().unchecked_ref()));
    }
    Ok(())
}

/// What the address says after `#`.
pub fn fragment() -> Result<String, BrowserError> {
    let hash = window()?.location().hash()?;
    Ok(hash.strip_prefix('#').unwrap_or_default().to_owned())
}

/// Writes something after the `#` of the address.
pub fn set_fragment(fragment: &str) -> Result<(), BrowserError> {
    Ok(window()?.location().set_hash(fragment)?)
}

/// Calls `changed` when somebody changes what stands after `#`, for as long as the page lives.
pub fn on_fragment(changed: impl Fn() + 'static) -> Result<(), BrowserError> {
    let changed = Closure::<dyn Fn()>::new(changed).into_js_value();
    window()?.add_event_listener_with_callback("hashchange", changed.unchecked_ref())?;
    Ok(())
}
