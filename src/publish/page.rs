//! Pages as HTML, by the components that the browser has, too.

use leptos::prelude::*;

use super::booklet::Booklet;
use super::offline::Offline;
use crate::app::{Atlas, NOT_FOUND};
use crate::collection::Problem;
use crate::labels::Labels;
use crate::search::Folder;
use crate::site::{BOOKLET, Published, Site};
use crate::view_state::{Page, View, ViewState};

/// What all pages are rendered from.
pub(super) struct Renderer<'a> {
    pub labels: Labels,
    pub problems: &'a [Problem],
    pub base: &'a str,
    pub published: &'a Published,
}

/// A page as HTML.
pub(super) struct Rendered {
    pub page: Page,
    pub view: View,
    pub html: String,
}

impl Renderer<'_> {
    /// The page at a path below the base.
    pub fn render(&self, path: &str) -> Rendered {
        let Renderer { labels, problems, base, published } = self;
        let (collection, problems) = (labels.collection, problems.to_vec());
        let published = Published::clone(published);
        Owner::new().with(|| {
            let state = ViewState::new(base, &format!("{base}{path}"), "");
            let (page, view) = (state.page(), state.view());
            let folder = Folder::native();
            let html = view! { <Atlas collection problems folder state published/> }.to_html();
            Rendered { page, view, html: written(html) }
        })
    }

    /// All messages as a booklet.
    pub fn booklet(&self) -> String {
        self.still(|| view! { <Booklet path=BOOKLET/> }.to_html())
    }

    /// What is said offline.
    pub fn offline(&self) -> String {
        self.still(|| view! { <Offline/> }.to_html())
    }

    /// A page without the program.
    fn still(&self, html: impl FnOnce() -> String) -> String {
        let Renderer { labels, base, published, .. } = self;
        Owner::new().with(|| {
            let state = ViewState::new(base, base, "");
            Site::provide(labels.collection, Folder::native(), state, Published::clone(published));
            written(html())
        })
    }

    /// The page for an address without a page.
    pub fn not_found(&self) -> String {
        self.render(NOT_FOUND).html
    }
}

/// Leptos marks places with what HTML calls a bogus comment; what stands here instead is the same
/// node.
fn written(html: String) -> String {
    html.replace("<!>", "<!---->")
}
