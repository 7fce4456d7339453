//! The title of the site.

use leptos::prelude::*;
use solidarity_core::address::href_to;

use crate::state::Site;

/// The collection's logo, title, occasion and totals.
#[component]
pub fn Title() -> impl IntoView {
    let Site { collection, titles, .. } = Site::here();
    let logo = collection.logo.as_deref().map(|logo| {
        let host = collection.host.as_ref().map(|host| host.name.as_str()).unwrap_or_default();
        view! { <img class="logo" src=href_to(logo) alt=host/> }
    });
    let occasion = collection.occasion.as_ref();
    let subtitle = collection.subtitle.as_deref().or(occasion.map(|o| o.name.as_str()));
    view! {
        <div class="title">
            {logo}
            <p class="occasion">{titles.occasion()}</p>
            <hgroup lang=&collection.language>
                <h1>{collection.title.as_str()}</h1>
                {subtitle.map(|subtitle| view! { <p class="subtitle">{subtitle}</p> })}
            </hgroup>
            <p class="totals">{titles.totals()}</p>
        </div>
    }
}
