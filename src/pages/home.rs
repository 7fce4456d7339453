//! All messages.

use leptos::prelude::*;

use crate::components::{PlaceTiles, Results, SearchBox, ViewControls};
use crate::site::Site;

/// Title, places, search and cards.
#[component]
pub fn Home() -> impl IntoView {
    view! {
        <header class="masthead">
            <Title/>
            <PlaceTiles/>
        </header>
        <search class="finder">
            <SearchBox/>
            <ViewControls/>
        </search>
        <Results/>
    }
}

#[component]
fn Title() -> impl IntoView {
    let Site { collection, labels, .. } = Site::here();
    let occasion = collection.occasion.as_ref();
    let subtitle = collection.subtitle.as_deref().or(occasion.map(|o| o.name.as_str()));
    view! {
        <div class="title">
            <p class="occasion">{labels.occasion()}</p>
            <hgroup lang=&collection.language>
                <h1>{collection.title.as_str()}</h1>
                {subtitle.map(|subtitle| view! { <p class="subtitle">{subtitle}</p> })}
            </hgroup>
            <p class="totals">{labels.totals()}</p>
        </div>
    }
}
