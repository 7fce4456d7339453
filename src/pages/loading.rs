//! While the messages are loading.

use leptos::prelude::*;
use solidarity_core::locale::Locale;

/// A quiet line; index.html shows the same until WebAssembly is loaded.
#[component]
pub fn Loading() -> impl IntoView {
    view! { <main id="main" class="loading" tabindex="-1"><p role="status">{Locale::before_loading().loading}</p></main> }
}
