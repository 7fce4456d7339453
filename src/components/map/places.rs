//! The places that messages come from: one list of links, laid out as a map.

use std::sync::Arc;

use leptos::prelude::*;
use solidarity_core::atlas::{Direction, Item, MOST_DOTS, Place, PlaceList, nearest};
use solidarity_core::selection::AT_FIRST;

use super::dots::PlaceMap;
use super::finder::PlaceFinder;
use super::layout::Layout;
use super::link::{PlaceLink, Pointer, senders};
use crate::browser;
use crate::components::shell::changing::changing_text;
use crate::state::Site;

/// The links that the arrow keys move between.
const LINKS: &str = ".tile-link";

/// A list of regions and their places, each of them a link that chooses the place. Where there is
/// room, the places are dots with names on the land; elsewhere they are tiles, each roughly where
/// the place lies.
#[component]
pub fn Places() -> impl IntoView {
    let site = Site::here();
    let Site { locale, collection, selection, .. } = site;
    let list = Arc::new(PlaceList::new(collection, AT_FIRST));
    let PlaceList { host, strong, .. } = *list;
    let silent_host = list.silent_host();

    let name = |place, messages: usize| match messages {
        0 => format!("{} {}", site.titles.place(place), locale.host),
        1 => site.titles.place(place).to_owned(),
        _ => format!("{} {messages}", site.titles.place(place)),
    };
    let drawn = list.drawn();
    let names: Vec<_> = drawn.iter().map(|(place, messages)| name(*place, *messages)).collect();
    let items = drawn.iter().zip(&names);
    let items: Vec<_> =
        items.map(|(&(place, messages), text)| Item { place, text, messages }).collect();
    let layout = Layout::new(&items);

    // How many messages of each place match the search.
    let listed = list.clone();
    let counts = Memo::new(move |_| {
        selection.with(|selection| listed.counts(collection, &selection.matching))
    });
    let count_of = move |nth: usize| {
        Memo::new(move |_| counts.with(|counts| counts.get(nth).copied().unwrap_or_default()))
    };
    let live: Vec<Memo<usize>> = (0..list.places.len()).map(count_of).collect();
    let pointer: Pointer = RwSignal::new(None);

    let with_map = layout.dots.is_some();
    let map = layout.dots.clone().map(|dots| {
        let host = host.and_then(|host| drawn.iter().position(|(place, _)| *place == host));
        let places: Vec<_> = drawn.iter().map(|(place, _)| *place).collect();
        view! { <PlaceMap dots places host live=live.clone() pointer/> }
    });
    let mut rest = list.places.iter().zip(live);
    let items = list
        .regions
        .iter()
        .map(|region| {
            let name = region.region.map(locale.region);
            let label = name.map(|name| format!("{name}, {}", (locale.messages)(region.messages)));
            let places = rest.by_ref().take(region.places.len()).map(|(listed, count)| {
                let is_host = Some(listed.place) == host;
                let class = layout.class(listed.place, is_host);
                view! { <PlaceLink listed is_host class strong count pointer/> }
            });
            view! {
                <li class="region">
                    {label.map(|label| view! { <span class="vh">{label}</span> })}
                    <ul class="region-places">{places.collect_view()}</ul>
                </li>
            }
        })
        .collect_view();
    let host_tile = silent_host.map(|host| {
        view! {
            <li class=layout.class(host, true)>
                <span class="tile-host">
                    <span class="tile-name" data-code=host.id()>{site.titles.place(host)}</span>
                    <span class="tile-count">{locale.host}</span>
                </span>
            </li>
        }
    });
    let many = list.places.len() > MOST_DOTS;
    let places = list.places.iter().map(|listed| listed.place).collect::<Vec<_>>();
    view! {
        <nav class="places" class:places-coded=layout.is_coded() class:places-map=with_map
            class:places-named=layout.is_named() class:places-listed=layout.is_listed()
            aria-labelledby="places-heading">
            <h2 id="places-heading" class="vh">{locale.places}</h2>
            {many.then(|| view! { <PlaceFinder places/> })}
            <div class="map">
                {map}
                <ul class="tiles" on:keydown=move |event| {
                    if let Some(next) = Direction::of_key(&event.key()).and_then(neighbour) {
                        event.prevent_default();
                        browser::focus_nth(LINKS, next);
                    }
                }>
                    {items}{host_tile}
                </ul>
            </div>
            <p class="places-caption" aria-hidden="true">
                {changing_text(move || caption(site, &list, pointer.get()))}
            </p>
        </nav>
    }
}

/// The nearest place to the focused one in a direction, as the places are laid out now.
fn neighbour(direction: Direction) -> Option<u32> {
    let (points, focused) = browser::middles(LINKS);
    u32::try_from(nearest(&points, focused?, direction)?).ok()
}

fn caption(site: Site, list: &PlaceList, place: Option<Place>) -> String {
    let place = place.or(site.state.view().place);
    match list.places.iter().find(|listed| Some(listed.place) == place) {
        Some(listed) => {
            let senders = senders(site, listed);
            let senders: Vec<_> = senders.iter().map(String::as_str).collect();
            format!("{}: {}", site.titles.place(listed.place), (site.locale.list)(&senders))
        }
        None => site.locale.places_hint.to_owned(),
    }
}
