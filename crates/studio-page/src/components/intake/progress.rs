//! An import that takes a while.

use leptos::prelude::*;

use crate::components::button::button;
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
                    {button("outlined", "Cancel", move || studio.cancel_import())}
                </p>
            </Show>
        </div>
    }
}
