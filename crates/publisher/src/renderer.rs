//! Renders pages as HTML, with the same components that the browser uses.

use leptos::prelude::*;
use solidarity_atlas::app::Atlas;
use solidarity_atlas::state::{Published, Site, ViewState};
use solidarity_core::address::{Page, View, files};
use solidarity_core::collection::Problem;
use solidarity_core::search::Folding;
use solidarity_core::titles::Titles;

use crate::booklet::Booklet;
use crate::offline::Offline;

/// What all pages are rendered from.
pub struct Renderer<'a> {
    pub titles: Titles,
    pub problems: &'a [Problem],
    pub published: Published,
}

/// A page as HTML.
pub struct Rendered {
    pub page: Page,
    pub view: View,
    pub html: String,
}

impl Renderer<'_> {
    /// The page at a path below the base.
    pub fn render(&self, path: &str) -> Rendered {
        let (collection, problems) = (self.titles.collection, self.problems.to_vec());
        let published = self.published.clone();
        Owner::new().with(|| {
            let state = ViewState::new("/", &format!("/{path}"), "");
            let (page, view) = (state.page(), state.view());
            let folding = Folding::native();
            let html = view! { <Atlas collection problems folding state published/> }.to_html();
            Rendered { page, view, html: written(html) }
        })
    }

    /// All messages as a booklet.
    pub fn booklet(&self) -> String {
        self.still(|| view! { <Booklet path=files::BOOKLET/> }.to_html())
    }

    /// The page shown offline.
    pub fn offline(&self) -> String {
        self.still(|| view! { <Offline/> }.to_html())
    }

    /// A page without the program.
    fn still(&self, html: impl FnOnce() -> String) -> String {
        Owner::new().with(|| {
            let state = ViewState::new("/", "/", "");
            let published = self.published.clone();
            Site::provide(self.titles.collection, Folding::native(), state, published);
            written(html())
        })
    }
}

/// Leptos marks positions with what HTML calls a bogus comment; this writes a proper comment, which
/// is the same node.
fn written(html: String) -> String {
    html.replace("<!>", "<!---->")
}
