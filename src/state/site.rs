//! What all components share: the collection, its index and words, and the view state.

use leptos::prelude::*;
use solidarity_core::address::{Grouping, Page, View, files, heading_of};
use solidarity_core::atlas::Place;
use solidarity_core::collection::{Collection, Message};
use solidarity_core::handover::{Handover, Parts};
use solidarity_core::locale::Locale;
use solidarity_core::search::Folder;
use solidarity_core::selection::{Missing, Selection};
use solidarity_core::titles::Titles;

use super::indexing::Indexing;
use super::texts::Texts;
use super::view_state::ViewState;
use crate::browser;

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

impl From<&Handover> for Published {
    fn from(Handover { url, parts, .. }: &Handover) -> Published {
        Published { files: true, url: url.clone(), parts: parts.clone() }
    }
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
    pub locale: &'static Locale,
    /// What pages, places and messages are called.
    pub titles: Titles,
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
        let titles = Titles::new(collection);
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
            locale: titles.locale,
            titles,
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
    pub fn href_of_place(self, place: Place, first: Option<&Message>, has_heading: bool) -> String {
        if self.alive.get() {
            return self.state.href_of_place(place);
        }
        let file = match first {
            _ if has_heading => {
                let grouped = View { grouping: Grouping::Country, ..View::default() };
                format!("{}#{}", grouped.address(), heading_of(place))
            }
            Some(first) => format!("{}#{}", files::BOOKLET, first.id),
            None => files::BOOKLET.to_owned(),
        };
        self.state.href_of_file(&file)
    }

    /// The address of a page in full; `None` for as long as it is not known.
    pub fn link(self, page: &Page) -> Option<String> {
        self.url.get().map(|url| url + &page.path())
    }
}
