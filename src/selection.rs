//! Which messages a view of the grid shows, in which order.

use crate::atlas::Place;
use crate::collection::Collection;
use crate::ordering::sorted;
use crate::search::{Folder, Index, Query};
use crate::view_state::{Order, View};

/// The messages that a view shows, by their index in the collection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// What the search box asks for.
    pub query: Query,
    /// Those that match the query, from any place, the best first.
    pub matching: Vec<usize>,
    /// Those of them from the place chosen, in the order chosen.
    pub shown: Vec<usize>,
}

impl Selection {
    /// Applies a view to a collection.
    pub fn new(collection: &Collection, index: &Index, folder: Folder, view: &View) -> Selection {
        let query = Query::parse(folder, &view.query);
        let matching = index.search(&query);
        let message = |at: &usize| collection.messages.get(*at);
        let here = |at: &usize| match view.place {
            Some(place) => message(at).is_some_and(|m| Place::of(m).contains(&place)),
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
        Selection { query, matching, shown }
    }
}
