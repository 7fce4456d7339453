//! Another try, after something did not arrive.

use leptos::prelude::*;

use crate::browser;
use crate::site::Site;

/// A button that opens the page anew: after a new deployment it names other files, and without a
/// connection it is shown as it was kept.
#[component]
pub fn ReloadButton() -> impl IntoView {
    let Site { words, notice, .. } = Site::here();
    let reload = move |_| {
        if browser::reload().is_err() {
            notice.set(Some(words.text_failed.into()));
        }
    };
    view! { <button type="button" on:click=reload>{words.retry}</button> }
}
