//! About the collection.

use leptos::prelude::*;

use crate::components::{Downloads, Provenance};
use crate::site::Site;
use crate::view_state::Page;

/// What the messages were written for, where they come from, whose they are, and how to take them
/// away.
#[component]
pub fn About() -> impl IntoView {
    let Site { collection, labels, words, state, .. } = Site::here();
    let occasion = collection.occasion.as_ref().map(|occasion| {
        let when_and_where = labels.occasion();
        let when_and_where =
            (!when_and_where.is_empty()).then(|| view! { <dd>{when_and_where}</dd> });
        view! {
            <div><dt>{words.occasion}</dt><dd>{occasion.name.as_str()}</dd>{when_and_where}</div>
        }
    });
    view! {
        <p class="back"><a href=move || state.href(&Page::Grid)>{words.back_to_all}</a></p>
        <article class="about">
            <h1>{(words.about_collection)(&collection.title)}</h1>
            <p class="lead">{labels.totals()}</p>
            <dl>{occasion}<Provenance/></dl>
            <h2>{words.take_away}</h2>
            <Downloads/>
            <h2>{words.privacy}</h2>
            <p>{words.privacy_text}</p>
            <h2>{words.keyboard}</h2>
            <p>{words.keyboard_text}</p>
        </article>
    }
}
