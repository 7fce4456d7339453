//! The places that messages come from: one list of links, laid out as a map.

use std::sync::Arc;

use leptos::prelude::*;
use solidarity_core::atlas::{
    Direction, Item, MOST_DOTS, Place, accent, counts, first, group, nearest, senders,
};
use solidarity_core::collection::Message;
use solidarity_core::selection::AT_FIRST;

use super::changing::changing_text;
use super::place_finder::PlaceFinder;
use super::place_layout::Layout;
use super::place_link::{PlaceLink, Pointer};
use super::place_map::PlaceMap;
use crate::browser;
use crate::state::Site;

/// What arrow keys walk through.
const LINKS: &str = ".tile-link";
/// So many senders of a place are named; of the rest it is said how many they are.
const NAMED: usize = 6;

/// A place as the list shows it.
pub struct Entry {
    /// The place.
    pub place: Place,
    /// How many messages come from there.
    pub messages: usize,
    /// Who sent them, the first few by name.
    pub senders: Vec<String>,
    /// The first of them.
    pub first: &'static Message,
    /// Whether the page that is written under headings has the place.
    pub has_heading: bool,
}

/// A list of regions and their places, each a link that chooses the place. Where there is room the
/// places are dots with names over the land, elsewhere tiles, each roughly where it lies.
#[component]
pub fn Places() -> impl IntoView {
    let site = Site::here();
    let Site { locale, collection, selection, .. } = site;
    let everything: Vec<usize> = (0..collection.messages.len()).collect();
    let regions = group(collection, &everything);
    let under_headings = first(group(collection, &everything), AT_FIRST).into_iter();
    let under_headings: Vec<_> =
        under_headings.flat_map(|region| region.places).map(|group| group.place).collect();
    let groups: Vec<_> = regions.iter().flat_map(|region| region.places.clone()).collect();
    let entry = |group| {
        let mut senders: Vec<_> =
            senders(collection, group).into_iter().map(str::to_owned).collect();
        if let Some(more) = senders.len().checked_sub(NAMED).filter(|more| *more > 1) {
            senders.truncate(NAMED);
            senders.push((locale.and_more)(more));
        }
        let first = collection.messages.get(*group.messages.first()?)?;
        let has_heading = under_headings.contains(&group.place);
        Some(Entry {
            place: group.place,
            messages: group.messages.len(),
            senders,
            first,
            has_heading,
        })
    };
    let entries: Arc<[Entry]> = groups.iter().filter_map(entry).collect();
    let host = collection.host.as_ref().and_then(|host| host.country).map(Place::Country);
    let silent_host = host.filter(|host| entries.iter().all(|entry| entry.place != *host));

    let name = |place, messages: usize| match messages {
        0 => format!("{} {}", site.titles.place(place), locale.host),
        1 => site.titles.place(place).to_owned(),
        _ => format!("{} {messages}", site.titles.place(place)),
    };
    let listed = entries.iter().map(|entry| (entry.place, entry.messages));
    let drawn: Vec<_> = listed.chain(silent_host.map(|host| (host, 0))).collect();
    let names: Vec<_> = drawn.iter().map(|(place, messages)| name(*place, *messages)).collect();
    let items = drawn.iter().zip(&names);
    let items: Vec<_> =
        items.map(|(&(place, messages), text)| Item { place, text, messages }).collect();
    let layout = Layout::new(&items);

    let strong = accent(&groups);
    // How many messages of each place match what is searched for.
    let counts = Memo::new(move |_| {
        selection.with(|selection| counts(groups.iter(), collection, &selection.matching))
    });
    let count_of = move |nth: usize| {
        Memo::new(move |_| counts.with(|counts| counts.get(nth).copied().unwrap_or_default()))
    };
    let live: Vec<Memo<usize>> = (0..entries.len()).map(count_of).collect();
    let pointer: Pointer = RwSignal::new(None);

    let with_map = layout.dots.is_some();
    let map = layout.dots.clone().map(|dots| {
        let host = host.and_then(|host| drawn.iter().position(|(place, _)| *place == host));
        let places: Vec<_> = drawn.iter().map(|(place, _)| *place).collect();
        view! { <PlaceMap dots places host live=live.clone() pointer/> }
    });
    let mut rest = entries.iter().zip(live);
    let items = regions
        .into_iter()
        .map(|region| {
            let name = region.region.map(locale.region);
            let label = name.map(|name| format!("{name}, {}", (locale.messages)(region.messages)));
            let places = rest.by_ref().take(region.places.len()).map(|(entry, count)| {
                let is_host = Some(entry.place) == host;
                let class = layout.class(entry.place, is_host);
                view! { <PlaceLink entry is_host class strong count pointer/> }
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
    let many = entries.len() > MOST_DOTS;
    let told = entries.clone();
    view! {
        <nav class="places" class:places-coded=layout.is_coded() class:places-map=with_map
            class:places-named=layout.is_named() class:places-listed=layout.is_listed()
            aria-labelledby="places-heading">
            <h2 id="places-heading" class="vh">{locale.places}</h2>
            {many.then(|| view! { <PlaceFinder entries=entries.clone()/> })}
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
                {changing_text(move || caption(site, &told, pointer.get()))}
            </p>
        </nav>
    }
}

/// The place nearest in a direction to the one that has the focus, as they are laid out now.
fn neighbour(direction: Direction) -> Option<u32> {
    let (points, focused) = browser::middles(LINKS);
    u32::try_from(nearest(&points, focused?, direction)?).ok()
}

fn caption(site: Site, entries: &[Entry], place: Option<Place>) -> String {
    let place = place.or(site.state.view().place);
    match entries.iter().find(|entry| Some(entry.place) == place) {
        Some(entry) => {
            let senders: Vec<_> = entry.senders.iter().map(String::as_str).collect();
            format!("{}: {}", site.titles.place(entry.place), (site.locale.list)(&senders))
        }
        None => site.locale.places_hint.to_owned(),
    }
}
