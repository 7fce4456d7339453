//! A field of the collection that is typed in.

use leptos::prelude::*;
use solidarity_studio::{Edit, Particular, Place};

use crate::components::findings::Findings;
use crate::state::Studio;

/// What is typed in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Words,
    /// A code.
    Code,
    /// An address of the web.
    Address,
    /// A day.
    Day,
}

/// A field, with what is wrong with it.
#[component]
pub fn ParticularField(
    /// Which field.
    field: Particular,
    /// What it is called.
    #[prop(into)]
    label: String,
    /// What is to be known about it.
    #[prop(optional)]
    hint: Option<&'static str>,
    /// What is typed in it.
    #[prop(default = Kind::Words)]
    kind: Kind,
) -> impl IntoView {
    let studio = Studio::here();
    let (of, place) = (field.clone(), Place::Collection(Some(field.clone())));
    let value = Memo::new(move |_| {
        let value = studio.with(|document| of.get(document.collection()).map(str::to_owned));
        value.flatten().unwrap_or_default()
    });
    let is_wrong = {
        let place = place.clone();
        move || {
            studio.findings().with(|found| found.iter().any(|it| it.place.as_ref() == Some(&place)))
        }
    };
    let id = ["about-", &place.label().replace(' ', "-")].concat();
    let (input, dir) = match kind {
        Kind::Words => ("text", "auto"),
        Kind::Code => ("text", "ltr"),
        Kind::Address => ("url", "ltr"),
        Kind::Day => ("date", "ltr"),
    };
    view! {
        <div class="field">
            <label>
                <span>{label}</span>
                <input type=input dir=dir prop:value=move || value.get() aria-describedby=id.clone()
                    aria-invalid=move || is_wrong().then_some("true")
                    on:input:target=move |event| {
                        let value = Some(event.target().value()).filter(|value| !value.is_empty());
                        studio.edit(Edit::Particular { field: field.clone(), value });
                    }
                    on:change=move |_| studio.seal()/>
            </label>
            <div id=id>
                {hint.map(|hint| view! { <p class="hint">{hint}</p> })}
                <Findings place/>
            </div>
        </div>
    }
}
