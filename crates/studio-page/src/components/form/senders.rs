//! The senders of a message.

use leptos::prelude::*;
use solidarity_studio::{Field, Key, List, SenderField};

use super::sender::Sender;
use crate::state::Studio;

/// All senders, and a button for another one.
#[component]
pub fn Senders(key: Key) -> impl IntoView {
    let studio = Studio::here();
    let count = Memo::new(move |_| {
        studio.with(|it| it.message(key).map(|it| it.senders.len())).flatten().unwrap_or_default()
    });
    view! {
        <For each=move || 0..count.get() key=|at| *at let:at>
            <Sender key at count/>
        </For>
        <p class="adding">
            <button type="button" class="plain" aria-disabled=move || studio.is_read_only().then_some("true")
                on:click=move |_| {
                let at = count.get_untracked();
                if studio.attempt(|document| document.add(key, List::Senders, at)) {
                    studio.focus_field(Field::Sender(at, SenderField::Name(0)));
                }
            }>{move || if count.get() == 0 { "Add a sender" } else { "Add another sender" }}</button>
        </p>
    }
}
