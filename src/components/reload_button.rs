//! Another try, after something did not arrive.

use leptos::prelude::*;

use super::feedback::Feedback;
use crate::browser;
use crate::site::Site;

/// A button that opens the page anew: after a new deployment it names other files, and without a
/// connection it is shown as it was kept.
#[component]
pub fn ReloadButton() -> impl IntoView {
    let Site { words, .. } = Site::here();
    let feedback = Feedback::new();
    let reload = move |_| {
        if browser::reload().is_err() {
            feedback.failed(words.text_failed);
        }
    };
    view! { <button type="button" on:click=reload>{words.retry}</button>{feedback.view()} }
}
