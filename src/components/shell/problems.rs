//! A list of the problems of a collection.

use leptos::prelude::*;
use solidarity_core::collection::Problem;
use solidarity_core::locale::Locale;

/// No more problems are shown than this: a file may have one in every line.
const MOST: usize = 50;

/// Each problem: where it is, what is wrong, and how to fix it. Of very many, the first ones.
#[component]
pub fn Problems(
    /// The problems.
    problems: Vec<Problem>,
    /// The locale that describes them.
    locale: &'static Locale,
) -> impl IntoView {
    let others = problems.len().saturating_sub(MOST);
    let others = (others > 0).then(|| view! { <li>{(locale.more_problems)(others)}</li> });
    let items = problems
        .into_iter()
        .take(MOST)
        .map(|problem| {
            let (what, cure) = (locale.problem)(&problem.kind);
            let position = (locale.line_column)(problem.position.line, problem.position.column);
            let path =
                (!problem.path.is_empty()).then(|| view! { <code>{problem.path}</code>", " });
            let id = problem.left_out.map(|id| view! { <strong>{id}</strong>" · " });
            view! { <li><p>{id}{path}{position}</p><p>{what}" "{cure}</p></li> }
        })
        .collect_view();
    view! { <ul class="problems">{items}{others}</ul> }
}
