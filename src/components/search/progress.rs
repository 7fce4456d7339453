//! What a search is still missing.

use leptos::prelude::*;
use solidarity_core::selection::Missing;

use crate::components::shell::reload_button::ReloadButton;
use crate::state::Site;

/// A line shown if the index of a large collection could not be loaded, or while the word order is
/// loading. While the index itself is loading, the number of results is replaced by a note.
#[component]
pub fn SearchProgress() -> impl IntoView {
    let Site { locale, selection, indexing, .. } = Site::here();
    let missing = Memo::new(move |_| selection.with(|selection| selection.missing));
    move || match (missing.get(), indexing.failed()) {
        (Some(_), true) => view! {
            <p class="partly" role="alert">{locale.search_failed}" "<ReloadButton/></p>
        }
        .into_any(),
        (Some(Missing::Order), false) => {
            view! { <p class="partly">{locale.phrase_waits}</p> }.into_any()
        }
        _ => ().into_any(),
    }
}
