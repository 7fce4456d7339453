//! All messages.

use leptos::prelude::*;

use crate::components::{Places, Results, SearchBox, SearchTips, Title, ViewControls};
use crate::site::Site;

/// Title, search, places and cards, in the order in which a phone shows them; where there is room the
/// places stand beside the title.
#[component]
pub fn Home() -> impl IntoView {
    let Site { words, .. } = Site::here();
    view! {
        <div class="home">
            <header class="masthead"><Title/></header>
            <search class="finder" aria-label=words.search>
                <SearchBox/>
                <ViewControls/>
            </search>
            <SearchTips/>
            <Places/>
            <Results/>
        </div>
    }
}
