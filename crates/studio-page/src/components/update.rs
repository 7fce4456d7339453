//! That there is a new version of the studio.

use leptos::prelude::*;

use super::button::button;

use crate::state::Studio;

/// Says that a new version waits, and offers to load it.
#[component]
pub fn UpdateNotice() -> impl IntoView {
    let studio = Studio::here();
    view! {
        <Show when=move || studio.has_update()>
            <p class="notice">
                "There is a new version of the studio. It comes by itself when all windows of the studio have \
                been closed, or now:"
                {button("outlined", "Reload", move || studio.update())}
            </p>
        </Show>
    }
}
