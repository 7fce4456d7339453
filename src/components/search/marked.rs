//! Text with the words searched for marked.

use std::ops::Range;

use leptos::prelude::*;

use crate::components::shell::changing::replaced;
use crate::state::Site;

/// A text in which the words that match the query are marked.
#[component]
pub fn Marked(
    /// The text.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    let Site { folding, selection, .. } = Site::here();
    let text = StoredValue::new(text);
    // Most texts have no marks before or after a keystroke; those are left alone.
    let marks = Memo::new(move |_| {
        selection.with(|selection| text.with_value(|text| selection.marker.marks(folding, text)))
    });
    replaced(move || {
        let pieces = marks.with(|marks| text.with_value(|text| pieces(text, marks)));
        view! { <span>{pieces}</span> }.into_any()
    })
}

/// A text in pieces, with these ranges marked.
pub fn pieces(text: &str, marks: &[Range<usize>]) -> Vec<AnyView> {
    let mut pieces = Vec::new();
    let mut shown = 0;
    for mark in marks {
        pieces.push(plain(text, shown, mark.start));
        shown = mark.end;
        let marked = text.get(mark.clone()).unwrap_or_default().to_owned();
        pieces.push(view! { <mark>{marked}</mark> }.into_any());
    }
    pieces.push(plain(text, shown, text.len()));
    pieces
}

fn plain(text: &str, from: usize, to: usize) -> AnyView {
    text.get(from..to).unwrap_or_default().to_owned().into_any()
}
