//! A button that puts a text on the clipboard.

use leptos::prelude::*;

use super::feedback::Feedback;

/// Copies a text, and says so; or shows the text where the browser does not copy it.
#[component]
pub fn CopyButton(
    /// What the button says.
    label: &'static str,
    /// What is said when it is done.
    said: &'static str,
    /// What it copies; nothing for as long as that is not known.
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
