//! What is said offline in place of a page that is not kept: a page without the program.

use leptos::prelude::*;

use crate::site::Site;
use crate::view_state::Page;

/// The name of the file.
pub(super) const FILE: &str = "offline.html";

/// Says that one is offline, and leads to the messages, which are kept.
#[component]
pub(super) fn Offline() -> impl IntoView {
    let Site { words, state, .. } = Site::here();
    let (offline, cure) = words.failed_offline;
    view! {
        <nav class="back"><a href=state.href(&Page::Grid)>{words.back_to_all}</a></nav>
        <main id="main" lang=words.lang>
            <article class="not-found">
                <h1>{offline}</h1>
                <p class="lead">{words.not_kept}" "{cure}</p>
            </article>
        </main>
    }
}
