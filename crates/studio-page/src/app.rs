//! The whole page.

use leptos::prelude::*;

use crate::components::{
    AccessBanner, CollectionForm, Editor, FindDialog, Foot, Head, Intake, MessageList, Notices,
    PaneBar, Preview, Start,
};
use crate::state::{Pane, Studio};

/// The studio: first the start, then the messages, the form of one of them and its page side by side.
#[component]
pub fn App() -> impl IntoView {
    let studio = Studio::provide();
    view! {
        <Head/>
        <div class="bars">
            <Notices/>
            <AccessBanner/>
        </div>
        <Show when=move || studio.is_open() fallback=|| view! { <Start/> }>
            <main class="panes" class:read-only=move || studio.is_read_only() data-pane=move || studio.pane().name()
                // No field takes letters that the document will not.
                on:beforeinput=move |event| if untrack(|| studio.is_read_only()) {
                    event.prevent_default();
                }>
                <MessageList/>
                <Show when=move || studio.pane() == Pane::Collection fallback=|| view! { <Editor/> }>
                    <CollectionForm/>
                </Show>
                <Preview/>
            </main>
            <FindDialog/>
        </Show>
        <Foot/>
        <Show when=move || studio.is_open()><PaneBar/></Show>
        <Intake/>
    }
}
