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
    let undo = Signal::derive(move || studio.steps().0);
    let redo = Signal::derive(move || studio.steps().1);
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
                    {step("Undo", undo, Box::new(move || studio.undo()))}
                    {step("Redo", redo, Box::new(move || studio.redo()))}
                    {button("outlined", "Title, place, colours", move || studio.show(Pane::Collection))}
                    <TakeAway/>
                </div>
            </Show>
        </header>
    }
}

/// A button that goes a step back or forward, with what that does.
fn step(label: &'static str, name: Signal<Option<String>>, go: Box<dyn Fn()>) -> AnyView {
    view! {
        <button type="button" class="outlined" disabled=move || name.with(Option::is_none)
            title=move || name.get().map(|name| [label, ": ", &name].concat())
            on:click=move |_| go()>{label}</button>
    }
    .into_any()
}
