//! What can be typed.

use leptos::prelude::*;

use crate::site::Site;

/// A short list of what the search box understands, folded away.
#[component]
pub fn SearchTips() -> impl IntoView {
    let Site { words, .. } = Site::here();
    let tips = words.search_tips_list.iter().map(|(query, meaning)| {
        view! { <div><dt><code>{*query}</code></dt><dd>{*meaning}</dd></div> }
    });
    view! {
        <details class="tips">
            <summary>{words.search_tips}</summary>
            <dl>{tips.collect_view()}</dl>
        </details>
    }
}
