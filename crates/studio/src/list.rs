//! The list of messages: adding, removing and sorting.

use std::cmp::Ordering;

use solidarity_core::collection::raw::RawMessage;
use solidarity_core::places::Country;

use crate::document::{Document, Entry, Key, Origin};
use crate::edit::Edit;
use crate::ids::Ids;
use crate::sorting::sort_by;
use crate::text::letters;

/// The sort order of messages.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum SortBy {
    /// The name of the first sender.
    Name,
    /// The name of its country, then its own. Messages without a country come last.
    Country,
}

/// A message to be added to a document, with its origin.
pub type Newcomer = (RawMessage, Option<Origin>);

impl Document {
    /// Adds messages at the end. An id that is in use gets a number; other ids are kept, so that a message that
    /// returns is found under its old link.
    pub fn addition(&self, messages: Vec<Newcomer>) -> Edit {
        let ids = Ids::of(self.messages.iter().map(|entry| entry.message.id.as_str()));
        let inserted = self.entries(messages, ids);
        Edit::Splice { at: self.messages.len(), removed: Vec::new(), inserted }
    }

    /// Replaces all messages, with ids as in [`Document::addition`].
    pub fn replacement(&self, messages: Vec<Newcomer>) -> Edit {
        let inserted = self.entries(messages, Ids::of([]));
        Edit::Splice { at: 0, removed: self.keys(), inserted }
    }

    fn entries(&self, messages: Vec<Newcomer>, mut ids: Ids) -> Vec<Entry> {
        let entry = |(nth, (mut message, origin)): (usize, Newcomer)| {
            message.id = ids.unique(&message.id);
            Entry { key: self.new_key(nth), message, origin }
        };
        messages.into_iter().enumerate().map(entry).collect()
    }

    /// Removes a message; `None` if it is not there.
    pub fn removal(&self, key: Key) -> Option<Edit> {
        let at = self.position(key)?;
        Some(Edit::Splice { at, removed: vec![key], inserted: Vec::new() })
    }

    /// Moves a message up; `None` if it is the first one.
    pub fn moved_up(&self, key: Key) -> Option<Edit> {
        Some(Edit::Move { key, to: self.position(key)?.checked_sub(1)? })
    }

    /// Moves a message down; `None` if it is the last one.
    pub fn moved_down(&self, key: Key) -> Option<Edit> {
        let to = self.position(key)?.saturating_add(1);
        (to < self.messages.len()).then_some(Edit::Move { key, to })
    }

    /// Sorts the messages. The comparison of names depends on their language, so the caller provides it; the
    /// sort is stable.
    pub fn sorted(&self, by: SortBy, compare: &dyn Fn(&str, &str) -> Ordering) -> Edit {
        let mut entries: Vec<_> =
            self.messages.iter().map(|entry| (self.names(entry), entry.key)).collect();
        sort_by(&mut entries, |((a_name, a_country), _), ((b_name, b_country), _)| {
            let by_name = compare(a_name, b_name);
            let by_country = match (a_country, b_country) {
                (Some(a), Some(b)) => compare(a, b),
                (a, b) => b.is_some().cmp(&a.is_some()),
            };
            match by {
                SortBy::Name => by_name,
                SortBy::Country => by_country.then(by_name),
            }
        });
        Edit::Order(entries.into_iter().map(|(_, key)| key).collect())
    }

    /// The names of the first sender and its country, as shown.
    fn names<'a>(&'a self, entry: &'a Entry) -> (&'a str, Option<&'a str>) {
        let sender = entry.message.senders.first();
        let name = sender.and_then(|sender| sender.names.first()).map(letters);
        let code = sender.and_then(|sender| sender.country.as_deref());
        let country = code.map(|code| {
            let own = self.collection.place_names.get(code).map(String::as_str);
            own.or(Country::from_code(code).map(|country| country.name)).unwrap_or(code)
        });
        (name.unwrap_or_default(), country)
    }
}
