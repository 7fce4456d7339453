//! The page shown while the messages are loading.

use leptos::prelude::*;
use solidarity_core::locale::Locale;

/// An unobtrusive line; index.html shows the same until the WebAssembly is loaded.
#[component]
pub fn Loading() -> impl IntoView {
    view! { <main id="main" class="loading" tabindex="-1"><p role="status">{Locale::before_loading().loading}</p></main> }
}
