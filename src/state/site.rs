//! What all components share: the collection, its index and words, and the view state.

use leptos::prelude::*;
use solidarity_core::address::{Grouping, Page, View, files, heading_of, href_to};
use solidarity_core::atlas::Place;
use solidarity_core::collection::{Collection, Message};
use solidarity_core::handover::{Handover, Parts};
use solidarity_core::locale::Locale;
use solidarity_core::search::Folding;
use solidarity_core::selection::{Missing, Selection};
use solidarity_core::titles::Titles;

use super::indexing::Indexing;
use super::texts::Texts;
use super::view_state::ViewState;
use crate::browser;

/// What the build produced for the site besides the program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// Whether each message has files of its own, such as its citation.
    pub files: bool,
    /// The full address of the home page, with a slash at the end, if one was set.
    pub url: Option<String>,
    /// Where the parts of a large collection are; a small one is a single file.
    pub parts: Option<Parts>,
}

impl From<&Handover> for Published {
    fn from(Handover { url, parts, .. }: &Handover) -> Published {
        Published { files: true, url: url.clone(), parts: parts.clone() }
    }
}

impl Published {
    /// Whether the files that need full addresses exist: the feed and the QR codes.
    pub fn with_addresses(&self) -> bool {
        self.files && self.url.is_some()
    }
}

/// The collection and everything derived from it once. Copies are cheap, because the data lives as
/// long as the page.
#[derive(Clone, Copy)]
pub struct Site {
    /// The messages.
    pub collection: &'static Collection,
    /// The locale.
    pub locale: &'static Locale,
    /// The titles of pages, places and messages.
    pub titles: Titles,
    /// How words are compared.
    pub folding: Folding,
    /// The texts of the messages.
    pub texts: Texts,
    /// The index.
    pub indexing: Indexing,
    /// What the build produced.
    pub published: StoredValue<Published>,
    /// The full address under which the site is published: that of the home page, with a slash at
    /// the end. If none was set, it becomes known in the browser, from the first effect on; a site
    /// opened from files, without a host, has none.
    pub url: RwSignal<Option<String>>,
    /// The page and the view.
    pub state: ViewState,
    /// What the view shows.
    pub selection: Memo<Selection>,
    /// Whether the shortcut for the search box is on.
    pub shortcut: RwSignal<bool>,
    /// What to tell the visitor, such as that a link was copied.
    pub notice: RwSignal<Option<String>>,
    /// Whether the program is there to choose a place. Written pages must work without it.
    alive: RwSignal<bool>,
}

impl Site {
    /// Indexes a collection and provides the site as context.
    pub fn provide(
        collection: &'static Collection,
        folding: Folding,
        state: ViewState,
        published: Published,
    ) -> Site {
        let parts = StoredValue::new(published.parts.clone());
        let indexing = Indexing::new(folding, collection, parts);
        let texts = Texts::new(collection, parts);
        let titles = Titles::new(collection);
        let url = RwSignal::new(published.url.clone());
        Effect::new(move |_| {
            if url.with_untracked(Option::is_none) {
                url.set(browser::site_url());
            }
        });
        let selection = Memo::new(move |_| {
            let view = state.view();
            indexing.with(&view, |index| Selection::new(collection, index, folding, &view))
        });
        // Visitors who read a single message need no index.
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
            folding,
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
    /// Outside [`crate::app::Atlas`], which would be a bug in the program.
    pub fn here() -> Site {
        expect_context()
    }

    /// The address of the grid with a place chosen, or cleared if it is chosen already. Nothing can
    /// be chosen without the program, so until then the link leads to the first message of the
    /// place: under the place's heading if that is written, otherwise in the booklet.
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
        href_to(&file)
    }

    /// The full address of a page; `None` until it is known.
    pub fn link(self, page: &Page) -> Option<String> {
        self.url.get().map(|url| url + &page.path())
    }
}
