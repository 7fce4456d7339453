//! The message that was selected before the page was loaded again.

use solidarity_studio::{KeptId, Key};

use crate::browser;
use crate::state::studio::Studio;

/// What the tab remembers it under: the id of the document, a space, and the key of the message.
const NAME: &str = "selected";

/// Remembers the message that is selected now.
pub fn remember(studio: Studio) {
    let (Some(id), Some(Key(key))) = (studio.keeping.id(), studio.selected_untracked()) else {
        return;
    };
    // Where nothing is remembered, the first message is selected.
    if let Err(error) = browser::remember(NAME, &[id.as_str(), " ", &key.to_string()].concat()) {
        leptos::logging::warn!("{error}");
    }
}

/// Selects the message of this document that was selected, if it is still there.
pub fn select_again(studio: Studio, id: &KeptId) {
    let remembered = browser::remembered(NAME).unwrap_or_else(|error| {
        leptos::logging::warn!("{error}");
        None
    });
    let Some(remembered) = remembered else { return };
    let key = remembered.strip_prefix(id.as_str()).and_then(|rest| rest.trim_start().parse().ok());
    let Some(key) = key.map(Key) else { return };
    if studio.with_untracked(|document| document.entry(key).is_some()) == Some(true) {
        studio.select_in_list(key);
    }
}
