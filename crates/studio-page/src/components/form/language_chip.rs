//! The language of a text, which can be changed.

use leptos::prelude::*;
use solidarity_studio::{Field, Key, Place};

use super::text_field::value_of;
use crate::browser;
use crate::components::findings::{described_by, found_at, is_invalid};
use crate::state::{LanguageOf, Studio, anchor};

/// The name of a language, or its tag where the browser knows no name.
pub fn name_of(tag: &str) -> String {
    browser::language_name(tag).unwrap_or_else(|| tag.to_owned())
}

/// The language of a name or of a paragraph.
#[component]
pub fn LanguageChip(
    /// The message.
    key: Key,
    /// The field of the language.
    field: Field,
) -> impl IntoView {
    let studio = Studio::here();
    let tag = value_of(key, field);
    let own = own_language();
    let name = move || {
        tag.with(|tag| name_of(if tag.is_empty() { own.get() } else { tag.clone() }.as_str()))
    };
    let place = Place::Message(key, Some(field));
    let found = found_at(place.clone());
    view! {
        <button type="button" class="chip" id=anchor(field) class:marked=move || is_invalid(found)().is_some()
            aria-describedby=described_by(found, &place)
            on:click=move |_| studio.editing.language_of.set(Some(LanguageOf::Field(key, field)))>
            <span class="vh">{[&field.label(), ": "].concat()}</span>
            {name}
        </button>
    }
}

/// The language of the collection.
pub fn own_language() -> Memo<String> {
    let studio = Studio::here();
    Memo::new(move |_| studio.with(|it| it.collection().language.clone()).unwrap_or_default())
}
