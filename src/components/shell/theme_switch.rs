//! The switch between light and dark.

use leptos::prelude::*;

use super::feedback::Feedback;
use crate::browser;
use crate::state::Site;

/// A switch for the dark theme. It starts with the system's setting, and remembers the choice.
#[component]
pub fn ThemeSwitch() -> impl IntoView {
    let Site { locale, .. } = Site::here();
    let feedback = Feedback::new();
    // Light in the first render, which knows nothing about the browser; correct from the first
    // effect on.
    let dark = RwSignal::new(false);
    let look = move || match browser::is_dark() {
        Ok(is_dark) => dark.set(is_dark),
        // If the browser does not expose the system's setting, the page is light.
        Err(_) => dark.set(false),
    };
    Effect::new(move |_| {
        look();
        browser::on_system_theme_change(look);
    });
    let toggle = move |_| {
        if browser::set_dark(!dark.get_untracked()).is_err() {
            feedback.failed(locale.theme_not_kept);
        }
        look();
    };
    view! {
        <button type="button" class="theme-switch" role="switch"
            aria-checked=move || if dark.get() { "true" } else { "false" } on:click=toggle>
            <span class="theme-mark" aria-hidden="true"></span>
            {locale.dark_theme}
        </button>
        {feedback.view()}
    }
}
