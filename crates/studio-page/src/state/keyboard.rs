//! Keys that work everywhere on the page.

use leptos::ev;
use leptos::prelude::*;

use super::studio::Studio;
use crate::browser;

/// Control and Z takes back the last step, also in the fields of a form, where the browser would take back letters of
/// that field alone. Dialogs have their own.
pub fn follow(studio: Studio) {
    let listener = window_event_listener(ev::keydown, move |event| {
        let has_control = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
        if !has_control || browser::is_focus_within("dialog") || !untrack(|| studio.is_open()) {
            return;
        }
        let is_in_list = browser::is_focus_within(".messages");
        match (event.key().to_lowercase().as_str(), event.shift_key()) {
            ("z", false) => studio.undo(),
            ("z", true) | ("y", false) => studio.redo(),
            _ => return,
        }
        event.prevent_default();
        if is_in_list && let Some(key) = studio.selected_untracked() {
            studio.focus_row(key);
        }
    });
    on_cleanup(move || listener.remove());
}
