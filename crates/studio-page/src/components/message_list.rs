//! The list of messages.

use leptos::prelude::*;
use solidarity_core::places::Country;
use solidarity_studio::protocol::Severity;
use solidarity_studio::{Entry, Key, Place};

use super::intake::DropZone;
use crate::state::{Found, Studio};

/// All messages, each with what is wrong with it.
#[component]
pub fn MessageList() -> impl IntoView {
    let studio = Studio::here();
    let keys = Memo::new(move |_| studio.with(|document| document.keys()).unwrap_or_default());
    view! {
        <section class="pane list-pane" aria-labelledby="list-title">
            <h2 id="list-title">{move || counted(keys.with(Vec::len))}</h2>
            <DropZone/>
            <ol class="messages">
                <For each=move || keys.get() key=|key| *key let:key>
                    <Row key/>
                </For>
            </ol>
        </section>
    }
}

#[component]
fn Row(key: Key) -> impl IntoView {
    let studio = Studio::here();
    let entry = Memo::new(move |_| studio.with(|document| document.entry(key).cloned()).flatten());
    let errors = Memo::new(move |_| studio.findings().with(|found| errors_of(found, key)));
    let is_selected = move || studio.selected() == Some(key);
    view! {
        <li>
            <button type="button" class="message-row" aria-current=move || is_selected().then_some("true")
                on:click=move |_| studio.select(key)>
                <span class="message-place">{move || entry.with(|entry| entry.as_ref().map(places))}</span>
                <span class="message-name">{move || studio.with(|document| document.name_of(key))}</span>
                {move || (errors.get() > 0).then(|| view! {
                    <span class="badge">{errors.get()}<span class="vh">" to correct"</span></span>
                })}
            </button>
        </li>
    }
}

fn errors_of(found: &[Found], key: Key) -> usize {
    let is_of = |found: &&Found| matches!(found.place, Some(Place::Message(of, _)) if of == key);
    found.iter().filter(is_of).filter(|found| found.finding.severity == Severity::Error).count()
}

fn places(entry: &Entry) -> String {
    let codes = entry.message.senders.iter().filter_map(|sender| sender.country.as_deref());
    let name = |code: &str| match Country::from_code(code) {
        Some(country) => country.name.to_owned(),
        None => format!("“{code}”?"),
    };
    let names: Vec<_> = codes.map(name).collect();
    if names.is_empty() { "International".to_owned() } else { names.join(" · ") }
}

fn counted(count: usize) -> String {
    if count == 1 { "1 message".to_owned() } else { format!("{count} messages") }
}
