//! Buttons with a word on them. They are functions and not components, and compiled once: there are so many of them
//! that each line of a button counts in the program.

use leptos::prelude::*;

/// A button with a class, which may be empty, and what is written on it.
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

/// The same, for what cannot always be done. It keeps the focus when it can no longer be pressed.
pub fn button_unless(
    is_disabled: Signal<bool>,
    class: &'static str,
    label: impl Into<String>,
    press: impl Fn() + 'static,
) -> AnyView {
    built_unless(is_disabled, class, label.into(), Box::new(press))
}

fn built_unless(
    is_disabled: Signal<bool>,
    class: &'static str,
    label: String,
    press: Box<dyn Fn()>,
) -> AnyView {
    view! {
        <button type="button" class=class aria-disabled=move || is_disabled.get().then_some("true")
            on:click=move |_| if !is_disabled.get_untracked() { press() }>{label}</button>
    }
    .into_any()
}
