//! How many messages are shown, in which order, grouped or not.

use leptos::prelude::*;

use super::Filters;
use super::changing::{changing_text, replaced};
use crate::browser;
use crate::selection::Missing;
use crate::site::Site;
use crate::view_state::{Grouping, Order};

/// The number of results, which is announced, and the controls for order and grouping.
#[component]
pub fn ViewControls() -> impl IntoView {
    let site = Site::here();
    let Site { words, state, selection, collection, .. } = site;
    let missing = Memo::new(move |_| selection.with(|selection| selection.missing));
    let count = move || {
        if missing.get() == Some(Missing::Index) {
            return words.search_waits.to_owned();
        }
        let shown = selection.with(|selection| selection.shown.len());
        let count = (words.shown_of)(shown, collection.messages.len());
        match state.view().place {
            Some(place) => format!("{count} · {}", site.labels.place(place)),
            None => count,
        }
    };
    let partial = Memo::new(move |_| selection.with(|selection| selection.partial));
    let searching = Memo::new(move |_| selection.with(|selection| !selection.query.is_empty()));
    let order = Memo::new(move |_| state.view().order);
    let options = replaced(move || {
        let option = |option: Order| {
            let name = (words.order_name)(option, searching.get());
            view! { <option value=option.id() selected=order.get_untracked() == option>{name}</option> }
        };
        Order::ALL.map(option).collect_view().into_any()
    });
    view! {
        <div class="view-controls">
            <p class="count">
                <span role="status">
                    {changing_text(count)}
                    <span class="vh">
                        {changing_text(move || match partial.get() {
                            true => words.partly_found.to_owned(),
                            false => String::new(),
                        })}
                    </span>
                </span>
                <Filters/>
            </p>
            <div class="layouts" role="group" aria-label=words.layout>
                <Layout grouping=Grouping::None name=words.one_grid/>
                <Layout grouping=Grouping::Country name=words.group_by_country/>
            </div>
            <label class="order">
                <span>{words.order}</span>
                <select prop:value=move || order.get().id()
                    on:change:target=move |event| {
                        state.set_order(Order::from_id(&event.target().value()));
                    }>
                    {options}
                </select>
            </label>
        </div>
    }
}

#[component]
fn Layout(grouping: Grouping, name: &'static str) -> impl IntoView {
    let Site { state, .. } = Site::here();
    let current = Memo::new(move |_| state.view().grouping == grouping);
    view! {
        <a href=move || state.href_of_grouping(grouping)
            aria-current=move || current.get().then_some("true")
            on:click=move |event| {
                if browser::is_plain_click(&event) {
                    event.prevent_default();
                    state.set_grouping(grouping);
                }
            }>
            {name}
        </a>
    }
}
