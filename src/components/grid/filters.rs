//! The filters of the grid.

use leptos::prelude::*;

use crate::browser;
use crate::components::ids::RESULTS;
use crate::components::shell::changing::replaced;
use crate::state::{Site, ViewState};

/// One button to remove the search, one to remove the place, and one to remove both.
#[component]
pub fn Filters() -> impl IntoView {
    let Site { locale, state, titles, .. } = Site::here();
    let filters = Memo::new(move |_| {
        let view = state.view();
        (view.query.trim().to_owned(), view.place)
    });
    let button = move |name: String, label: Option<String>, act: fn(ViewState)| {
        let remove = move |_| {
            act(state);
            // The button is gone. The focus does not go to the search box: on phones that would
            // open the keyboard.
            browser::focus(RESULTS);
        };
        view! {
            <button type="button" class="plain" class:chip=label.is_some() aria-label=label
                on:click=remove>{name}</button>
        }
    };
    replaced(move || {
        let (query, place) = filters.get();
        let chip = |name: String, act| {
            let label = (locale.remove_filter)(&name);
            button(name, Some(label), act)
        };
        let searched =
            (!query.is_empty()).then(|| chip(format!("“{query}”"), ViewState::clear_query));
        let chosen =
            place.map(|place| chip(titles.place(place).to_owned(), ViewState::clear_place));
        let filtered = searched.is_some() || chosen.is_some();
        let all =
            filtered.then(|| button(locale.show_all.to_owned(), None, ViewState::clear_filters));
        view! { <span class="filters">{searched}{chosen}{all}</span> }.into_any()
    })
}
