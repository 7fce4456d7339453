//! The country of a sender.

use leptos::prelude::*;
use solidarity_core::places::Country;
use solidarity_studio::{
    Choice, Document, Edit, Field, Key, Place, SenderField, country_code, country_entered,
    country_name, sort_by,
};

use super::text_field::value_of;
use crate::browser;
use crate::components::combobox::Combobox;
use crate::components::findings::{Findings, described_by, found_at, is_invalid};
use crate::state::{Studio, anchor};

/// A country by its name. What is the name of none stays as it was typed.
#[component]
pub fn CountryField(
    /// The message.
    key: Key,
    /// Which sender, from 0.
    at: usize,
) -> impl IntoView {
    let studio = Studio::here();
    let field = Field::Sender(at, SenderField::Country);
    let code = value_of(key, field);
    let place = Place::Message(key, Some(field));
    let found = found_at(place.clone());
    let text = Signal::derive(move || {
        let name = studio.with(|document| {
            code.with(|code| country_name(code, document.collection()).map(str::to_owned))
        });
        name.flatten().unwrap_or_else(|| code.get())
    });
    let choices = Memo::new(move |_| studio.with(choices).unwrap_or_default());
    let enter = move |text: String, read: fn(&str, &_) -> Option<&'static str>| {
        let code = studio.with_untracked(|document| read(&text, document.collection())).flatten();
        studio.type_in(key, field, code.map(str::to_owned).unwrap_or(text));
    };
    let picked = move |code: String| {
        studio.seal();
        studio.edit(Edit::Set { key, field, value: field.entered(code) });
        studio.seal();
    };
    let id = anchor(field);
    view! {
        <div class="field">
            <label for=id.clone()>"Country"</label>
            <Combobox id choices=choices.into() text
                on_text=Callback::new(move |text| enter(text, country_code))
                on_done=Callback::new(move |text| {
                    enter(text, country_entered);
                    studio.seal();
                })
                on_pick=Callback::new(picked)
                invalid=Signal::derive(is_invalid(found))
                described=Signal::derive(described_by(found, &place))/>
            <Findings place/>
        </div>
    }
}

/// All countries, in the order of their names.
fn choices(document: &Document) -> Vec<Choice> {
    let choice = |country: &Country| {
        let label = country_name(country.code, document.collection())?.to_owned();
        let folded = browser::folded(&label);
        Some(Choice { value: country.code.to_owned(), label, folded })
    };
    let mut choices: Vec<_> = Country::all().iter().filter_map(choice).collect();
    sort_by(&mut choices, |a, b| a.folded.cmp(&b.folded));
    choices
}
