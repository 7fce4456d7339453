//! The end of the link of a message.

use leptos::prelude::*;
use solidarity_studio::{Field, Key, Place};

use super::text_field::{TextField, value_of};
use crate::components::findings::found_at;
use crate::state::Studio;

/// The link, and a field for it once somebody wants to change it, or has to.
#[component]
pub fn LinkField(key: Key) -> impl IntoView {
    let studio = Studio::here();
    let id = value_of(key, Field::Id);
    let found = found_at(Place::Message(key, Some(Field::Id)));
    let is_changing = RwSignal::new(false);
    let is_shown = move || is_changing.get() || found.with(|found| !found.is_empty());
    let is_published =
        Memo::new(move |_| studio.with(|it| id.with(|id| it.is_published(id))).unwrap_or_default());
    let warning = move || {
        if is_published.get() {
            "This message is published. With another link, all links to it that were shared stop working."
        } else {
            "Once the message is published, do not change its link any more: links that were shared would stop working."
        }
    };
    view! {
        <div class="link-field">
            <p class="link">
                "Link: " <span dir="ltr">"m/" {id} "/"</span> " "
                <button type="button" class="plain" aria-expanded=move || is_shown().to_string()
                    on:click=move |_| {
                        is_changing.update(|is_changing| *is_changing = !*is_changing);
                        if is_changing.get_untracked() {
                            studio.focus_field(Field::Id);
                        }
                    }>{move || if is_changing.get() { "Done" } else { "Change link" }}</button>
            </p>
            <Show when=is_shown>
                <p class="hint">{warning}</p>
                <TextField key field=Field::Id label="Link: small letters, digits and hyphens"/>
            </Show>
        </div>
    }
}
