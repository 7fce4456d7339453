//! A field of the collection that is typed in.

use leptos::prelude::*;
use solidarity_studio::{Edit, Particular, Place};

use crate::components::findings::{Findings, found_at, is_invalid};
use crate::state::{Studio, field_id, findings_id};

/// What is typed in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Words,
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
    let found = found_at(place.clone());
    let invalid = is_invalid(found);
    let findings = findings_id(&place);
    let id = field_id(&place);
    let hint_id = [&findings, "-hint"].concat();
    let described = [&hint_id, " ", &findings].concat();
    let (input, dir) = match kind {
        Kind::Words => ("text", "auto"),
        Kind::Address => ("url", "ltr"),
        Kind::Day => ("date", "ltr"),
    };
    view! {
        <div class="field">
            <label>
                <span>{label}</span>
                <input id=id type=input dir=dir prop:value=move || value.get() aria-describedby=described
                    readonly=move || studio.is_read_only()
                    aria-invalid=invalid
                    on:input:target=move |event| {
                        let value = Some(event.target().value()).filter(|value| !value.is_empty());
                        studio.edit(Edit::Particular { field: field.clone(), value });
                    }
                    on:change=move |_| studio.seal()/>
            </label>
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> }.into_any())}
            <Findings place/>
        </div>
    }
}
