//! What a search has not got.

use leptos::prelude::*;
use solidarity_core::selection::Missing;

use crate::components::shell::reload_button::ReloadButton;
use crate::state::Site;

/// A line where the index of a large collection did not arrive, or where the order of words is on its
/// way. That the index is on its way stands in place of the number of results.
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
