//! What is wrong with a field, beside the field.

use leptos::prelude::*;
use solidarity_studio::Place;
use solidarity_studio::protocol::{Finding, Severity};

use crate::state::Studio;

/// The findings about a place, each with its cure.
#[component]
pub fn Findings(
    /// The place.
    place: Place,
) -> impl IntoView {
    let studio = Studio::here();
    let here = Memo::new(move |_| {
        studio.findings().with(|found| {
            let of_place = found.iter().filter(|found| found.place.as_ref() == Some(&place));
            of_place.map(|found| found.finding.clone()).collect::<Vec<_>>()
        })
    });
    view! {
        <div class="findings" role="status">
            {move || here.get().into_iter().map(one).collect_view()}
        </div>
    }
}

fn one(finding: Finding) -> impl IntoView {
    let is_error = finding.severity == Severity::Error;
    view! {
        <p class="finding" class:error=is_error>{finding.what}" "{finding.cure}</p>
    }
}
