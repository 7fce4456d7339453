//! Text with what was searched for marked in it.

use leptos::prelude::*;

use crate::search::{Folder, Query};
use crate::site::Site;

/// A text in which what the query asks for is marked.
#[component]
pub fn Marked(
    /// The text.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    let Site { folder, selection, .. } = Site::here();
    move || selection.with(|selection| pieces(&text, &selection.query, folder))
}

fn pieces(text: &str, query: &Query, folder: Folder) -> Vec<AnyView> {
    let mut pieces = Vec::new();
    let mut shown = 0;
    for mark in query.marks(folder, text) {
        pieces.push(plain(text, shown, mark.start));
        shown = mark.end;
        let marked = text.get(mark).unwrap_or_default().to_owned();
        pieces.push(view! { <mark>{marked}</mark> }.into_any());
    }
    pieces.push(plain(text, shown, text.len()));
    pieces
}

fn plain(text: &str, from: usize, to: usize) -> AnyView {
    text.get(from..to).unwrap_or_default().to_owned().into_any()
}
