//! Ids for messages. None is ever changed but by an edit of its own: links lead to it.

use std::collections::HashSet;

use solidarity_core::collection::raw::{RawMessage, RawText};
use solidarity_core::search::Folding;

use crate::document::{Document, Entry};
use crate::elements::empty_sender;

/// No id that is made here is longer than this, apart from its number.
const LETTERS: usize = 60;

impl Document {
    /// A message to be filled in, under an id of its own.
    pub fn new_message(&self) -> Entry {
        let taken = self.taken();
        let numbers = self.messages.len().saturating_add(1)..;
        let mut ids = numbers.map(|number| ["message-", &number.to_string()].concat());
        let id = ids.find(|id| !taken.contains(id.as_str())).unwrap_or_default();
        let message = RawMessage {
            id,
            senders: vec![empty_sender()],
            signatures: Vec::new(),
            body: vec![RawText::Plain(String::new())],
        };
        Entry { key: self.new_key(0), message, origin: None }
    }

    /// The id that is wanted, with a number if another message has it, or has been published under it.
    pub fn unique_id(&self, wanted: &str) -> String {
        let taken = self.taken();
        if !wanted.is_empty() && !taken.contains(wanted) {
            return wanted.to_owned();
        }
        let stem = if wanted.is_empty() { "message" } else { wanted };
        let mut ids = (2_usize..).map(|number| [stem, "-", &number.to_string()].concat());
        ids.find(|id| !taken.contains(id.as_str())).unwrap_or_default()
    }

    fn taken(&self) -> HashSet<&str> {
        let ids = self.messages.iter().map(|entry| entry.message.id.as_str());
        ids.chain(self.published.iter().map(String::as_str)).collect()
    }
}

/// An id from a name: its words in small letters, without accents. `None` if it has letters that have no
/// counterpart in ASCII, for which only `solidarity_exchange` has the tables.
///
/// ```
/// use solidarity_core::search::Folding;
/// use solidarity_studio::suggest_id;
///
/// let folding = Folding::native();
/// assert_eq!(suggest_id("Die Linke, Köln", folding).as_deref(), Some("die-linke-koln"));
/// assert_eq!(suggest_id("КПРФ", folding), None);
/// ```
pub fn suggest_id(name: &str, folding: Folding) -> Option<String> {
    let key = folding.key(name);
    if key.is_empty() || !key.bytes().all(|b| b == b' ' || b.is_ascii_alphanumeric()) {
        return None;
    }
    let mut id = String::new();
    for word in key.split(' ').filter(|word| !word.is_empty()) {
        if id.is_empty() {
            id.extend(word.chars().take(LETTERS));
        } else if id.len() + 1 + word.len() <= LETTERS {
            id = [&id, "-", word].concat();
        } else {
            break;
        }
    }
    Some(id)
}
