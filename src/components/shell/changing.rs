//! Content that changes, in ways that still work after its text nodes have been replaced.
//!
//! A browser that translates a page removes each text node and puts others, in elements of its own,
//! in its place. Leptos changes a text by writing to the node it created, and removes a text by
//! removing that node; on a translated page neither has any effect, and the old text stays. A text
//! that changes is therefore the content of an element, and anything else that changes is made of
//! elements that are replaced as a whole.

use std::sync::Arc;

use leptos::either::Either;
use leptos::html::Span;
use leptos::prelude::*;

use crate::browser;

/// A text that changes, as the whole content of its own element.
pub fn changing_text(text: impl Fn() -> String + Send + Sync + 'static) -> AnyView {
    // One type for all of them: each kind of view adds a kilobyte to the program.
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

/// A view that is rendered anew and replaced as a whole whenever something it reads changes. Its
/// outermost nodes must be elements.
pub fn replaced(view: impl FnMut() -> AnyView + Send + 'static) -> AnyView {
    let mut view: Box<dyn FnMut() -> AnyView + Send> = Box::new(view);
    let mut turn = false;
    let take_turns = move || {
        // Leptos patches a view of the same type, but replaces one of a different type.
        turn = !turn;
        if turn { Either::Left(view()) } else { Either::Right(view()) }
    };
    take_turns.into_any()
}
