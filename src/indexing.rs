//! Building the index while the page goes on.

use std::time::Duration;

use leptos::prelude::*;

use crate::browser;
use crate::collection::Collection;
use crate::search::{Folder, Index};
use crate::view_state::View;

/// Up to so many messages are indexed on the spot when the first letter is typed: it takes less
/// than a frame.
const AT_ONCE: usize = 200;
/// How long the page waits for each slice of the index, in milliseconds: half a frame.
const SLICE: f64 = 8.0;

/// An index that grows until all messages are in it.
#[derive(Clone, Copy)]
pub struct Indexing {
    collection: &'static Collection,
    index: StoredValue<Index>,
    /// How many messages are found.
    ready: RwSignal<usize>,
}

impl Indexing {
    /// Begins with no messages; in the browser the first are added once the page is there.
    pub fn start(folder: Folder, collection: &'static Collection) -> Indexing {
        let index = StoredValue::new(Index::empty(folder));
        let indexing = Indexing { collection, index, ready: RwSignal::new(0) };
        Effect::new(move |_| indexing.later());
        indexing
    }

    /// Reads the index as far as it is, for a view; again when there is more of it, if the view asks
    /// for words.
    pub fn with<T>(self, view: &View, read: impl FnOnce(&Index) -> T) -> T {
        if !view.query.is_empty() {
            self.ready.track();
            if self.collection.messages.len() <= AT_ONCE {
                self.index.update_value(|index| {
                    while add_next(index, self.collection) {}
                    index.settle();
                });
            }
        }
        self.index.with_value(read)
    }

    /// Adds a slice as soon as the page has nothing else to do, and the next one after it.
    fn later(self) {
        set_timeout(move || self.add_slice(), Duration::ZERO);
    }

    fn add_slice(self) {
        let end = browser::now() + SLICE;
        let Self { collection, index, ready } = self;
        let added = index.try_update_value(|index| {
            let mut more = true;
            while more && browser::now() < end {
                more = add_next(index, collection);
            }
            // To sort the words takes long where there are many: not at every slice, but whenever
            // there is twice as much.
            let settle = !more || index.len() >= 2 * ready.get_untracked().max(1);
            if settle {
                index.settle();
            }
            (more, settle.then_some(index.len()))
        });
        // Gone with the page that it was for.
        let Some((more, settled)) = added else { return };
        if let Some(count) = settled {
            ready.set(count);
        }
        if more {
            self.later();
        }
    }
}

/// Adds the next message; whether there was one.
fn add_next(index: &mut Index, collection: &Collection) -> bool {
    let next = collection.messages.get(index.len());
    if let Some(message) = next {
        index.add(collection, message);
    }
    next.is_some()
}
