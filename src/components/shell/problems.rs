//! A list of the problems of a collection.

use leptos::prelude::*;
use solidarity_core::collection::Problem;
use solidarity_core::locale::Locale;

/// Each problem: where it is, what is wrong, and how to fix it.
#[component]
pub fn Problems(
    /// The problems.
    problems: Vec<Problem>,
    /// The locale that describes them.
    locale: &'static Locale,
) -> impl IntoView {
    let items = problems
        .into_iter()
        .map(|problem| {
            let (what, cure) = (locale.problem)(&problem.kind);
            let position = (locale.line_column)(problem.position.line, problem.position.column);
            let path =
                (!problem.path.is_empty()).then(|| view! { <code>{problem.path}</code>", " });
            let id = problem.left_out.map(|id| view! { <strong>{id}</strong>" · " });
            view! { <li><p>{id}{path}{position}</p><p>{what}" "{cure}</p></li> }
        })
        .collect_view();
    view! { <ul class="problems">{items}</ul> }
}
