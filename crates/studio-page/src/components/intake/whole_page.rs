//! Dropping and pasting anywhere on the page.

use leptos::ev;
use leptos::prelude::*;

use crate::browser;
use crate::state::Studio;

/// Takes in whatever is dropped or pasted outside of fields, and says so while it is dragged.
#[component]
pub fn WholePage() -> impl IntoView {
    let studio = Studio::here();
    let is_over = RwSignal::new(false);
    // Entering an element comes before leaving the one around it.
    let depth = StoredValue::new(0_i32);
    let enter = window_event_listener(ev::dragenter, move |event| {
        if browser::has_files(&event) {
            event.prevent_default();
            depth.update_value(|depth| *depth += 1);
            is_over.set(true);
        }
    });
    let leave = window_event_listener(ev::dragleave, move |event| {
        if browser::has_files(&event) {
            depth.update_value(|depth| *depth = (*depth - 1).max(0));
            is_over.set(depth.get_value() > 0);
        }
    });
    let over = window_event_listener(ev::dragover, |event| {
        if browser::has_files(&event) {
            event.prevent_default();
        }
    });
    let drop = window_event_listener(ev::drop, move |event| {
        depth.set_value(0);
        is_over.set(false);
        if browser::has_files(&event) {
            event.prevent_default();
            studio.import_dropped(browser::dropped(&event));
        }
    });
    let paste = window_event_listener(ev::paste, move |event| {
        if browser::is_typed_in(&event) {
            return;
        }
        match browser::clipboard(&event) {
            (files, None) if files.is_empty() => {}
            (files, None) => studio.import(files),
            (_, Some(text)) => studio.import_text(&text),
        }
    });
    on_cleanup(move || {
        [enter.remove(), leave.remove(), over.remove(), drop.remove(), paste.remove()]
            .into_iter()
            .collect()
    });
    view! {
        <div class="drop-anywhere" class:over=move || is_over.get() aria-hidden="true">
            <p>"Drop them anywhere"</p>
        </div>
    }
}
