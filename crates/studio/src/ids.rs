//! Ids for messages. Links depend on them, so only an explicit edit changes one.

use std::collections::{HashMap, HashSet};

use solidarity_core::collection::raw::{RawMessage, RawText};
use solidarity_core::search::Folding;

use crate::document::{Document, Entry};
use crate::elements::empty_sender;

/// The longest id that is made here, without its number.
const LETTERS: usize = 60;

/// The ids in use.
pub(crate) struct Ids {
    taken: HashSet<String>,
    /// For each id wanted more than once, the number to try next: trying all of them each time would take
    /// quadratic time.
    next: HashMap<String, usize>,
}

impl Ids {
    /// These ids.
    pub fn of<'a>(taken: impl IntoIterator<Item = &'a str>) -> Ids {
        let taken = taken.into_iter().map(str::to_owned).collect();
        Ids { taken, next: HashMap::new() }
    }

    /// Takes the preferred id, with a number if it is in use.
    pub fn unique(&mut self, wanted: &str) -> String {
        let wanted = if wanted.is_empty() { "message" } else { wanted };
        let mut id = wanted.to_owned();
        while !self.taken.insert(id.clone()) {
            let number = self.next.entry(wanted.to_owned()).or_insert(2);
            id = [wanted, "-", &number.to_string()].concat();
            *number += 1;
        }
        id
    }
}

impl Document {
    /// An empty message, with an id of its own.
    pub fn new_message(&self) -> Entry {
        let number = self.messages.len().saturating_add(1);
        let mut ids = self.ids();
        ids.next.insert("message".to_owned(), number);
        ids.taken.insert("message".to_owned());
        let message = RawMessage {
            id: ids.unique("message"),
            senders: vec![empty_sender()],
            signatures: Vec::new(),
            body: vec![RawText::Plain(String::new())],
        };
        Entry { key: self.new_key(0), message, origin: None }
    }

    /// The preferred id, with a number if another message has it, or has been published under it.
    pub fn unique_id(&self, wanted: &str) -> String {
        self.ids().unique(wanted)
    }

    fn ids(&self) -> Ids {
        let ids = self.messages.iter().map(|entry| entry.message.id.as_str());
        Ids::of(ids.chain(self.published.iter().map(String::as_str)))
    }
}

/// An id from a name: its words in lower case, without accents. `None` if it has letters without an ASCII
/// counterpart, for which only `solidarity_exchange` has the tables.
///
/// ```
/// use solidarity_core::search::Folding;
/// use solidarity_studio::suggest_id;
///
/// let folding = Folding::native();
/// assert_eq!(suggest_id("Der Chor, Köln", folding).as_deref(), Some("der-chor-koln"));
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
