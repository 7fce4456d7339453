//! What is shown before anything is open.

use leptos::prelude::*;

use super::button::button;
use super::intake::DropZone;
use super::kept_collections::KeptCollections;
use crate::state::{Dialog, Pane, Studio};

/// What the studio is, and the ways to begin.
#[component]
pub fn Start() -> impl IntoView {
    let studio = Studio::here();
    let begin = move || {
        studio.begin("", "en");
        studio.show(Pane::Collection);
    };
    view! {
        <main class="start">
            <h1>"From your messages to a site, in your browser"</h1>
            <KeptCollections/>
            <p class="start-lead">
                "Bring what you have: a spreadsheet, Word files, e-mails, a WordPress export, or the ZIP of an \
                earlier site. You see the messages as the site will show them, correct them, and take away a ZIP \
                for any web host. Nothing is uploaded, and nothing is installed."
            </p>
            <DropZone/>
            <section class="start-ways" aria-labelledby="ways-title">
                <h2 id="ways-title">"Or begin another way"</h2>
                <ul>
                    <li>
                        {button("outlined", "Try it with an example", move || studio.open_example())}
                        <span>"A few invented messages to look at and change."</span>
                    </li>
                    <li>
                        {button("outlined", "Begin with an empty collection", begin)}
                        <span>"Give it a title first, and write or paste the messages."</span>
                    </li>
                    <li>
                        {button("outlined", "Open a published site", move || studio.importing.dialog.set(Some(Dialog::Address)))}
                        <span>"By its address, to correct or add something. Its links stay as they are."</span>
                    </li>
                </ul>
            </section>
        </main>
    }
}
