//! Which messages a view of the grid shows, in which order.

use crate::atlas::Place;
use crate::collection::Collection;
use crate::ordering::sorted;
use crate::search::{Folder, Found, Index, Marker, Query};
use crate::view_state::{Order, View};

/// The messages that a view shows, by their index in the collection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// What the search box asks for.
    pub query: Query,
    /// Marks what was found.
    pub marker: Marker,
    /// Whether no message has all that was asked for, and these have some of it.
    pub partial: bool,
    /// Where nothing matches, queries near to this one that something does.
    pub suggestions: Vec<String>,
    /// Those that match the query, from any place, the best first.
    pub matching: Vec<usize>,
    /// Those of them from the place chosen, in the order chosen.
    pub shown: Vec<usize>,
}

impl Selection {
    /// Applies a view to a collection.
    pub fn new(collection: &Collection, index: &Index, folder: Folder, view: &View) -> Selection {
        let query = Query::parse(folder, &view.query);
        // Before anything is asked the index need not be there.
        let Found { messages: matching, partial, marker } = match query.is_empty() {
            true => {
                Found { messages: (0..collection.messages.len()).collect(), ..Found::default() }
            }
            false => index.search(&query),
        };
        let suggestions = match matching.is_empty() {
            true => index.suggestions(&query),
            false => Vec::new(),
        };
        let message = |at: &usize| collection.messages.get(*at);
        let here = |at: &usize| match view.place {
            Some(place) => message(at)
                .is_some_and(|m| m.senders.iter().any(|sender| Place::of_sender(sender) == place)),
            None => true,
        };
        let mut shown: Vec<_> = matching.iter().copied().filter(here).collect();
        let order: Option<Vec<usize>> = match view.order {
            Order::Source => None,
            Order::Sender => {
                let sender = |at| message(at)?.senders.first().map(|s| folder.key(s.name()));
                let keys: Vec<_> = shown.iter().map(sender).collect();
                Some(sorted(keys.len(), &mut |a, b| keys.get(a).cmp(&keys.get(b))))
            }
            Order::Length => {
                let words: Vec<_> = shown.iter().map(|at| message(at).map(|m| m.words())).collect();
                Some(sorted(words.len(), &mut |a, b| words.get(a).cmp(&words.get(b))))
            }
        };
        if let Some(order) = order {
            shown = order.into_iter().filter_map(|at| shown.get(at).copied()).collect();
        }
        Selection { query, marker, partial, suggestions, matching, shown }
    }
}
