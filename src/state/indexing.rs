//! Indexing while the page stays responsive: a small collection is indexed here; the index of a
//! large one is fetched.

use std::sync::OnceLock;
use std::time::Duration;

use leptos::prelude::*;
use solidarity_core::address::View;
use solidarity_core::collection::Collection;
use solidarity_core::handover::Parts;
use solidarity_core::search::{Builder, Folding, Index};

use crate::browser;

/// Collections of up to this many messages are indexed on the spot when the first letter is typed,
/// which takes less than a frame.
const SMALL: usize = 200;
/// How long each slice of indexing may hold up the page, in milliseconds: half a frame.
const SLICE: f64 = 8.0;

/// An index that becomes available after the page does.
#[derive(Clone, Copy)]
pub struct Indexing {
    collection: &'static Collection,
    parts: StoredValue<Option<Parts>>,
    folding: Folding,
    builder: StoredValue<Builder>,
    /// The index of a small collection, for visitors who type before it is built. It is built when
    /// first read, and depends on nothing reactive.
    early: StoredValue<OnceLock<Option<Index>>>,
    index: StoredValue<Option<Index>>,
    /// Whether the word order has been requested.
    order_wanted: StoredValue<bool>,
    /// Notifies whenever more of the index becomes available.
    grown: RwSignal<()>,
    /// Whether the last fetch failed or returned something unexpected.
    failed: RwSignal<bool>,
}

impl Indexing {
    /// An index that waits for [`Indexing::begin`].
    pub fn new(
        folding: Folding,
        collection: &'static Collection,
        parts: StoredValue<Option<Parts>>,
    ) -> Indexing {
        Indexing {
            collection,
            parts,
            folding,
            builder: StoredValue::new(Builder::new(folding)),
            early: StoredValue::new(OnceLock::new()),
            index: StoredValue::new(None),
            order_wanted: StoredValue::new(false),
            grown: RwSignal::new(()),
            failed: RwSignal::new(false),
        }
    }

    /// Builds or fetches the index in the background.
    pub fn begin(self) {
        match self.parts.with_value(|parts| parts.clone()) {
            Some(parts) => self.fetch_index(parts.index),
            None => self.later(),
        }
    }

    /// Reads the index for a view, if there is one. If the view searches for words, this runs again
    /// when more of the index becomes available.
    pub fn with<T>(self, view: &View, read: impl FnOnce(Option<&Index>) -> T) -> T {
        if !view.query.is_empty() {
            self.grown.track();
            let few = self.collection.messages.len() <= SMALL;
            if few
                && self.index.with_value(Option::is_none)
                && self.parts.with_value(Option::is_none)
            {
                let make = || Index::new(self.folding, self.collection).ok();
                return self.early.with_value(|early| read(early.get_or_init(make).as_ref()));
            }
        }
        self.index.with_value(|index| read(index.as_ref()))
    }

    /// Whether the last fetch failed.
    pub fn failed(self) -> bool {
        self.failed.get()
    }

    /// Fetches the word order, which is needed to be sure that a phrase matches, unless that was
    /// done before.
    pub fn want_order(self) {
        if !self.order_wanted.get_value() {
            self.order_wanted.set_value(true);
            self.fetch_order();
        }
    }

    fn fetch_order(self) {
        let Some(url) = self.parts.with_value(|parts| parts.clone().map(|parts| parts.order))
        else {
            return;
        };
        leptos::task::spawn_local(async move {
            let fetched = browser::fetch_bytes(&url).await.ok();
            let added = self.index.try_update_value(|index| {
                index
                    .as_mut()
                    .zip(fetched)
                    .is_some_and(|(index, bytes)| index.add_order(bytes).is_ok())
            });
            self.note(added);
        });
    }

    fn fetch_index(self, url: String) {
        leptos::task::spawn_local(async move {
            let fetched = browser::fetch_bytes(&url).await.ok();
            let read = fetched.and_then(|bytes| Index::read(bytes).ok());
            let there = read.is_some();
            self.note(self.index.try_set_value(read).is_none().then_some(there));
        });
    }

    /// Tells the page that more of the index is there, or that a fetch failed. `None` if the page
    /// is gone.
    fn note(self, there: Option<bool>) {
        match there {
            Some(true) => self.grown.set(()),
            Some(false) => self.failed.set(true),
            None => {}
        }
    }

    /// Indexes a slice as soon as the page is idle, and then the next.
    fn later(self) {
        set_timeout(move || self.add_slice(), Duration::ZERO);
    }

    fn add_slice(self) {
        let end = browser::now() + SLICE;
        let more = self.builder.try_update_value(|builder| {
            let mut more = true;
            while more && browser::now() < end {
                more = add_next(builder, self.collection);
            }
            more
        });
        match more {
            Some(true) => self.later(),
            Some(false) if self.index.with_value(Option::is_none) => {
                self.finish();
                self.grown.set(());
            }
            _ => {}
        }
    }

    fn finish(self) {
        match self.builder.with_value(Builder::finish) {
            Ok(index) => self.index.set_value(Some(index)),
            Err(_) => self.failed.set(true),
        }
    }
}

/// Indexes the next message. Returns whether there was one.
fn add_next(builder: &mut Builder, collection: &Collection) -> bool {
    let next = collection.messages.get(builder.messages());
    if let Some(message) = next {
        builder.add(collection, message);
    }
    next.is_some()
}
