//! The page as visitors will see it.

use leptos::html::Iframe;
use leptos::prelude::*;

use crate::browser;
use crate::state::Studio;

/// The page that is being edited, as the site will show it.
#[component]
pub fn Preview() -> impl IntoView {
    let studio = Studio::here();
    let frame = NodeRef::<Iframe>::new();
    let loaded = RwSignal::new(false);
    Effect::new(move |_| {
        let (Some(frame), Some(page), true) = (frame.get(), studio.page(), loaded.get()) else {
            return;
        };
        let shown = browser::show(&frame, &page.lang, &page.dir, &page.html);
        if let Err(error) = shown {
            leptos::logging::error!("{error}");
        }
    });
    let source = browser::assets().map(|assets| format!("{assets}/client/preview.html"));
    view! {
        <section class="pane preview-pane" aria-labelledby="preview-title">
            <h2 id="preview-title" class="vh">"Preview"</h2>
            <iframe node_ref=frame title="The page as visitors will see it" src=source.unwrap_or_default()
                on:load=move |_| loaded.set(true)></iframe>
        </section>
    }
}
