//! What a search has not got.

use leptos::prelude::*;

use super::ReloadButton;
use crate::selection::Missing;
use crate::site::Site;

/// A line where the index of a large collection did not arrive, or where the order of words is on its
/// way. That the index is on its way stands in place of the number of results.
#[component]
pub fn SearchProgress() -> impl IntoView {
    let Site { words, selection, indexing, .. } = Site::here();
    let missing = Memo::new(move |_| selection.with(|selection| selection.missing));
    move || match (missing.get(), indexing.failed()) {
        (Some(_), true) => view! {
            <p class="partly" role="alert">{words.search_failed}" "<ReloadButton/></p>
        }
        .into_any(),
        (Some(Missing::Order), false) => {
            view! { <p class="partly">{words.phrase_waits}</p> }.into_any()
        }
        _ => ().into_any(),
    }
}
