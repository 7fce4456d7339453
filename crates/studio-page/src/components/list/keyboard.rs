//! The list by keys.

use leptos::ev;
use solidarity_studio::Key;

use crate::state::Studio;

/// The arrow keys choose a message, with Alt they move it; Delete removes it.
pub fn keys(studio: Studio, event: &ev::KeyboardEvent) {
    let Some(key) = studio.selected_untracked() else { return };
    if event.ctrl_key() || event.meta_key() {
        return;
    }
    match (event.key().as_str(), event.alt_key()) {
        (arrow @ ("ArrowUp" | "ArrowDown"), true) => {
            studio.move_by_one(key, arrow == "ArrowDown");
            studio.focus_row(key);
        }
        (step @ ("ArrowUp" | "ArrowDown" | "Home" | "End"), false) => {
            if let Some(next) = next(studio, key, step) {
                studio.select_in_list(next);
                studio.focus_row(next);
            }
        }
        ("Delete", false) => {
            studio.remove(key);
            if let Some(next) = studio.selected_untracked() {
                studio.focus_row(next);
            }
        }
        _ => return,
    }
    event.prevent_default();
}

fn next(studio: Studio, key: Key, step: &str) -> Option<Key> {
    let next = studio.with_untracked(|document| {
        let (at, messages) = (document.position(key)?, document.messages());
        let next = match step {
            "ArrowUp" => messages.get(at.checked_sub(1)?),
            "ArrowDown" => messages.get(at.saturating_add(1)),
            "Home" => messages.first(),
            _ => messages.last(),
        };
        next.map(|entry| entry.key)
    });
    next.flatten()
}
