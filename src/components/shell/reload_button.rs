//! Trying again after a failed load.

use leptos::prelude::*;

use super::feedback::Feedback;
use crate::browser;
use crate::state::Site;

/// A button that reloads the page: after a new deployment the page refers to other files, and
/// without a connection it is shown as it was stored.
#[component]
pub fn ReloadButton() -> impl IntoView {
    let Site { locale, .. } = Site::here();
    let feedback = Feedback::new();
    let reload = move |_| {
        if browser::reload().is_err() {
            feedback.failed(locale.text_failed);
        }
    };
    view! { <button type="button" on:click=reload>{locale.retry}</button>{feedback.view()} }
}
