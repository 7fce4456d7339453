//! How many messages are shown.

use leptos::prelude::*;

use super::Filters;
use super::changing::changing_text;
use crate::selection::Missing;
use crate::site::Site;

/// The number of results, which is announced, and what narrows them: above the first of them, so that
/// it is in sight with them.
#[component]
pub fn Count() -> impl IntoView {
    let Site { words, state, selection, collection, labels, .. } = Site::here();
    let count = move || {
        let (missing, shown) = selection.with(|s| (s.missing, s.shown.len()));
        if missing == Some(Missing::Index) {
            return words.search_waits.to_owned();
        }
        let count = (words.shown_of)(shown, collection.messages.len());
        match state.view().place {
            Some(place) => format!("{count} · {}", labels.place(place)),
            None => count,
        }
    };
    let partial = Memo::new(move |_| selection.with(|selection| selection.partial));
    let partly = move || match partial.get() {
        true => words.partly_found.to_owned(),
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
