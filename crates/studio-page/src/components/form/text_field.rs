//! A field of one line.

use leptos::prelude::*;
use solidarity_studio::{Field, Key, Place};

use super::language_chip::LanguageChip;
use crate::components::findings::{Findings, described_by, found_at, is_invalid};
use crate::state::{Studio, anchor};

/// What is in a field of a message; nothing, if it is not there.
pub fn value_of(key: Key, field: Field) -> Memo<String> {
    let studio = Studio::here();
    Memo::new(move |_| {
        let value = studio.with(|document| {
            document.message(key).and_then(|message| field.get(message).map(str::to_owned))
        });
        value.flatten().unwrap_or_default()
    })
}

/// A text of a message, with what is wrong with it.
#[component]
pub fn TextField(
    /// The message.
    key: Key,
    /// Its field.
    field: Field,
    /// What the field is called.
    label: &'static str,
    /// The field of its language, if it has one.
    #[prop(optional)]
    language: Option<Field>,
) -> impl IntoView {
    let studio = Studio::here();
    let value = value_of(key, field);
    let place = Place::Message(key, Some(field));
    let found = found_at(place.clone());
    let id = anchor(field);
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <div class="box">
                <input type="text" id=id dir="auto" autocomplete="off" prop:value=value
                    readonly=move || studio.is_read_only()
                    aria-invalid=is_invalid(found) aria-describedby=described_by(found, &place)
                    on:input:target=move |event| studio.type_in(key, field, event.target().value())
                    on:change=move |_| studio.seal()/>
                {language.map(|field| view! { <LanguageChip key field/> })}
            </div>
            <Findings place/>
            {language.map(|field| view! { <Findings place=Place::Message(key, Some(field))/> })}
        </div>
    }
}
