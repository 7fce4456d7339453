//! The switch for the search box shortcut.

use leptos::prelude::*;
use solidarity_core::address::Page;

use super::feedback::Feedback;
use crate::browser;
use crate::state::Site;

/// There is a switch because shortcuts without a modifier key get in the way of people who use
/// speech input (WCAG 2.2, success criterion 2.1.4). The choice is remembered. The switch is only
/// where the shortcut does something: on the page of all messages.
#[component]
pub fn ShortcutSwitch() -> impl IntoView {
    let Site { locale, state, shortcut, .. } = Site::here();
    let feedback = Feedback::new();
    Effect::new(move |_| shortcut.set(browser::shortcut_is_on()));
    let switch = move |on| {
        shortcut.set(on);
        if browser::remember_shortcut(on).is_err() {
            feedback.failed(locale.shortcut_not_kept);
        }
    };
    view! {
        <label class="check shortcut-switch" hidden=move || state.page() != Page::Grid>
            <input type="checkbox" prop:checked=move || shortcut.get()
                on:change:target=move |event| switch(event.target().checked())/>
            {locale.shortcut}
        </label>
        {feedback.view()}
    }
}
