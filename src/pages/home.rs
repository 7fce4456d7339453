//! All messages.

use leptos::prelude::*;

use crate::components::{Places, Results, SearchBox, SearchTips, Title, ViewControls};

/// Title, places, search and cards.
#[component]
pub fn Home() -> impl IntoView {
    view! {
        <header class="masthead">
            <Title/>
            <Places/>
        </header>
        <search class="finder">
            <SearchBox/>
            <ViewControls/>
        </search>
        <SearchTips/>
        <Results/>
    }
}
