//! Where files are dropped or picked.

use leptos::html::Input;
use leptos::prelude::*;

use crate::browser;
use crate::state::Studio;

/// A field for files, which can also be dropped on it.
#[component]
pub fn DropZone() -> impl IntoView {
    let studio = Studio::here();
    let field = NodeRef::<Input>::new();
    let is_over = RwSignal::new(false);
    view! {
        <label class="drop-zone" class:over=move || is_over.get()
            on:dragover=move |event| {
                event.prevent_default();
                is_over.set(true);
            }
            on:dragleave=move |_| is_over.set(false)
            on:drop=move |event| {
                event.prevent_default();
                is_over.set(false);
                studio.import(browser::dropped(&event));
            }>
            <strong>"Drop files here, or choose them"</strong>
            <span>"tables, Word, e-mail, WordPress, ZIP"</span>
            <input type="file" multiple class="vh" node_ref=field
                on:change=move |_| if let Some(field) = field.get() {
                    studio.import(browser::picked(&field));
                }/>
        </label>
    }
}
