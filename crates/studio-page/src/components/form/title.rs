//! The head of the form: which message it is, and what can be done with it as a whole.

use leptos::prelude::*;
use solidarity_studio::{Key, Place};

use crate::components::button::{button, button_unless};
use crate::components::menu::Menu;
use crate::state::Studio;

/// The name of the message, and the menu of what can be done with it.
#[component]
pub fn Title(key: Key) -> impl IntoView {
    let studio = Studio::here();
    let name = Memo::new(move |_| studio.with(|it| it.name_of(key)).unwrap_or_default());
    let keys = studio.editing.keys;
    let is_first = Signal::derive(move || keys.with(|keys| keys.first() == Some(&key)));
    let is_last = move || keys.with(|keys| keys.last() == Some(&key));
    view! {
        <div class="form-head">
            <h2 id="message-title" tabindex="-1" dir="auto">{name}</h2>
            <div class="form-tools" role="group" aria-label="This message">
                <button type="button" class="small" aria-label="Move message up" title="Move up (Alt+Up in the list)"
                    aria-disabled=move || (is_first.get() || studio.is_read_only()).then_some("true")
                    on:click=move |_| studio.move_by_one(key, false)>"↑"</button>
                <button type="button" class="small" aria-label="Move message down" title="Move down (Alt+Down in the list)"
                    aria-disabled=move || (is_last() || studio.is_read_only()).then_some("true")
                    on:click=move |_| studio.move_by_one(key, true)>"↓"</button>
                <Menu label="More for this message">
                    {button("", "Duplicate", move || studio.duplicate(key))}
                    {button_unless(is_first, "", "Join with the previous message", move || studio.join_with_previous(key))}
                    {button("", "Remove message", move || {
                        studio.remove(key);
                        if let Some(next) = studio.selected_untracked() {
                            studio.reveal(&Place::Message(next, None));
                        }
                    })}
                </Menu>
            </div>
        </div>
    }
}
