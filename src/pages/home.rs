//! All messages.

use leptos::prelude::*;

use crate::components::grid::results::Results;
use crate::components::grid::view_controls::ViewControls;
use crate::components::map::places::Places;
use crate::components::search::search_box::SearchBox;
use crate::components::search::tips::SearchTips;
use crate::components::shell::title::Title;
use crate::state::Site;

/// Title, search, places and cards, in the order that a phone shows them; where there is room, the
/// places stand beside the title.
#[component]
pub fn Home() -> impl IntoView {
    let Site { locale, .. } = Site::here();
    view! {
        <div class="home">
            <header class="masthead"><Title/></header>
            <search class="finder" aria-label=locale.search>
                <SearchBox/>
                <ViewControls/>
            </search>
            <SearchTips/>
            <Places/>
            <Results/>
        </div>
    }
}
