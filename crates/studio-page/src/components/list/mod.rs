//! The list of messages.

mod dragging;
mod keyboard;
mod row;
mod summary;

use leptos::html::Ol;
use leptos::prelude::*;
use solidarity_studio::Place;

use super::findings::{found_where, listed};
use super::intake::DropZone;
use crate::components::button::button_unless;
use crate::state::Studio;
use dragging::Dragging;
use row::MessageRow;
use summary::Counts;

/// All messages, each with what is wrong with it.
#[component]
pub fn MessageList() -> impl IntoView {
    let studio = Studio::here();
    let keys = studio.editing.keys;
    let is_empty = Signal::derive(move || keys.with(Vec::is_empty));
    let is_read_only = Signal::derive(move || studio.is_read_only());
    let list = NodeRef::<Ol>::new();
    let dragging = Dragging::new(list);
    let selected = Selector::new(move || studio.selected());
    let dragged = Selector::new(move || dragging.key());
    view! {
        <section class="pane list-pane" aria-labelledby="list-title">
            <Counts/>
            <DropZone/>
            <div class="list-tools" role="group" aria-label="Messages">
                {button_unless(is_read_only, "outlined", "New message", move || studio.add_message())}
                {button_unless(is_empty, "outlined", "Find and replace", move || studio.editing.is_finding.set(true))}
            </div>
            <AboutAll/>
            <p id="list-keys" class="vh">
                "Arrow keys choose a message. With Alt, they move it. Delete removes it."
            </p>
            <ol class="messages" node_ref=list aria-describedby="list-keys"
                on:keydown=move |event| keyboard::keys(studio, &event)
                on:pointerdown=move |event| dragging.begin(&event)
                on:pointermove=move |event| dragging.go_on(&event)
                on:pointerup=move |_| dragging.end(studio)
                on:pointercancel=move |_| dragging.cancel()>
                <For each=move || keys.get() key=|key| *key let:key>
                    <MessageRow key selected=selected.clone() dragged=dragged.clone()/>
                </For>
                {move || dragging.edge().map(|edge| view! {
                    <li class="drop-line" aria-hidden="true" style:inset-block-start=[&edge.to_string(), "px"].concat()></li>
                }.into_any())}
            </ol>
        </section>
    }
}

/// What is wrong with the messages as a whole.
#[component]
fn AboutAll() -> impl IntoView {
    let about_all = found_where(|place| matches!(place, None | Some(Place::List)));
    view! { <div class="findings">{listed(about_all)}</div> }
}
