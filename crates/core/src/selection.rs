//! Which messages a view of the grid shows, and in which order.

use crate::address::{Grouping, Order, View};
use crate::atlas::{Place, first, group};
use crate::collection::Collection;
use crate::ordering::sorted;
use crate::search::{ByBeginning, Folding, Found, Index, Marker, Query};

/// How many cards are there at first: more than fit on a screen.
pub const AT_FIRST: usize = 24;

/// The messages that the grid shows at first, before any more are requested.
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

/// The messages that a view shows, by their indices in the collection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The query in the search box.
    pub query: Query,
    /// Marks the matches.
    pub marker: Marker,
    /// Whether no message has all the words of the query, so that these have only some of them.
    pub partial: bool,
    /// What part of the index is needed for the answer but not there yet.
    pub missing: Option<Missing>,
    /// Which of the messages shown, at the end, match a word of the query only as the beginning of
    /// a longer one. `None` unless the order is by match, and if all or none of those shown do.
    pub by_beginning: Option<ByBeginning>,
    /// If nothing matches, similar queries that do find something.
    pub suggestions: Vec<String>,
    /// The messages that match the query, from any place, best first.
    pub matching: Vec<usize>,
    /// Those from the chosen place, in the chosen order.
    pub shown: Vec<usize>,
}

/// What an answer is waiting for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The index. Meanwhile, all messages are shown.
    Index,
    /// The word order. Meanwhile, the messages that have all words of a phrase are shown.
    Order,
}

impl Selection {
    /// Applies a view to a collection.
    pub fn new(
        collection: &Collection,
        index: Option<&Index>,
        folding: Folding,
        view: &View,
    ) -> Selection {
        let query = Query::parse(folding, &view.query);
        // Without a query the index is not needed.
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
                let sender = |at| message(at)?.senders.first().map(|s| folding.key(s.name()));
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

    /// The messages shown, in the order of their cards.
    pub fn in_order(&self, collection: &Collection, grouping: Grouping) -> Vec<usize> {
        match grouping {
            Grouping::None => self.shown.clone(),
            Grouping::Country => {
                let regions = group(collection, &self.shown).into_iter();
                let cards = regions.flat_map(|r| r.places).flat_map(|place| place.messages);
                // A message from several countries has several cards, but is read only once.
                let mut seen = vec![false; collection.messages.len()];
                let first = |at: &usize| {
                    seen.get_mut(*at).is_some_and(|seen| !std::mem::replace(seen, true))
                };
                cards.filter(first).collect()
            }
        }
    }
}
