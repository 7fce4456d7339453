//! Which messages a view of the grid shows, in which order.

use crate::address::{Grouping, Order, View};
use crate::atlas::{Place, first, group};
use crate::collection::Collection;
use crate::ordering::sorted;
use crate::search::{ByBeginning, Folder, Found, Index, Marker, Query};

/// So many cards are there at first: more than a screen shows.
pub const AT_FIRST: usize = 24;

/// The messages that the grid shows at first, before anything is asked for.
pub fn at_first(collection: &Collection, grouping: Grouping) -> Vec<usize> {
    let all: Vec<usize> = (0..collection.messages.len()).collect();
    match grouping {
        Grouping::None => all.into_iter().take(AT_FIRST).collect(),
        Grouping::Country => {
            let regions = first(group(collection, &all), AT_FIRST).into_iter();
            regions.flat_map(|region| region.places).flat_map(|place| place.messages).collect()
        }
    }
}

/// The messages that a view shows, by their index in the collection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// What the search box asks for.
    pub query: Query,
    /// Marks what was found.
    pub marker: Marker,
    /// Whether no message has all that was asked for, and these have some of it.
    pub partial: bool,
    /// What is not there yet of the index and would be needed for the answer.
    pub missing: Option<Missing>,
    /// Which of those shown, at the end, have a word of the query only as the beginning of a longer one;
    /// `None` in any order but by how well they match, and where all that are shown do or none does.
    pub by_beginning: Option<ByBeginning>,
    /// Where nothing matches, queries near to this one that something does.
    pub suggestions: Vec<String>,
    /// Those that match the query, from any place, the best first.
    pub matching: Vec<usize>,
    /// Those of them from the place chosen, in the order chosen.
    pub shown: Vec<usize>,
}

/// What an answer waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The index: meanwhile all messages are shown.
    Index,
    /// The order of the words: meanwhile those are shown that have all words of a phrase.
    Order,
}

impl Selection {
    /// Applies a view to a collection.
    pub fn new(
        collection: &Collection,
        index: Option<&Index>,
        folder: Folder,
        view: &View,
    ) -> Selection {
        let query = Query::parse(folder, &view.query);
        // Before anything is asked the index need not be there.
        let asked = index.filter(|_| !query.is_empty());
        let found = asked.map(|index| index.search(&query));
        let Found { messages: matching, by_beginning, partial, unordered, marker } = found
            .unwrap_or_else(|| Found {
                messages: (0..collection.messages.len()).collect(),
                ..Found::default()
            });
        let missing = match index {
            _ if query.is_empty() => None,
            None => Some(Missing::Index),
            Some(_) => unordered.then_some(Missing::Order),
        };
        let suggestions = match asked.filter(|_| matching.is_empty()) {
            Some(index) => index.suggestions(&query),
            None => Vec::new(),
        };
        let message = |at: &usize| collection.messages.get(*at);
        let here = |at: &usize| match view.place {
            Some(place) => message(at)
                .is_some_and(|m| m.senders.iter().any(|sender| Place::of_sender(sender) == place)),
            None => true,
        };
        let whole = by_beginning.as_ref().map_or(matching.len(), |beginning| beginning.from);
        let whole = matching.iter().take(whole).copied().filter(here).count();
        let mut shown: Vec<_> = matching.iter().copied().filter(here).collect();
        let by_beginning = by_beginning
            .filter(|_| view.order == Order::Source && (1..shown.len()).contains(&whole))
            .map(|beginning| ByBeginning { from: whole, ..beginning });
        let order: Option<Vec<usize>> = match view.order {
            Order::Source => None,
            Order::Sender => {
                let sender = |at| message(at)?.senders.first().map(|s| folder.key(s.name()));
                let keys: Vec<_> = shown.iter().map(sender).collect();
                Some(sorted(keys.len(), &mut |a, b| keys.get(a).cmp(&keys.get(b))))
            }
            Order::Length => {
                let words: Vec<_> =
                    shown.iter().map(|at| message(at).map(|m| m.word_count)).collect();
                Some(sorted(words.len(), &mut |a, b| words.get(a).cmp(&words.get(b))))
            }
        };
        if let Some(order) = order {
            shown = order.into_iter().filter_map(|at| shown.get(at).copied()).collect();
        }
        Selection { query, marker, partial, missing, by_beginning, suggestions, matching, shown }
    }

    /// The messages shown, in the order in which their cards stand.
    pub fn in_order(&self, collection: &Collection, grouping: Grouping) -> Vec<usize> {
        match grouping {
            Grouping::None => self.shown.clone(),
            Grouping::Country => {
                let regions = group(collection, &self.shown).into_iter();
                let cards = regions.flat_map(|r| r.places).flat_map(|place| place.messages);
                // One from several countries has several cards, and is read once.
                let mut seen = vec![false; collection.messages.len()];
                let first = |at: &usize| {
                    seen.get_mut(*at).is_some_and(|seen| !std::mem::replace(seen, true))
                };
                cards.filter(first).collect()
            }
        }
    }
}
