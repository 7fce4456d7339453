//! What to search for instead.

use leptos::prelude::*;

use crate::browser;
use crate::components::ids::SEARCH_BOX;
use crate::components::shell::changing::replaced;
use crate::state::Site;

/// Links to queries similar to one that found nothing.
#[component]
pub fn Suggestions() -> impl IntoView {
    let Site { locale, state, selection, .. } = Site::here();
    let suggestions = move || selection.with(|selection| selection.suggestions.clone());
    let link = move |query: String| {
        let href = state.href_of_query(&query);
        let text = query.clone();
        let search = move |event| {
            if browser::is_plain_click(&event) {
                event.prevent_default();
                state.set_query(&query);
                browser::focus(SEARCH_BOX);
            }
        };
        view! { <li><a href=href on:click=search>{text}</a></li> }
    };
    replaced(move || {
        let suggestions = suggestions();
        let list = (!suggestions.is_empty()).then(|| {
            view! {
                <p id="did-you-mean">{locale.did_you_mean}</p>
                <ul class="suggestions" aria-labelledby="did-you-mean">
                    {suggestions.into_iter().map(link).collect_view()}
                </ul>
            }
        });
        list.into_any()
    })
}
