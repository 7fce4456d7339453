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
        .filter_map(|problem| problem.path.split('.').next())
        .filter(|part| part.starts_with("messages["))
        .collect();
    messages.dedup();
    let title = match messages.len() {
        0 => words.corrections_title.to_owned(),
        n => (words.left_out_title)(n),
    };
    view! {
        <details class="left-out" open>
            <summary>{title}</summary>
            <p>{words.left_out_intro}</p>
            <Problems problems words/>
        </details>
    }
    .into_any()
}
