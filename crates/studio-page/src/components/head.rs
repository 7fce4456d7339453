//! The bar above everything.

use leptos::prelude::*;

use super::button::button;
use super::keeping_status::KeepingStatus;
use super::take_away::TakeAway;
use crate::state::{Pane, Studio};

/// The title of the collection, and what can be done with it as a whole.
#[component]
pub fn Head() -> impl IntoView {
    let studio = Studio::here();
    let title = move || {
        let title = studio.with(|document| document.collection().title.trim().to_owned());
        title.filter(|title| !title.is_empty()).unwrap_or_else(|| "Without a title".to_owned())
    };
    let undo = move || studio.steps().0;
    let redo = move || studio.steps().1;
    view! {
        <header class="head">
            // The start has a heading of its own.
            <Show when=move || studio.is_open()
                fallback=|| view! { <p class="head-title">"Solidarity Atlas Studio"</p> }>
                <h1 class="head-title">{title}</h1>
            </Show>
            <KeepingStatus/>
            <Show when=move || studio.is_open()>
                <div class="head-actions" role="group" aria-label="Collection">
                    <button type="button" class="outlined" disabled=move || undo().is_none()
                        title=move || undo().map(|name| format!("Undo: {name}"))
                        on:click=move |_| studio.undo()>"Undo"</button>
                    <button type="button" class="outlined" disabled=move || redo().is_none()
                        title=move || redo().map(|name| format!("Redo: {name}"))
                        on:click=move |_| studio.redo()>"Redo"</button>
                    {button("outlined", "Title, place, colours", move || studio.show(Pane::Collection))}
                    <TakeAway/>
                </div>
            </Show>
        </header>
    }
}
