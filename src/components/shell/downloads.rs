//! What can be downloaded.

use leptos::prelude::*;
use solidarity_core::address::{files, href_to};

use crate::state::Site;

/// Links to the dataset and to the files that the build makes: the booklet and the feed.
#[component]
pub fn Downloads() -> impl IntoView {
    let Site { locale, published, .. } = Site::here();
    let feed = published.with_value(|p| p.with_addresses()).then(|| {
        view! { <li><a href=href_to(files::FEED)>{locale.feed}</a></li> }
    });
    let booklet = published.with_value(|p| p.files).then(|| {
        view! { <li><a href=href_to(files::BOOKLET)>{locale.booklet}</a></li> }
    });
    view! {
        <ul class="downloads">
            {booklet}
            <li><a href=href_to(files::MESSAGES) download="">{locale.dataset}</a></li>
            {feed}
        </ul>
    }
}
