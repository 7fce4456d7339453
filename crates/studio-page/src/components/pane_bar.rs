//! What is shown where there is no room for all of it.

use leptos::prelude::*;

use crate::state::{Pane, Studio};

/// The list, the form or the preview. The list has no button where it is always shown.
#[component]
pub fn PaneBar() -> impl IntoView {
    let studio = Studio::here();
    let button = move |pane: Pane, label: &'static str| {
        let is_current = move || match studio.pane() {
            Pane::Collection => pane == Pane::Message,
            current => current == pane,
        };
        view! {
            <button type="button" data-shows=pane.name() aria-current=move || is_current().then_some("true")
                on:click=move |_| match pane {
                    Pane::List => studio.show_list(),
                    pane => studio.show(pane),
                }>{label}</button>
        }
    };
    view! {
        <nav class="pane-bar" aria-label="Views">
            {button(Pane::List, "Messages")}
            {button(Pane::Message, "Form")}
            {button(Pane::Preview, "Preview")}
        </nav>
    }
}
