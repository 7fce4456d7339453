//! What is wrong with a field, beside the field.

use leptos::prelude::*;
use solidarity_studio::Place;
use solidarity_studio::protocol::{Finding, Severity};

use crate::state::{Studio, findings_id};

/// What the last check found about a place.
pub fn found_at(place: Place) -> Memo<Vec<Finding>> {
    let studio = Studio::here();
    Memo::new(move |_| {
        studio.findings().with(|found| {
            let of_place = found.iter().filter(|found| found.place.as_ref() == Some(&place));
            of_place.map(|found| found.finding.clone()).collect()
        })
    })
}

/// Whether a field is to be marked as wrong.
pub fn is_invalid(found: Memo<Vec<Finding>>) -> impl Fn() -> Option<&'static str> + Copy {
    move || {
        let is_wrong = |found: &Finding| found.severity == Severity::Error;
        found.with(|found| found.iter().any(is_wrong)).then_some("true")
    }
}

/// What a field is described by: its findings, if there are any.
pub fn described_by(
    found: Memo<Vec<Finding>>,
    place: &Place,
) -> impl Fn() -> Option<String> + Clone + use<> {
    let id = findings_id(place);
    move || found.with(|found| !found.is_empty()).then(|| id.clone())
}

/// The findings about a place, each with its cure.
#[component]
pub fn Findings(
    /// The place.
    place: Place,
) -> impl IntoView {
    let here = found_at(place.clone());
    let id = findings_id(&place);
    view! {
        <div class="findings" id=id>
            {move || {
                let place = place.clone();
                here.get().into_iter().map(move |finding| one(finding, place.clone())).collect_view()
            }}
        </div>
    }
}

/// A finding: what is wrong, what to write instead with one click, and what to do else.
pub fn one(finding: Finding, place: Place) -> impl IntoView {
    let studio = Studio::here();
    let is_error = finding.severity == Severity::Error;
    let edit = studio.with_untracked(|document| finding.correction(&place, document)).flatten();
    let meant = edit
        .and(finding.instead.as_ref())
        .map(|instead| instead.meaning.clone().unwrap_or_else(|| instead.value.clone()));
    let Finding { what, cure, .. } = finding.clone();
    view! {
        <div class="finding" class:error=is_error>
            <p>
                {what}
                {meant.map(|meant| view! {
                    " Did you mean "
                    <button type="button" class="meant" dir="auto" on:click=move |_| {
                        let edit = studio.with_untracked(|it| finding.correction(&place, it));
                        if let Some(edit) = edit.flatten() {
                            studio.seal();
                            studio.edit(edit);
                            studio.seal();
                            if let Place::Message(_, Some(field)) = place {
                                studio.focus_field(field);
                            }
                        }
                    }>{meant}</button>
                    "?"
                })}
            </p>
            <p>{cure}</p>
        </div>
    }
}
