//! Where files are chosen.

use leptos::html::Input;
use leptos::prelude::*;

use crate::browser;
use crate::components::button::button;
use crate::state::{Dialog, Studio};

/// A field for files, which can also be dropped anywhere, and a way to paste a text.
#[component]
pub fn DropZone() -> impl IntoView {
    let studio = Studio::here();
    let field = NodeRef::<Input>::new();
    view! {
        <div class="drop-zone">
            <label class="drop-files">
                <strong>"Drop files here, or choose them"</strong>
                <span>"tables, Word, e-mail, WordPress, ZIP"</span>
                // On a narrow screen beside the messages, instead of the two above.
                <span class="drop-short">"Add files"</span>
                <input type="file" multiple class="file-field" node_ref=field
                    on:change=move |_| if let Some(field) = field.get() {
                        studio.import(browser::picked(&field));
                    }/>
            </label>
            {button("plain", "or paste a text", move || studio.importing.dialog.set(Some(Dialog::Paste)))}
        </div>
    }
}
