//! That a search waits for what it needs.

use leptos::prelude::*;

use crate::site::Site;

/// A line while the index of a large collection is on its way, and a button where it did not arrive.
#[component]
pub fn SearchProgress() -> impl IntoView {
    let Site { words, selection, indexing, .. } = Site::here();
    let missing = Memo::new(move |_| selection.with(|selection| selection.missing));
    move || {
        let missing = missing.get()?;
        let what = match indexing.failed() {
            true => words.search_failed,
            false => (words.search_waits)(missing),
        };
        let retry = indexing.failed().then(|| {
            view! {
                <button type="button" on:click=move |_| indexing.retry()>{words.retry}</button>
            }
        });
        Some(view! { <p class="partly" role="status">{what}" "{retry}</p> })
    }
}
