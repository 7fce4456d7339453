//! The foot of every page.

use leptos::prelude::*;

use super::{Downloads, Provenance, ShortcutSwitch};
use crate::site::Site;
use crate::view_state::Page;

/// Where the messages come from and whose they are, and what can be taken away.
#[component]
pub fn Footer() -> impl IntoView {
    let Site { words, state, .. } = Site::here();
    view! {
        <footer class="site-foot" lang=words.lang>
            <dl><Provenance/></dl>
            <ShortcutSwitch/>
            <div class="foot-links">
                <a href=state.href(&Page::About)>{words.about}</a>
                <Downloads/>
            </div>
        </footer>
    }
}
