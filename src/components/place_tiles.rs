//! The places that messages come from: one list, laid out as a map of tiles.

use leptos::prelude::*;

use crate::atlas::{Place, Tile, TileMap, counts, group};
use crate::site::Site;

/// A list of regions and their places, each a link that chooses the place. The classes put each
/// place on its tile.
#[component]
pub fn PlaceTiles() -> impl IntoView {
    let site = Site::here();
    let Site { words, collection, selection, .. } = site;
    let everything: Vec<usize> = (0..collection.messages.len()).collect();
    let regions = group(collection, &everything);

    let mut places: Vec<Place> =
        regions.iter().flat_map(|region| &region.places).map(|group| group.place).collect();
    let host = collection.host.as_ref().and_then(|host| host.country).map(Place::Country);
    let silent_host = host.filter(|host| !places.contains(host));
    places.extend(silent_host);
    let tiles = Tiles::new(&places);
    let most = regions.iter().flat_map(|r| &r.places).map(|p| p.messages.len()).max();

    // How many messages of each place match what is searched for.
    let groups: Vec<_> = regions.iter().flat_map(|region| region.places.clone()).collect();
    let counts = Memo::new(move |_| {
        selection.with(|selection| counts(groups.iter(), collection, &selection.matching))
    });
    let pointed_at = RwSignal::new(None::<Place>);

    let mut nth = 0..;
    let items = regions
        .into_iter()
        .map(|region| {
            let name = region.region.map(words.region);
            let label = name.map(|name| format!("{name}, {}", (words.messages)(region.messages)));
            let places: Vec<_> = region
                .places
                .into_iter()
                .map(|group| {
                    let is_host = Some(group.place) == host;
                    let class = tiles.class(group.place, is_host);
                    let nth = nth.next().unwrap_or_default();
                    let count = Memo::new(move |_| {
                        counts.with(|counts| counts.get(nth).copied().unwrap_or_default())
                    });
                    let place = group.place;
                    view! { <PlaceTile place is_host class most count pointed_at/> }
                })
                .collect();
            view! {
                <li class="region">
                    {label.map(|label| view! { <span class="vh">{label}</span> })}
                    <ul class="region-places">{places}</ul>
                </li>
            }
        })
        .collect_view();
    let host_tile = silent_host.map(|host| {
        view! {
            <li class=tiles.class(host, true)>
                <span class="tile-host">
                    <span class="tile-name">{site.labels.place(host)}</span>
                    <span class="tile-count">{words.host}</span>
                </span>
            </li>
        }
    });
    view! {
        <nav class="places" aria-labelledby="places-heading">
            <h2 id="places-heading" class="vh">{words.places}</h2>
            <ul class="tiles" class:tiles-many={places.len() > 40}>{items}{host_tile}</ul>
            <p class="places-caption" aria-hidden="true">
                {move || caption(site, pointed_at.get())}
            </p>
        </nav>
    }
}

#[component]
fn PlaceTile(
    place: Place,
    is_host: bool,
    class: String,
    most: Option<usize>,
    count: Memo<usize>,
    pointed_at: RwSignal<Option<Place>>,
) -> impl IntoView {
    let site = Site::here();
    let Site { words, state, .. } = site;
    let chosen = move || state.view().place == Some(place);
    // Relative to the place with the most, so that the map has a few accents, whatever the numbers.
    let strong = move || most.is_some_and(|most| most > 1 && count.get() * 2 > most);
    let senders = senders_of(site, place);
    view! {
        <li class=class>
            <a class="tile-link" class:tile-strong=strong class:tile-none=move || count.get() == 0
                href=move || state.href_of_place(place)
                aria-current=move || chosen().then_some("true")
                on:click=move |event| {
                    if crate::browser::is_plain_click(&event) {
                        event.prevent_default();
                        state.toggle_place(place);
                    }
                }
                on:mouseenter=move |_| pointed_at.set(Some(place))
                on:mouseleave=move |_| pointed_at.set(None)
                on:focus=move |_| pointed_at.set(Some(place))
                on:blur=move |_| pointed_at.set(None)>
                <span class="tile-name" data-code=code(place)>{site.labels.place(place)}</span>
                <span class="vh">{move || (words.messages)(count.get())}</span>
                {is_host.then(|| view! { <span class="vh">{words.host}</span> })}
                <span class="tile-count" aria-hidden="true">{move || count.get()}</span>
            </a>
            <ul class="vh">{senders.into_iter().map(|name| view! { <li>{name}</li> }).collect_view()}</ul>
        </li>
    }
}

fn code(place: Place) -> Option<&'static str> {
    match place {
        Place::Country(country) => Some(country.code),
        Place::International => None,
    }
}

/// The names of the senders in a place.
fn senders_of(site: Site, place: Place) -> Vec<&'static str> {
    let senders = site.collection.messages.iter().flat_map(|message| &message.senders);
    senders.filter(|sender| Place::of_sender(sender) == place).map(|sender| sender.name()).collect()
}

fn caption(site: Site, place: Option<Place>) -> String {
    match place.or(site.state.view().place) {
        Some(place) => {
            let senders = (site.words.list)(&senders_of(site, place));
            format!("{}: {senders}", site.labels.place(place))
        }
        None => site.words.places_hint.to_owned(),
    }
}

/// Where each place stands, on a narrow page and on a wide one.
struct Tiles {
    places: Vec<Place>,
    narrow: TileMap,
    wide: TileMap,
}

impl Tiles {
    fn new(places: &[Place]) -> Tiles {
        Tiles {
            places: places.to_vec(),
            narrow: TileMap::narrow(places),
            wide: TileMap::wide(places),
        }
    }

    /// The classes of a tile. They are classes because a strict Content-Security-Policy has no
    /// place for style attributes; `style/tiles.css` knows them.
    fn class(&self, place: Place, host: bool) -> String {
        let mut class = String::from(if host { "tile tile-of-host" } else { "tile" });
        let at = self.places.iter().position(|p| *p == place);
        let tile = |map: &TileMap| at.and_then(|at| map.tiles.get(at).copied());
        if let (Some(narrow), Some(wide)) = (tile(&self.narrow), tile(&self.wide)) {
            let Tile { column, row, span } = narrow;
            class += &format!(" c{} r{} s{span}", column + 1, row + 1);
            class += &format!(" C{} R{}", wide.column + 1, wide.row + 1);
        }
        class
    }
}
