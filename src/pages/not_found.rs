//! The page for an address that leads nowhere.

use leptos::prelude::*;
use solidarity_core::address::{Page, href_to};

use crate::state::Site;

/// Says what is missing, and offers a search and a link to all messages.
#[component]
pub fn NotFound(
    /// What is missing.
    reason: String,
) -> impl IntoView {
    let Site { locale, state, .. } = Site::here();
    view! {
        <article class="not-found">
            <h1>{locale.not_found_title}</h1>
            <p class="lead">{reason}</p>
            <search aria-label=locale.search>
                <form class="search-box" method="get" action=href_to("")>
                    <label class="vh" for="search-elsewhere">{locale.search}</label>
                    <input id="search-elsewhere" type="search" name="q" placeholder=locale.search_hint/>
                    <button>{locale.search}</button>
                </form>
            </search>
            <p><a href=move || state.href(&Page::Grid)>{locale.back_to_all}</a></p>
        </article>
    }
}
