//! Pasting a text.

use leptos::html::Textarea;
use leptos::prelude::*;

use crate::components::button::button_unless;
use crate::components::modal::Modal;
use crate::state::{Dialog, Studio};

/// A field for a text that becomes a message, or for cells of a spreadsheet.
#[component]
pub fn PasteDialog() -> impl IntoView {
    let studio = Studio::here();
    let dialog = studio.importing.dialog;
    let close = Callback::new(move |()| dialog.set(None));
    let field = NodeRef::<Textarea>::new();
    let is_empty = RwSignal::new(true);
    let add = move || {
        let Some(field) = field.get_untracked() else { return };
        let text = field.value();
        dialog.set(None);
        is_empty.set(true);
        studio.import_text(&text);
    };
    view! {
        <Modal is_wide=true open=Signal::derive(move || dialog.get() == Some(Dialog::Paste)) id="paste-title"
            title=Signal::stored("Paste a text".to_owned()) close>
            <div class="field">
                <label>
                    <span>"The text of one message, or cells of a spreadsheet with their headings"</span>
                    <textarea rows="10" dir="auto" node_ref=field autofocus
                        on:input:target=move |event| is_empty.set(event.target().value().trim().is_empty())>
                    </textarea>
                </label>
            </div>
            <p class="dialog-actions">
                {button_unless(is_empty.into(), "strong", "Add", add)}
            </p>
        </Modal>
    }
}
