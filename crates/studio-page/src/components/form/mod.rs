//! The form of a message.

mod country_field;
mod elements;
mod language_chip;
mod language_dialog;
mod link_field;
mod paragraph;
mod paragraphs;
mod sender;
mod sender_details;
mod signatures;
mod text_field;
mod title;

use leptos::prelude::*;
use solidarity_studio::{Field, Key, Place};

use super::findings::{found_where, listed};
use crate::state::Studio;
use language_dialog::LanguageDialog;
use link_field::LinkField;
use paragraphs::Paragraphs;
use sender::Senders;
use signatures::Signatures;
use title::Title;

/// The form of the message that is selected.
#[component]
pub fn Editor() -> impl IntoView {
    let studio = Studio::here();
    // The form stays, with its focus, when the same message is selected again.
    let selected = Memo::new(move |_| studio.selected());
    view! {
        <section class="pane editor-pane" aria-label="Message">
            {move || match selected.get() {
                Some(key) => view! { <Form key/> }.into_any(),
                None => view! { <p>"Choose a message from the list, or add one."</p> }.into_any(),
            }}
            <LanguageDialog/>
        </section>
    }
}

#[component]
fn Form(key: Key) -> impl IntoView {
    view! {
        <Title key/>
        <Elsewhere key/>
        <Senders key/>
        <Signatures key/>
        <Paragraphs key/>
        <LinkField key/>
        <Source key/>
    }
}

/// What is wrong with the message and has no field in the form.
#[component]
fn Elsewhere(key: Key) -> impl IntoView {
    let studio = Studio::here();
    let is_in = move |field: Field| {
        studio.with(|it| it.message(key).is_none_or(|it| field.is_in(it))).unwrap_or(true)
    };
    let elsewhere = found_where(move |place| match place {
        Some(Place::Message(of, field)) => *of == key && !field.is_some_and(is_in),
        _ => false,
    });
    view! { <div class="findings">{listed(elsewhere)}</div> }
}

/// Where the message was imported from.
#[component]
fn Source(key: Key) -> impl IntoView {
    let studio = Studio::here();
    let origin = move || {
        studio.with(|document| document.entry(key).and_then(|entry| entry.origin.clone())).flatten()
    };
    view! {
        {move || origin().map(|origin| view! {
            <p class="source">
                "From " <bdi>{origin.file}</bdi> ", line " {origin.line}
            </p>
        }.into_any())}
    }
}
