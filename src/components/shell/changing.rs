//! What changes on a page, in ways that hold when its text nodes are no longer where they were.
//!
//! A browser that translates a page takes each text node out of it and puts others, in elements of
//! its own, in their place. Leptos changes a text by writing to the node that it made, and takes a
//! text away by removing that node; on a translated page neither has an effect, and the old text
//! stays. So a text that changes is the content of an element, and what may change in more than
//! its text is made of elements that are replaced as a whole.

use std::sync::Arc;

use leptos::either::Either;
use leptos::html::Span;
use leptos::prelude::*;

use crate::browser;

/// A text that changes, as the whole content of an element of its own.
pub fn changing_text(text: impl Fn() -> String + Send + Sync + 'static) -> AnyView {
    // One type for all of them: each kind of view is a kilobyte of program.
    let text: Arc<dyn Fn() -> String + Send + Sync> = Arc::new(text);
    let element = NodeRef::<Span>::new();
    let first = untrack(|| text());
    let written = first.clone();
    Effect::new(move |shown: Option<String>| {
        let text = text();
        if *shown.as_ref().unwrap_or(&written) != text
            && let Some(element) = element.get_untracked()
        {
            browser::set_text(&element, &text);
        }
        text
    });
    view! { <span node_ref=element>{first}</span> }.into_any()
}

/// A view that is made anew and replaced as a whole whenever something changes that it reads. Its
/// outermost nodes must be elements.
pub fn replaced(view: impl FnMut() -> AnyView + Send + 'static) -> AnyView {
    let mut view: Box<dyn FnMut() -> AnyView + Send> = Box::new(view);
    let mut turn = false;
    let take_turns = move || {
        // Leptos patches a view of the same kind, and replaces one of another.
        turn = !turn;
        if turn { Either::Left(view()) } else { Either::Right(view()) }
    };
    take_turns.into_any()
}
