//! The whole page.

use leptos::prelude::*;

use crate::components::{
    CollectionForm, Editor, FindDialog, Head, MessageList, Notices, PaneBar, Preview, Start,
    UpdateNotice,
};
use crate::state::{Pane, Studio};

/// The studio: first the start, then the messages, the form of one of them and its page side by side.
#[component]
pub fn App() -> impl IntoView {
    let studio = Studio::provide();
    view! {
        <Head/>
        <Notices/>
        <UpdateNotice/>
        <Show when=move || studio.is_open() fallback=|| view! { <Start/> }>
            <main class="panes" data-pane=move || studio.pane().name()>
                <MessageList/>
                <Show when=move || studio.pane() == Pane::Collection fallback=|| view! { <Editor/> }>
                    <CollectionForm/>
                </Show>
                <Preview/>
            </main>
            <PaneBar/>
            <FindDialog/>
        </Show>
    }
}
