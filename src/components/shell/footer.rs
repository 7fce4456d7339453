//! The foot of every page.

use leptos::prelude::*;
use solidarity_core::address::Page;

use super::downloads::Downloads;
use super::provenance::Provenance;
use super::shortcut_switch::ShortcutSwitch;
use crate::state::Site;

/// Where the messages come from, whose they are, and what can be downloaded.
#[component]
pub fn Footer() -> impl IntoView {
    let Site { locale, state, .. } = Site::here();
    view! {
        <footer class="site-foot" lang=locale.lang>
            <dl><Provenance/></dl>
            <ShortcutSwitch/>
            <div class="foot-links">
                <a href=state.href(&Page::About)>{locale.about}</a>
                <Downloads/>
            </div>
        </footer>
    }
}
