//! The order of the messages, and whether they are grouped.

use leptos::prelude::*;
use solidarity_core::address::{Grouping, Order};

use crate::browser;
use crate::components::shell::changing::replaced;
use crate::state::Site;

/// The controls for order and grouping.
#[component]
pub fn ViewControls() -> impl IntoView {
    let Site { locale, state, selection, .. } = Site::here();
    let searching = Memo::new(move |_| selection.with(|selection| !selection.query.is_empty()));
    let order = Memo::new(move |_| state.view().order);
    let options = replaced(move || {
        let option = |option: Order| {
            let name = (locale.order_name)(option, searching.get());
            view! { <option value=option.id() selected=order.get_untracked() == option>{name}</option> }
        };
        Order::ALL.map(option).collect_view().into_any()
    });
    view! {
        <div class="view-controls">
            <div class="layouts" role="group" aria-label=locale.layout>
                <Layout grouping=Grouping::None name=locale.one_grid/>
                <Layout grouping=Grouping::Country name=locale.group_by_country/>
            </div>
            <label class="order">
                <span>{locale.order}</span>
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
