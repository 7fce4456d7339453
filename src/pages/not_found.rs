//! When there is no such page.

use leptos::prelude::*;

use crate::site::Site;
use crate::view_state::Page;

/// Says what is missing, and offers a search and the way to all messages.
#[component]
pub fn NotFound(
    /// What is missing.
    reason: String,
) -> impl IntoView {
    let Site { words, state, .. } = Site::here();
    view! {
        <article class="not-found">
            <h1>{words.not_found_title}</h1>
            <p class="lead">{reason}</p>
            <search aria-label=words.search>
                <form class="search-box" method="get" action=state.href_of_file("")>
                    <label class="vh" for="search-elsewhere">{words.search}</label>
                    <input id="search-elsewhere" type="search" name="q" placeholder=words.search_hint/>
                    <button>{words.search}</button>
                </form>
            </search>
            <p><a href=move || state.href(&Page::Grid)>{words.back_to_all}</a></p>
        </article>
    }
}
