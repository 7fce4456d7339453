//! The note about messages that could not be read.

use leptos::prelude::*;
use solidarity_core::collection::Problem;

use super::problems::Problems;
use crate::state::Site;

/// Says which messages are left out and why; shows nothing if there are none.
#[component]
pub fn LeftOut(
    /// What is wrong with them.
    problems: Vec<Problem>,
) -> impl IntoView {
    let Site { locale, .. } = Site::here();
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
        0 => locale.corrections_title.to_owned(),
        n => (locale.left_out_title)(n),
    };
    view! {
        <details class="left-out" open>
            <summary>{title}</summary>
            <p>{locale.left_out_intro}</p>
            <Problems problems locale/>
        </details>
    }
    .into_any()
}
