//! What can be typed.

use leptos::prelude::*;
use solidarity_core::search::Examples;

use crate::state::Site;

/// A short, collapsible list of what the search box understands, with examples that find something
/// in this collection.
#[component]
pub fn SearchTips() -> impl IntoView {
    let Site { locale, collection, folding, .. } = Site::here();
    let examples = Examples::of(collection, folding).list();
    let tips = examples.into_iter().zip(locale.search_tips_list).filter_map(|(query, meaning)| {
        Some(view! { <div><dt><code>{query?}</code></dt><dd>{meaning}</dd></div> })
    });
    view! {
        <details class="tips">
            <summary>{locale.search_tips}</summary>
            <dl>{tips.collect_view()}</dl>
        </details>
    }
}
