//! Which messages a view of the grid shows, in which order.

use crate::atlas::Place;
use crate::collection::Collection;
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
        match view.order {
            Order::Source => {}
            Order::Sender => shown.sort_by_cached_key(|at| {
                let sender = message(at).and_then(|m| m.senders.first());
                sender.map(|sender| folder.key(sender.name()))
            }),
            Order::Length => shown.sort_by_cached_key(|at| message(at).map(|m| m.words())),
        }
        Selection { query, matching, shown }
    }
}
