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
    let Site { collection, words, .. } = Site::here();
    let occasion = collection.occasion.as_ref();
    let dates = occasion.and_then(|o| Some((words.dates)(o.starts?, o.ends)));
    let place = occasion.and_then(|o| o.place.clone());
    let when_and_where: Vec<_> = place.into_iter().chain(dates).collect();
    let subtitle = collection.subtitle.as_deref().or(occasion.map(|o| o.name.as_str()));
    let totals = [
        (words.messages)(collection.messages.len()),
        (words.organisations)(collection.organisations()),
        (words.countries)(collection.countries()),
    ];
    view! {
        <div class="title">
            <p class="occasion">{when_and_where.join(" · ")}</p>
            <hgroup lang=&collection.language>
                <h1>{collection.title.as_str()}</h1>
                {subtitle.map(|subtitle| view! { <p class="subtitle">{subtitle}</p> })}
            </hgroup>
            <p class="totals">{totals.join(" · ")}</p>
        </div>
    }
}
