//! The page shown when the messages cannot be loaded.

use leptos::prelude::*;
use solidarity_core::collection::Problem;
use solidarity_core::locale::Locale;

use crate::browser::FetchError;
use crate::components::shell::problems::Problems;

/// What happened, to which file, what to do about it, and a button to try again.
#[component]
pub fn Failure(
    /// What happened.
    error: LoadError,
    /// The address that was requested.
    url: String,
    /// Tries again.
    retry: Callback<()>,
) -> impl IntoView {
    let locale = Locale::before_loading();
    let what = |(what, cure): (String, String)| {
        view! { <p class="lead">{what}</p><p>{cure}</p> }.into_any()
    };
    let explanation = match error {
        LoadError::Fetch(FetchError::Offline) => {
            let (offline, cure) = locale.failed_offline;
            what((offline.into(), cure.into()))
        }
        LoadError::Fetch(FetchError::Status(status)) => what((locale.failed_status)(status)),
        LoadError::Fetch(FetchError::Network(detail)) => what((locale.failed_network)(&detail)),
        LoadError::Collection(problems) => view! {
            <p class="lead">{locale.failed_collection}</p>
            <Problems problems locale/>
        }
        .into_any(),
    };
    view! {
        <main id="main" class="failure" tabindex="-1">
            <div role="alert">
                <h1>{locale.failed_title}</h1>
                {explanation}
                <p class="asked-for">{locale.asked_for}": "<code>{url}</code></p>
            </div>
            <button type="button" on:click=move |_| retry.run(())>{locale.retry}</button>
        </main>
    }
}

/// Why there is nothing to show.
#[derive(Clone, Debug)]
pub enum LoadError {
    /// The file could not be loaded.
    Fetch(FetchError),
    /// The file contains nothing that can be shown.
    Collection(Vec<Problem>),
}
