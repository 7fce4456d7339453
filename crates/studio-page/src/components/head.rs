//! The bar above everything.

use leptos::prelude::*;

use super::button::button;
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
    let undo = Signal::derive(move || studio.steps().0);
    let redo = Signal::derive(move || studio.steps().1);
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
                    {step("outlined", "Undo", undo, Box::new(move || studio.undo()))}
                    {step("outlined rare", "Redo", redo, Box::new(move || studio.redo()))}
                    {button("outlined rare", "Title, place, colours", move || {
                        is_unfolded.set(false);
                        studio.show_collection();
                    })}
                    <TakeAway/>
                </div>
            </Show>
        </header>
    }
}

/// A button that goes a step back or forward, with what that does. It keeps the focus when there is nothing to do.
fn step(
    class: &'static str,
    label: &'static str,
    name: Signal<Option<String>>,
    go: Box<dyn Fn()>,
) -> AnyView {
    let studio = Studio::here();
    let is_idle = move || name.with(Option::is_none) || studio.is_read_only();
    view! {
        <button type="button" class=class aria-disabled=move || is_idle().then_some("true")
            title=move || name.get().map(|name| [label, ": ", &name].concat())
            on:click=move |_| go()>{label}</button>
    }
    .into_any()
}
