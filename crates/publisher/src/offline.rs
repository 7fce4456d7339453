//! The page shown offline in place of one that was not stored: a page without the program.

use leptos::prelude::*;
use solidarity_atlas::state::Site;
use solidarity_core::address::Page;

/// The name of the file.
pub const FILE: &str = "offline.html";

/// Says that the visitor is offline, and links to the messages, which are stored.
#[component]
pub fn Offline() -> impl IntoView {
    let Site { locale, state, .. } = Site::here();
    let (offline, cure) = locale.failed_offline;
    view! {
        <nav class="back"><a href=state.href(&Page::Grid)>{locale.back_to_all}</a></nav>
        <main id="main" lang=locale.lang>
            <article class="not-found">
                <h1>{offline}</h1>
                <p class="lead">{locale.not_kept}" "{cure}</p>
            </article>
        </main>
    }
}
