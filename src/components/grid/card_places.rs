//! The places of a message on its card.

use leptos::prelude::*;
use solidarity_core::atlas::Place;
use solidarity_core::collection::Message;
use solidarity_core::selection::AT_FIRST;

use crate::browser;
use crate::components::search::marked::Marked;
use crate::state::Site;

/// A link for each place, which chooses the place just as the map does.
#[component]
pub fn CardPlaces(message: &'static Message) -> impl IntoView {
    let site = Site::here();
    let state = site.state;
    let places = Place::of(message);
    let one = places.len() == 1;
    let all_under_headings = site.collection.messages.len() <= AT_FIRST;
    let links = places.into_iter().enumerate().map(|(at, place)| {
        let choose = move |event| {
            if browser::is_plain_click(&event) {
                event.prevent_default();
                state.toggle_place(place);
            }
        };
        view! {
            {(at > 0).then_some(" · ")}
            <a href=move || site.href_of_place(place, Some(message), all_under_headings) on:click=choose>
                <Marked text=site.titles.place(place).to_owned()/>
            </a>
        }
    });
    view! { <p class="card-place" class:card-place-one=one>{links.collect_view()}</p> }
}
