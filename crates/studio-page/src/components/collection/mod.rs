//! The form of the collection.

mod colours;
mod logo;
mod place_names;
mod text_field;

use leptos::prelude::*;
use solidarity_core::places::Country;
use solidarity_studio::{Edit, LANGUAGES, Particular, Place, sort_by};

use super::findings::{Findings, found_at, is_invalid};
use crate::browser;
use crate::state::{Studio, findings_id};
use colours::Colours;
use logo::LogoField;
use place_names::PlaceNames;
use text_field::{Kind, ParticularField};

/// What the messages have in common.
#[component]
pub fn CollectionForm() -> impl IntoView {
    view! {
        <section class="pane editor-pane" aria-labelledby="collection-title">
            <h2 id="collection-title" tabindex="-1">"Title, place, colours"</h2>
            <Findings place=Place::Collection(None)/>
            <ParticularField field=Particular::Title label="Title"/>
            <ParticularField field=Particular::Subtitle label="Subtitle"/>
            <LanguageField/>

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

/// The language of texts that say no other.
#[component]
fn LanguageField() -> impl IntoView {
    let named = |tag: &str| browser::language_name(tag).unwrap_or_else(|| tag.to_owned());
    let mut options: Vec<_> = LANGUAGES.iter().map(|tag| ((*tag).to_owned(), named(tag))).collect();
    sort_by(&mut options, |(_, one), (_, other)| one.cmp(other));
    view! { <ChoiceField field=Particular::Language label="Language of texts that say no other" options/> }
}

/// The country of the host.
#[component]
fn HostCountry() -> impl IntoView {
    let countries = Country::all().iter();
    let mut options: Vec<_> =
        countries.map(|country| (country.code.to_owned(), country.name.to_owned())).collect();
    sort_by(&mut options, |(_, one), (_, other)| one.cmp(other));
    options.insert(0, (String::new(), "None".to_owned()));
    view! { <ChoiceField field=Particular::HostCountry label="Country" options/> }
}

/// A field of the collection with values to choose from, each with its name.
#[component]
fn ChoiceField(
    field: Particular,
    label: &'static str,
    options: Vec<(String, String)>,
) -> impl IntoView {
    let studio = Studio::here();
    let (of, place) = (field.clone(), Place::Collection(Some(field.clone())));
    let value = Memo::new(move |_| {
        let value = studio.with(|it| of.get(it.collection()).map(str::to_owned));
        value.flatten().unwrap_or_default()
    });
    let known: Vec<_> = options.iter().map(|(code, _)| code.clone()).collect();
    // A value that is not among them stays what it is until another one is chosen.
    let unknown = Memo::new(move |_| Some(value.get()).filter(|it| !known.contains(it)));
    let found = found_at(place.clone());
    let option = |(code, name): (String, String)| {
        let of = code.clone();
        view! { <option value=code selected=move || value.get() == of>{name}</option> }.into_any()
    };
    view! {
        <div class="field">
            <label>
                <span>{label}</span>
                <select aria-describedby=findings_id(&place) aria-invalid=is_invalid(found)
                    on:change:target=move |event| {
                        let value = Some(event.target().value()).filter(|value| !value.is_empty());
                        studio.edit(Edit::Particular { field: field.clone(), value });
                        studio.seal();
                    }>
                    {move || unknown.get().map(|code| view! { <option value=code.clone() selected>{code.clone()}</option> }.into_any())}
                    {options.into_iter().map(option).collect_view()}
                </select>
            </label>
            <Findings place/>
        </div>
    }
}
