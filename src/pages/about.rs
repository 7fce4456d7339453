//! About the collection.

use leptos::prelude::*;
use solidarity_core::address::Page;

use crate::components::shell::downloads::Downloads;
use crate::components::shell::provenance::Provenance;
use crate::state::Site;

/// What the messages were written for, where they come from, whose they are, and how to download
/// them.
#[component]
pub fn About() -> impl IntoView {
    let Site { collection, titles, locale, state, .. } = Site::here();
    let occasion = collection.occasion.as_ref().map(|occasion| {
        let when_and_where = titles.occasion();
        let when_and_where =
            (!when_and_where.is_empty()).then(|| view! { <dd>{when_and_where}</dd> });
        view! {
            <div><dt>{locale.occasion}</dt><dd>{occasion.name.as_str()}</dd>{when_and_where}</div>
        }
    });
    view! {
        <p class="back"><a href=move || state.href(&Page::Grid)>{locale.back_to_all}</a></p>
        <article class="about">
            <h1>{(locale.about_collection)(&collection.title)}</h1>
            <p class="lead">{titles.totals()}</p>
            <dl>{occasion}<Provenance/></dl>
            <h2>{locale.take_away}</h2>
            <Downloads/>
            <h2>{locale.privacy}</h2>
            <p>{locale.privacy_text}</p>
            <h2>{locale.keyboard}</h2>
            <p>{locale.keyboard_text}</p>
        </article>
    }
}
