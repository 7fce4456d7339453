//! The form of the collection.

mod colours;
mod logo;
mod place_names;
mod text_field;

use leptos::prelude::*;
use solidarity_core::places::Country;
use solidarity_studio::{Particular, Place};

use super::findings::Findings;
use crate::state::Studio;
use colours::Colours;
use logo::LogoField;
use place_names::PlaceNames;
use text_field::{Kind, ParticularField};

/// What the messages have in common.
#[component]
pub fn CollectionForm() -> impl IntoView {
    view! {
        <section class="pane editor-pane" aria-labelledby="collection-title">
            <h2 id="collection-title">"Title, place, colours"</h2>
            <Findings place=Place::Collection(None)/>
            <ParticularField field=Particular::Title label="Title"/>
            <ParticularField field=Particular::Subtitle label="Subtitle"/>
            <ParticularField field=Particular::Language label="Language of texts that say no other"
                hint="As a tag such as en, pt or zh-Hant." kind=Kind::Code/>

            <fieldset>
                <legend>"Occasion"</legend>
                <ParticularField field=Particular::Occasion label="Name, such as “50th anniversary”"/>
                <ParticularField field=Particular::OccasionPlace label="Place"/>
                <div class="field-pair">
                    <ParticularField field=Particular::OccasionStarts label="First day" kind=Kind::Day/>
                    <ParticularField field=Particular::OccasionEnds label="Last day" kind=Kind::Day/>
                </div>
            </fieldset>

            <fieldset>
                <legend>"Who received the messages"</legend>
                <ParticularField field=Particular::Host label="Name"/>
                <div class="field-pair">
                    <ParticularField field=Particular::HostAcronym label="Acronym"/>
                    <HostCountry/>
                </div>
            </fieldset>

            <fieldset>
                <legend>"Logo and colours"</legend>
                <LogoField/>
                <Colours/>
            </fieldset>

            <fieldset>
                <legend>"Where it comes from, and where it goes"</legend>
                <ParticularField field=Particular::Rights label="Who holds the rights"/>
                <ParticularField field=Particular::Source label="Where the messages were first published"/>
                <ParticularField field=Particular::SourceUrl label="Address of that place" kind=Kind::Address/>
                <ParticularField field=Particular::Url label="Address of the site (optional)" kind=Kind::Address
                    hint="If you know where the site will be, chats and search engines show its pages with pictures \
                          and a link; without it the site works everywhere, too."/>
            </fieldset>

            <PlaceNames/>
        </section>
    }
}

/// The country of the host.
#[component]
fn HostCountry() -> impl IntoView {
    let studio = Studio::here();
    let place = Place::Collection(Some(Particular::HostCountry));
    let value = Memo::new(move |_| {
        let get = |code: Option<&str>| code.unwrap_or_default().to_owned();
        studio.with(|it| get(Particular::HostCountry.get(it.collection()))).unwrap_or_default()
    });
    // A code that is none stays what it is until another one is chosen.
    let unknown =
        move || Some(value.get()).filter(|it| !it.is_empty() && Country::from_code(it).is_none());
    view! {
        <div class="field">
            <label>
                <span>"Country"</span>
                <select prop:value=move || value.get() on:change:target=move |event| {
                    let value = Some(event.target().value()).filter(|value| !value.is_empty());
                    studio.edit(solidarity_studio::Edit::Particular { field: Particular::HostCountry, value });
                }>
                    <option value="" selected=move || value.get().is_empty()>"None"</option>
                    {move || unknown().map(|code| view! { <option value=code.clone() selected>{code.clone()}</option> })}
                    {countries(value.get_untracked())}
                </select>
            </label>
            <Findings place/>
        </div>
    }
}

/// All countries to choose from, by their names.
fn countries(chosen: String) -> impl IntoView {
    let mut all: Vec<_> =
        Country::all().iter().map(|country| (country.name, country.code)).collect();
    all.sort_unstable();
    let option = |(name, code): (&'static str, &'static str)| {
        view! { <option value=code selected=code == chosen>{name}</option> }
    };
    all.into_iter().map(option).collect_view()
}
