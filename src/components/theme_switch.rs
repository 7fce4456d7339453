//! The switch between light and dark.

use leptos::prelude::*;

use crate::browser;
use crate::site::Site;

/// A switch for the dark theme. It begins as the system is set, and a choice is remembered.
#[component]
pub fn ThemeSwitch() -> impl IntoView {
    let Site { words, notice, .. } = Site::here();
    // Light in the first render, which knows no browser; right from the first effect on.
    let dark = RwSignal::new(false);
    Effect::new(move |_| dark.set(browser::is_dark().unwrap_or(false)));
    let toggle = move |_| {
        dark.update(|dark| *dark = !*dark);
        if browser::set_dark(dark.get_untracked()).is_err() {
            notice.set(Some(words.theme_not_kept.into()));
        }
    };
    view! {
        <button type="button" class="theme-switch" role="switch"
            aria-checked=move || if dark.get() { "true" } else { "false" } on:click=toggle>
            <span class="theme-mark" aria-hidden="true"></span>
            {words.dark_theme}
        </button>
    }
}
