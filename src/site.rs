//! What all components share: the collection, its index and words, and the view state.

use leptos::prelude::*;

use crate::atlas::Place;
use crate::collection::{Collection, Message};
use crate::search::{Folder, Index};
use crate::selection::Selection;
use crate::view_state::ViewState;
use crate::words::Words;

/// The collection and everything derived from it once. Copies are cheap: the data lives as long as
/// the page.
#[derive(Clone, Copy)]
pub struct Site {
    /// The messages.
    pub collection: &'static Collection,
    /// The words of the interface.
    pub words: &'static Words,
    /// How words are compared.
    pub folder: Folder,
    /// The page and the view.
    pub state: ViewState,
    /// What the view shows.
    pub selection: Memo<Selection>,
    /// Whether the key for the search box is on.
    pub shortcut: RwSignal<bool>,
    /// What the visitor is to be told, such as that a link was copied.
    pub notice: RwSignal<Option<String>>,
}

impl Site {
    /// Indexes a collection and puts the site into the context.
    pub fn provide(collection: &'static Collection, folder: Folder, state: ViewState) -> Site {
        let index = Index::new(folder, collection);
        let site = Site {
            collection,
            words: Words::for_language(&collection.language),
            folder,
            state,
            selection: Memo::new(move |_| {
                Selection::new(collection, &index, folder, &state.view())
            }),
            shortcut: RwSignal::new(true),
            notice: RwSignal::new(None),
        };
        provide_context(site);
        site
    }

    /// The site in the context.
    ///
    /// # Panics
    /// Outside of [`crate::app::Atlas`], which is a fault of the program.
    pub fn here() -> Site {
        expect_context()
    }

    /// What a place is called.
    pub fn place_name(self, place: Place) -> &'static str {
        match place {
            Place::Country(country) => self.collection.place_name(country),
            Place::International => self.words.international,
        }
    }

    /// The places of a message as one line of text.
    pub fn places_line(self, message: &Message) -> String {
        let places = Place::of(message).into_iter();
        places.map(|place| self.place_name(place)).collect::<Vec<_>>().join(" · ")
    }

    /// The senders of a message as one line of text.
    pub fn senders_line(self, message: &Message) -> String {
        let names: Vec<_> = message.senders.iter().map(|sender| sender.name()).collect();
        (self.words.list)(&names)
    }
}
