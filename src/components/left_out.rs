//! The note about messages that could not be read.

use leptos::prelude::*;

use super::Problems;
use crate::collection::Problem;
use crate::site::Site;

/// Says which messages are left out and why; nothing if there are none.
#[component]
pub fn LeftOut(
    /// What was wrong.
    problems: Vec<Problem>,
) -> impl IntoView {
    let Site { words, .. } = Site::here();
    if problems.is_empty() {
        return ().into_any();
    }
    let mut messages: Vec<_> = problems
        .iter()
        .map(|p| p.path.split('.').next())
        .filter(|p| p.is_some_and(|p| p.starts_with("messages[")))
        .collect();
    messages.dedup();
    view! {
        <details class="left-out" open>
            <summary>{(words.left_out_title)(messages.len())}</summary>
            <p>{words.left_out_intro}</p>
            <Problems problems words/>
        </details>
    }
    .into_any()
}
