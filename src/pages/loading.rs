//! While the messages are loading.

use leptos::prelude::*;

use crate::words::Words;

/// A quiet line; index.html shows the same until WebAssembly is loaded.
#[component]
pub fn Loading() -> impl IntoView {
    view! { <main id="main" class="loading" tabindex="-1"><p role="status">{Words::before_loading().loading}</p></main> }
}
