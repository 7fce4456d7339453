//! What few senders have: acronym, region and heading.

use leptos::prelude::*;
use solidarity_core::places::Region;
use solidarity_studio::{Edit, Field, Key, Place, SenderField};

use super::text_field::{TextField, value_of};
use crate::components::findings::{Findings, described_by, found_at, is_invalid};
use crate::state::{Studio, anchor};

/// The acronym, the region and the heading, folded away where there are none.
#[component]
pub fn SenderDetails(key: Key, at: usize) -> impl IntoView {
    let studio = Studio::here();
    let is_filled = studio.with_untracked(|document| {
        let sender = document.message(key)?.senders.get(at)?;
        Some([&sender.acronym, &sender.region, &sender.heading].into_iter().any(Option::is_some))
    });
    view! {
        <details class="details" open=is_filled.flatten().unwrap_or_default()>
            <summary>"Acronym, region, heading"</summary>
            <TextField key field=Field::Sender(at, SenderField::Acronym) label="Acronym"/>
            <RegionField key at/>
            <TextField key field=Field::Sender(at, SenderField::Heading)
                label="Heading in the source, where it differs from the name"/>
        </details>
    }
}

#[component]
fn RegionField(key: Key, at: usize) -> impl IntoView {
    let studio = Studio::here();
    let field = Field::Sender(at, SenderField::Region);
    let value = value_of(key, field);
    let place = Place::Message(key, Some(field));
    let found = found_at(place.clone());
    let id = anchor(field);
    let unknown =
        move || Some(value.get()).filter(|id| !id.is_empty() && Region::from_id(id).is_none());
    view! {
        <div class="field">
            <label for=id.clone()>"Region, for a sender of a whole region"</label>
            <select id=id disabled=move || studio.is_read_only() aria-invalid=is_invalid(found) aria-describedby=described_by(found, &place)
                on:change:target=move |event| {
                    studio.seal();
                    let value = Some(event.target().value()).filter(|value| !value.is_empty());
                    studio.edit(Edit::Set { key, field, value });
                    studio.seal();
                }>
                <option value="" prop:selected=move || value.with(String::is_empty)>"None"</option>
                {Region::ALL.map(|region| view! {
                    <option value=region.id() prop:selected=move || value.with(|it| it == region.id())>
                        {region_name(region)}
                    </option>
                }.into_any())}
                {move || unknown().map(|id| view! { <option value=id.clone() prop:selected=true>{id.clone()}</option> }.into_any())}
            </select>
            <Findings place/>
        </div>
    }
}

fn region_name(region: Region) -> &'static str {
    match region {
        Region::Africa => "Africa",
        Region::Americas => "The Americas",
        Region::Antarctica => "Antarctica",
        Region::Asia => "Asia",
        Region::Europe => "Europe",
        Region::Oceania => "Oceania",
    }
}
