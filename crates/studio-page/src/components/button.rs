//! A button.

use leptos::prelude::*;

/// A button with a class, if there is one, and what is written on it. A function and not a component, and one that is
/// compiled once: there are so many of them that each line of a button counts in the program.
pub fn button(
    class: &'static str,
    label: impl Into<String>,
    press: impl Fn() + 'static,
) -> AnyView {
    built(class, label.into(), Box::new(press))
}

fn built(class: &'static str, label: String, press: Box<dyn Fn()>) -> AnyView {
    view! { <button type="button" class=class on:click=move |_| press()>{label}</button> }
        .into_any()
}
