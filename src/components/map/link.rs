//! A place in the list of places.

use leptos::prelude::*;
use solidarity_core::atlas::{ListedPlace, Place};

use crate::browser;
use crate::components::shell::changing::changing_text;
use crate::state::Site;

/// The place that the mouse is over or that has the focus.
pub type Pointer = RwSignal<Option<Place>>;

/// A link that chooses a place, with its number of matching messages and their senders.
#[component]
pub fn PlaceLink<'a>(
    listed: &'a ListedPlace,
    is_host: bool,
    /// The classes that say where it stands.
    class: String,
    /// The number of messages from which on it stands out.
    strong: usize,
    count: Memo<usize>,
    pointer: Pointer,
) -> impl IntoView + use<> {
    let site = Site::here();
    let Site { locale, state, collection, .. } = site;
    let ListedPlace { place, first, messages, has_heading, .. } = *listed;
    let first = collection.messages.get(first);
    let chosen = move || state.view().place == Some(place);
    let stands_out = move || count.get() >= strong;
    let senders =
        senders(site, listed).into_iter().map(|name| view! { <li>{name}</li> }).collect_view();
    view! {
        <li class=class>
            <a class="tile-link" class:tile-single=messages == 1 class:tile-strong=stands_out
                class:tile-none=move || count.get() == 0
                href=move || site.href_of_place(place, first, has_heading)
                aria-current=move || chosen().then_some("true")
                on:click=move |event| {
                    if browser::is_plain_click(&event) {
                        event.prevent_default();
                        state.toggle_place(place);
                    }
                }
                on:mouseenter=move |_| pointer.set(Some(place))
                on:mouseleave=move |_| pointer.set(None)
                on:focus=move |_| pointer.set(Some(place))
                on:blur=move |_| pointer.set(None)>
                <span class="tile-name" data-code=code(place)>{site.titles.place(place)}</span>
                <span class="vh">{changing_text(move || (locale.messages)(count.get()))}</span>
                {is_host.then(|| view! { <span class="vh">{locale.host}</span> })}
                <span class="tile-count" aria-hidden="true">
                    {changing_text(move || count.get().to_string())}
                </span>
            </a>
            <ul class="vh">{senders}</ul>
        </li>
    }
}

fn code(place: Place) -> Option<&'static str> {
    match place {
        Place::Country(country) => Some(country.code),
        Place::Region(_) | Place::International => None,
    }
}

/// The senders of a place: the first few by name, then the number of others.
pub fn senders(site: Site, listed: &ListedPlace) -> Vec<String> {
    let mut senders = listed.senders.clone();
    if listed.unnamed > 0 {
        senders.push((site.locale.and_more)(listed.unnamed));
    }
    senders
}
