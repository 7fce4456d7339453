//! A box that finds one place among many, and buttons for their regions.

use leptos::prelude::*;
use solidarity_core::atlas::{Place, find, in_region};
use solidarity_core::places::Region;

use crate::browser;
use crate::components::shell::changing::{changing_text, replaced};
use crate::state::Site;

const ID: &str = "find-place";

/// What to look for.
#[derive(Clone, PartialEq)]
enum Wanted {
    Nothing,
    Named(String),
    In(Region),
}

/// A search box for places, and a button for each region. The places found are listed below as
/// links.
#[component]
pub fn PlaceFinder(places: Vec<Place>) -> impl IntoView {
    let site = Site::here();
    let Site { locale, folding, .. } = site;
    let wanted = RwSignal::new(Wanted::Nothing);
    let mut regions: Vec<Region> = places.iter().filter_map(|place| place.region()).collect();
    regions.dedup();
    let found = Memo::new(move |_| {
        wanted.with(|wanted| match wanted {
            Wanted::Nothing => Vec::new(),
            Wanted::In(region) => in_region(&places, *region),
            Wanted::Named(text) => {
                find(&places, text, &|place| site.titles.place(place), &|text| folding.key(text))
            }
        })
    });
    let buttons = regions.into_iter().map(|region| {
        let pressed = move || wanted.with(|wanted| *wanted == Wanted::In(region));
        view! {
            <button type="button" class="plain" aria-pressed=move || pressed().to_string()
                on:click=move |_| wanted.update(|wanted| {
                    *wanted = match wanted {
                        Wanted::In(before) if *before == region => Wanted::Nothing,
                        _ => Wanted::In(region),
                    };
                })>
                {(locale.region)(region)}
            </button>
        }
    });
    view! {
        <div class="place-finder" role="group" aria-label=locale.find_place>
            <label class="vh" for=ID>{locale.find_place}</label>
            <input id=ID type="search" autocomplete="off" spellcheck="false"
                placeholder=locale.find_place
                prop:value=move || wanted.with(|wanted| match wanted {
                    Wanted::Named(text) => text.clone(),
                    _ => String::new(),
                })
                on:input:target=move |event| wanted.set(Wanted::Named(event.target().value()))
                on:keydown=move |event| if event.key() == "Escape" { wanted.set(Wanted::Nothing) }/>
            {buttons.collect_view()}
            <p class="vh" role="status">
                {changing_text(move || match wanted.with(|wanted| *wanted == Wanted::Nothing) {
                    true => String::new(),
                    false => (locale.places_found)(found.with(Vec::len)),
                })}
            </p>
            {replaced(move || found_list(site, &found.get()))}
        </div>
    }
}

/// Links to places, under the names of sub-regions if there are several.
fn found_list(site: Site, places: &[Place]) -> AnyView {
    let Site { locale, state, .. } = site;
    let link = |place: Place| {
        let click = move |event| {
            if browser::is_plain_click(&event) {
                event.prevent_default();
                state.toggle_place(place);
            }
        };
        view! {
            <li><a href=move || state.href_of_place(place) on:click=click
                aria-current=move || (state.view().place == Some(place)).then_some("true")>
                {site.titles.place(place)}
            </a></li>
        }
    };
    let groups: Vec<&[Place]> = places.chunk_by(|a, b| a.subregion() == b.subregion()).collect();
    let groups = groups.into_iter().map(|group| {
        let name = group.first().and_then(|place| place.subregion()).map(locale.subregion);
        view! {
            <div class="found-places">
                {name.map(|name| view! { <p>{name}</p> })}
                <ul>{group.iter().copied().map(link).collect_view()}</ul>
            </div>
        }
    });
    groups.collect_view().into_any()
}
