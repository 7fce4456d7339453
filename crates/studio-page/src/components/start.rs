//! What is shown before anything is open.

use leptos::prelude::*;

use super::drop_zone::DropZone;
use super::kept_collections::KeptCollections;
use crate::state::Studio;

/// What the studio is, and the ways to begin.
#[component]
pub fn Start() -> impl IntoView {
    let studio = Studio::here();
    view! {
        <main class="start">
            <h1>"From your messages to a site, in your browser"</h1>
            <p>
                "Drop what you have: a spreadsheet, Word files, e-mails, a WordPress export, or the ZIP of an \
                earlier site. You see the messages as the site will show them, correct them, and take away a ZIP \
                for any web host. Nothing is uploaded, and nothing is installed."
            </p>
            <DropZone/>
            <p>
                <button type="button" class="outlined"
                    on:click=move |_| studio.begin("", "en")>"Begin with an empty collection"</button>
            </p>
            <KeptCollections/>
        </main>
    }
}
