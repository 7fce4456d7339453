//! What all components share: the collection, its index and words, and the view state.

use leptos::prelude::*;

use crate::atlas::Place;
use crate::browser;
use crate::collection::{Collection, Message};
use crate::indexing::Indexing;
use crate::labels::Labels;
use crate::search::Folder;
use crate::selection::{Missing, Selection};
use crate::texts::Texts;
use crate::view_state::{Grouping, Page, View, ViewState};
use crate::words::Words;

/// The id of the part of the grid with the heading and the cards of a place.
pub fn heading_of(place: Place) -> String {
    format!("place-{}", place.id())
}

/// The page to be printed, below the base of the site.
pub const BOOKLET: &str = "booklet/";

/// The feed, below the base of the site.
pub const FEED: &str = "feed.xml";

/// What the build has made of the site beside the program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// Whether each message has files of its own, such as its citation.
    pub files: bool,
    /// The address of the home page in full, with a slash at its end, if one was set.
    pub url: Option<String>,
    /// Where the parts of a large collection are; a small one is in one file.
    pub parts: Option<Parts>,
}

/// The addresses of what a large collection is divided into, beside the list of its messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The index for the search.
    pub index: String,
    /// The order of the words, for phrases.
    pub order: String,
    /// The folder of the texts.
    pub texts: String,
}

impl Published {
    /// Whether there are the files that need addresses in full: the feed and the QR codes.
    pub fn with_addresses(&self) -> bool {
        self.files && self.url.is_some()
    }
}

/// The collection and everything derived from it once. Copies are cheap: the data lives as long as
/// the page.
#[derive(Clone, Copy)]
pub struct Site {
    /// The messages.
    pub collection: &'static Collection,
    /// The words of the interface.
    pub words: &'static Words,
    /// What pages, places and messages are called.
    pub labels: Labels,
    /// How words are compared.
    pub folder: Folder,
    /// The texts of the messages.
    pub texts: Texts,
    /// The index.
    pub indexing: Indexing,
    /// What the build has made.
    pub published: StoredValue<Published>,
    /// The address of the home page in full, with a slash at its end: the one that the site is
    /// published under. Where none was set it is known from the first effect on, in the browser.
    pub url: RwSignal<Option<String>>,
    /// The page and the view.
    pub state: ViewState,
    /// What the view shows.
    pub selection: Memo<Selection>,
    /// Whether the key for the search box is on.
    pub shortcut: RwSignal<bool>,
    /// What the visitor is to be told, such as that a link was copied.
    pub notice: RwSignal<Option<String>>,
    /// Whether there is a program to choose a place: not in the page as it is written, which must do
    /// without.
    alive: RwSignal<bool>,
}

impl Site {
    /// Indexes a collection and puts the site into the context.
    pub fn provide(
        collection: &'static Collection,
        folder: Folder,
        state: ViewState,
        published: Published,
    ) -> Site {
        let parts = StoredValue::new(published.parts.clone());
        let indexing = Indexing::new(folder, collection, parts);
        let texts = Texts::new(collection, parts);
        let labels = Labels::new(collection);
        let url = RwSignal::new(published.url.clone());
        Effect::new(move |_| {
            if url.with_untracked(Option::is_none) {
                // A browser that does not tell where the page is leaves the links to others away.
                url.set(browser::absolute_url(&state.href_of_file("")).ok());
            }
        });
        let selection = Memo::new(move |_| {
            let view = state.view();
            indexing.with(&view, |index| Selection::new(collection, index, folder, &view))
        });
        // Whoever reads one message alone needs no index.
        Effect::new(move |begun: Option<bool>| {
            let begun = begun.unwrap_or_default();
            let grid = begun || state.page() == Page::Grid;
            if grid && !begun {
                indexing.begin();
            }
            grid
        });
        Effect::new(move |_| {
            if selection.with(|selection| selection.missing == Some(Missing::Order)) {
                indexing.want_order();
            }
        });
        let alive = RwSignal::new(false);
        Effect::new(move |_| alive.set(true));
        let site = Site {
            alive,
            collection,
            words: labels.words,
            labels,
            folder,
            texts,
            indexing,
            published: StoredValue::new(published),
            url,
            state,
            selection,
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

    /// The address of the grid with a place chosen, or given up if it is chosen already. Without the
    /// program nothing can be chosen: then it is where the messages of the place begin, under its
    /// heading if that is written, else in the booklet at the first of them.
    pub fn href_of_place(self, place: Place, first: &Message, has_heading: bool) -> String {
        if self.alive.get() {
            return self.state.href_of_place(place);
        }
        let file = match has_heading {
            true => {
                let grouped = View { grouping: Grouping::Country, ..View::default() };
                format!("{}#{}", grouped.address(), heading_of(place))
            }
            false => format!("{BOOKLET}#{}", first.id),
        };
        self.state.href_of_file(&file)
    }

    /// The address of a page in full; `None` for as long as it is not known.
    pub fn link(self, page: &Page) -> Option<String> {
        self.url.get().map(|url| url + &page.path())
    }
}
