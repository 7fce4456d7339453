//! What can be typed.

use leptos::prelude::*;
use solidarity_core::search::Examples;

use crate::state::Site;

/// A short list of what the search box understands, with examples that find something here, folded
/// away.
#[component]
pub fn SearchTips() -> impl IntoView {
    let Site { locale, collection, folder, .. } = Site::here();
    let examples = Examples::of(collection, folder).list();
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
