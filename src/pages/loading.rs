//! While the messages are on their way.

use leptos::prelude::*;

use crate::words::Words;

/// A quiet line; index.html shows the same until WebAssembly has arrived.
#[component]
pub fn Loading() -> impl IntoView {
    view! { <main id="main" class="loading" tabindex="-1"><p role="status">{Words::before_loading().loading}</p></main> }
}
