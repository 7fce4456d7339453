//! A note.

use leptos::prelude::*;

/// A paragraph with a class. A function for the same reason as that for buttons.
pub fn note(class: &'static str, text: impl Into<String>) -> AnyView {
    written(class, text.into())
}

fn written(class: &'static str, text: String) -> AnyView {
    view! { <p class=class>{text}</p> }.into_any()
}
