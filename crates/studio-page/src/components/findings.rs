//! What is wrong with a field, beside the field.

use leptos::prelude::*;
use solidarity_studio::Place;
use solidarity_studio::protocol::{Finding, Severity};

use crate::state::{Found, Studio, findings_id};

/// What the last check found about some places, of which `is_here` says whether one is among them.
pub fn found_where(
    is_here: impl Fn(Option<&Place>) -> bool + Send + Sync + 'static,
) -> Memo<Vec<Found>> {
    found_in(Box::new(is_here))
}

type IsHere = Box<dyn Fn(Option<&Place>) -> bool + Send + Sync>;

fn found_in(is_here: IsHere) -> Memo<Vec<Found>> {
    let studio = Studio::here();
    Memo::new(move |_| {
        studio.findings().with(|found| {
            let here = found.iter().filter(|found| is_here(found.place.as_ref()));
            here.cloned().collect()
        })
    })
}

/// What the last check found about a place.
pub fn found_at(place: Place) -> Memo<Vec<Found>> {
    found_where(move |found| found == Some(&place))
}

/// Whether a field is to be marked as wrong.
pub fn is_invalid(found: Memo<Vec<Found>>) -> impl Fn() -> Option<&'static str> + Copy {
    move || {
        let is_wrong = |found: &Found| found.finding.severity == Severity::Error;
        found.with(|found| found.iter().any(is_wrong)).then_some("true")
    }
}

/// What a field is described by: its findings, if there are any.
pub fn described_by(
    found: Memo<Vec<Found>>,
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
    let id = findings_id(&place);
    view! { <div class="findings" id=id>{listed(found_at(place))}</div> }
}

/// Findings, each with its cure.
pub fn listed(found: Memo<Vec<Found>>) -> impl IntoView {
    move || found.get().into_iter().map(one).collect_view()
}

/// A finding: what is wrong, what to write instead with one click, and what else can be done.
fn one(found: Found) -> AnyView {
    let studio = Studio::here();
    let Found { place, finding } = found;
    let place = place.unwrap_or(Place::List);
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
    .into_any()
}
