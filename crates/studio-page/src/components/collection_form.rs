//! The form of the collection.

use leptos::prelude::*;
use solidarity_studio::{Edit, Particular, Place};

use super::findings::Findings;
use crate::state::Studio;

/// What the messages have in common.
#[component]
pub fn CollectionForm() -> impl IntoView {
    let studio = Studio::here();
    let field = move |field: Particular| {
        let (of, place) = (field.clone(), Place::Collection(Some(field.clone())));
        let value = Memo::new(move |_| {
            studio.with(|document| of.get(document.collection()).unwrap_or_default().to_owned())
        });
        let label = field.label();
        view! {
            <div class="field">
                <label>
                    <span>{label}</span>
                    <input type="text" dir="auto" readonly=move || studio.is_read_only() prop:value=move || value.get()
                        on:input:target=move |event| {
                            let value = Some(event.target().value()).filter(|value| !value.is_empty());
                            studio.edit(Edit::Particular { field: field.clone(), value });
                        }
                        on:change=move |_| studio.seal()/>
                </label>
                <Findings place/>
            </div>
        }
    };
    view! {
        <section class="pane editor-pane" aria-labelledby="collection-title">
            <h2 id="collection-title">"Title, place, colours"</h2>
            {field(Particular::Title)}
            {field(Particular::Subtitle)}
            {field(Particular::Language)}
        </section>
    }
}
