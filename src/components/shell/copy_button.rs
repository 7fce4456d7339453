//! A button that copies a text to the clipboard.

use leptos::prelude::*;

use super::feedback::Feedback;

/// Copies a text and confirms it; if the browser refuses, shows the text instead.
#[component]
pub fn CopyButton(
    /// The label of the button.
    label: &'static str,
    /// The confirmation.
    said: &'static str,
    /// The text to copy; `None` until it is known.
    text: impl Fn() -> Option<String> + Send + 'static,
    /// Whether it looks like a link rather than a button.
    #[prop(optional)]
    plain: bool,
) -> impl IntoView {
    let feedback = Feedback::new();
    let copy = move |_| {
        if let Some(text) = text() {
            feedback.copy(text, said.to_owned());
        }
    };
    view! {
        <button type="button" class:plain=plain on:click=copy>{label}</button>
        {feedback.view()}
    }
}
