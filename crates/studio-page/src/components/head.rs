//! The bar above everything.

use leptos::prelude::*;

use super::keeping_status::KeepingStatus;
use super::take_away::TakeAway;
use crate::state::Studio;

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
    let is_read_only = move || studio.is_read_only();
    // On a narrow screen, what is needed less often is folded away.
    let is_unfolded = RwSignal::new(false);
    view! {
        <header class="head" class:unfolded=move || is_unfolded.get()>
            // The start has a heading of its own.
            <Show when=move || studio.is_open()
                fallback=|| view! { <p class="head-title">"Solidarity Atlas Studio"</p> }>
                <h1 class="head-title">{title}</h1>
            </Show>
            <KeepingStatus/>
            <Show when=move || studio.is_open()>
                <button type="button" class="outlined head-more" aria-expanded=move || is_unfolded.get().to_string()
                    on:click=move |_| is_unfolded.update(|is_unfolded| *is_unfolded = !*is_unfolded)>"More"</button>
                // A button that has nothing to do keeps the focus.
                <div class="head-actions" role="group" aria-label="Collection">
                    <button type="button" class="outlined"
                        aria-disabled=move || (undo().is_none() || is_read_only()).then_some("true")
                        title=move || undo().map(|name| format!("Undo: {name}"))
                        on:click=move |_| studio.undo()>"Undo"</button>
                    <button type="button" class="outlined rare"
                        aria-disabled=move || (redo().is_none() || is_read_only()).then_some("true")
                        title=move || redo().map(|name| format!("Redo: {name}"))
                        on:click=move |_| studio.redo()>"Redo"</button>
                    <button type="button" class="outlined rare" on:click=move |_| {
                        is_unfolded.set(false);
                        studio.show_collection();
                    }>"Title, place, colours"</button>
                    <TakeAway/>
                </div>
            </Show>
        </header>
    }
}
