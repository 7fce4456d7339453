//! Opening a published site.

use leptos::html::Input;
use leptos::prelude::*;

use crate::components::modal::Modal;
use crate::components::note::note;
use crate::state::{Dialog, Studio};

/// A field for the address of a site.
#[component]
pub fn AddressDialog() -> impl IntoView {
    let studio = Studio::here();
    let (dialog, refusal) = (studio.importing.dialog, studio.importing.refusal);
    let close = Callback::new(move |()| {
        dialog.set(None);
        refusal.set(None);
    });
    let field = NodeRef::<Input>::new();
    let open = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(field) = field.get_untracked() {
            studio.open_address(&field.value());
        }
    };
    view! {
        <Modal open=Signal::derive(move || dialog.get() == Some(Dialog::Address)) id="address-title"
            title=Signal::stored("Open a published site".to_owned()) close>
            <form novalidate on:submit=open>
                <div class="field">
                    <label>
                        <span>"Address of the site"</span>
                        <input type="url" inputmode="url" dir="ltr" autocomplete="url" spellcheck="false" autofocus
                            placeholder="https://example.org/letters/" node_ref=field
                            aria-describedby="address-said"/>
                    </label>
                    <div id="address-said" role="status">
                        {move || refusal.get().map(|refusal| note("finding error", refusal.to_string()))}
                        {move || refusal.get().and_then(|refusal| refusal.file()).map(|file| view! {
                            <p><a href=file.clone() target="_blank" rel="noopener">{file.clone()}</a></p>
                        }.into_any())}
                    </div>
                </div>
                <p class="dialog-actions"><button type="submit" class="strong">"Open"</button></p>
            </form>
        </Modal>
    }
}
