//! While the messages are on their way.

use leptos::prelude::*;

use crate::app::words_before_loading;

/// A quiet line; index.html shows the same until WebAssembly has arrived.
#[component]
pub fn Loading() -> impl IntoView {
    view! { <main id="main" class="loading" tabindex="-1"><p role="status">{words_before_loading().loading}</p></main> }
}
