//! What can be taken away.

use leptos::prelude::*;

use crate::browser;
use crate::site::{BOOKLET, FEED, Site};

/// Links to the dataset and to what the build has made: the booklet and the feed.
#[component]
pub fn Downloads() -> impl IntoView {
    let Site { words, state, published, .. } = Site::here();
    let feed = published.with_value(|p| p.with_addresses()).then(|| {
        view! { <li><a href=state.href_of_file(FEED)>{words.feed}</a></li> }
    });
    let booklet = published.with_value(|p| p.files).then(|| {
        view! { <li><a href=state.href_of_file(BOOKLET)>{words.booklet}</a></li> }
    });
    view! {
        <ul class="downloads">
            {booklet}
            <li><a href=state.href_of_file(browser::MESSAGES) download="">{words.dataset}</a></li>
            {feed}
        </ul>
    }
}
