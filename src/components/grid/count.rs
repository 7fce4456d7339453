//! How many messages are shown.

use leptos::prelude::*;
use solidarity_core::selection::Missing;

use super::filters::Filters;
use crate::components::shell::changing::changing_text;
use crate::state::Site;

/// The number of results, announced to screen readers, and what narrows them. It stands above the
/// first result, so that they can be seen together.
#[component]
pub fn Count() -> impl IntoView {
    let Site { locale, state, selection, collection, titles, .. } = Site::here();
    let count = move || {
        let (missing, shown) = selection.with(|s| (s.missing, s.shown.len()));
        if missing == Some(Missing::Index) {
            return locale.search_waits.to_owned();
        }
        let count = (locale.shown_of)(shown, collection.messages.len());
        match state.view().place {
            Some(place) => format!("{count} · {}", titles.place(place)),
            None => count,
        }
    };
    let partial = Memo::new(move |_| selection.with(|selection| selection.partial));
    let partly = move || match partial.get() {
        true => locale.partly_found.to_owned(),
        false => String::new(),
    };
    view! {
        <p class="count">
            <span role="status">
                {changing_text(count)}<span class="vh">{changing_text(partly)}</span>
            </span>
            <Filters/>
        </p>
    }
}
