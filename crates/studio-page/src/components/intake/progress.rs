//! An import that takes a while.

use leptos::prelude::*;

use crate::state::Studio;

/// Says that files are being read, and offers to stop.
#[component]
pub fn Progress() -> impl IntoView {
    let studio = Studio::here();
    view! {
        <div class="import-progress" role="status">
            <Show when=move || studio.importing.is_long.get()>
                <p>
                    <span class="spinner" aria-hidden="true"></span>
                    "Reading the files …"
                    <button type="button" class="outlined" on:click=move |_| studio.cancel_import()>"Cancel"</button>
                </p>
            </Show>
        </div>
    }
}
