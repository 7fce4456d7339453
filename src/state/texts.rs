//! The texts of messages. A large collection's texts are fetched in parts, on request.

use leptos::prelude::*;
use solidarity_core::collection::{Collection, parse_texts};
use solidarity_core::handover::{MESSAGES_PER_PART, Parts};

use crate::browser;

/// The texts of a collection that have been fetched so far.
#[derive(Clone, Copy)]
pub struct Texts {
    collection: &'static Collection,
    parts: StoredValue<Option<Parts>>,
    /// The state of each part; empty if all texts are there from the start, as on the host.
    states: StoredValue<Vec<RwSignal<TextState>>>,
}

/// The state of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextState {
    /// It is there.
    Here,
    /// It is not there, and has not been requested.
    NotAsked,
    /// It has been requested.
    Awaited,
    /// It could not be fetched.
    Failed,
}

impl Texts {
    /// The texts of a collection, as far as they have arrived.
    pub fn new(collection: &'static Collection, parts: StoredValue<Option<Parts>>) -> Texts {
        let state =
            |part: &[solidarity_core::collection::Message]| match part.iter().all(|m| m.is_whole())
            {
                true => TextState::Here,
                false => TextState::NotAsked,
            };
        let states = match collection.messages.iter().all(|message| message.is_whole()) {
            true => Vec::new(),
            false => {
                let parts = collection.messages.chunks(MESSAGES_PER_PART);
                parts.map(|part| RwSignal::new(state(part))).collect()
            }
        };
        Texts { collection, parts, states: StoredValue::new(states) }
    }

    /// The state of a message's text, by the message's index in the collection.
    pub fn state(self, at: usize) -> TextState {
        self.state_of(at).map_or(TextState::Here, |state| state.get())
    }

    /// Requests the text of a message unless it is there or on its way; tries again if it failed.
    pub fn ask(self, at: usize) {
        let Some(state) = self.state_of(at) else { return };
        if !matches!(state.get_untracked(), TextState::NotAsked | TextState::Failed) {
            return;
        }
        let Some(parts) = self.parts.with_value(|parts| parts.clone()) else { return };
        state.set(TextState::Awaited);
        leptos::task::spawn_local(async move {
            let arrived = fetch(self.collection, &parts, at / MESSAGES_PER_PART).await;
            // The page may be gone.
            state.try_set(if arrived { TextState::Here } else { TextState::Failed });
        });
    }

    fn state_of(self, at: usize) -> Option<RwSignal<TextState>> {
        self.states.with_value(|states| states.get(at / MESSAGES_PER_PART).copied())
    }
}

/// Fetches a part into a collection. Returns whether it arrived.
pub async fn fetch(collection: &'static Collection, parts: &Parts, part: usize) -> bool {
    let Ok(text) = browser::fetch_text(&format!("{}{part}.json", parts.texts)).await else {
        return false;
    };
    let Ok(bodies) = parse_texts(&text) else { return false };
    let messages =
        collection.messages.iter().skip(part * MESSAGES_PER_PART).take(MESSAGES_PER_PART);
    if messages.len() != bodies.len() {
        return false;
    }
    messages.zip(bodies).for_each(|(message, body)| message.arrive(body));
    true
}
