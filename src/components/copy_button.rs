//! A button that puts a text on the clipboard.

use leptos::prelude::*;

use crate::browser;
use crate::site::Site;

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
    let site = Site::here();
    let copy = move |_| {
        if let Some(text) = text() {
            copy_and_tell(site, text, said.to_owned());
        }
    };
    view! { <button type="button" class:plain=plain on:click=copy>{label}</button> }
}

/// Puts a text on the clipboard and says so; or shows the text.
pub(super) fn copy_and_tell(site: Site, text: String, said: String) {
    let Site { words, notice, .. } = site;
    leptos::task::spawn_local(async move {
        notice.set(Some(match browser::copy(&text).await {
            Ok(()) => said,
            Err(_) => (words.text_not_copied)(&text),
        }));
    });
}
