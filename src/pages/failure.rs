//! When the messages cannot be shown.

use leptos::prelude::*;

use crate::browser::FetchError;
use crate::collection::Problem;
use crate::components::Problems;
use crate::words::Words;

/// What happened, to which file, what to do, and another try.
#[component]
pub fn Failure(
    /// What happened.
    error: LoadError,
    /// The address that was asked for.
    url: String,
    /// What to do for another try.
    retry: Callback<()>,
) -> impl IntoView {
    let words = Words::before_loading();
    let what = |(what, cure): (String, String)| {
        view! { <p class="lead">{what}</p><p>{cure}</p> }.into_any()
    };
    let explanation = match error {
        LoadError::Fetch(FetchError::Offline) => {
            let (offline, cure) = words.failed_offline;
            what((offline.into(), cure.into()))
        }
        LoadError::Fetch(FetchError::Status(status)) => what((words.failed_status)(status)),
        LoadError::Fetch(FetchError::Network(detail)) => what((words.failed_network)(&detail)),
        LoadError::Collection(problems) => view! {
            <p class="lead">{words.failed_collection}</p>
            <Problems problems words/>
        }
        .into_any(),
    };
    view! {
        <main id="main" class="failure" tabindex="-1">
            <div role="alert">
                <h1>{words.failed_title}</h1>
                {explanation}
                <p class="asked-for">{words.asked_for}": "<code>{url}</code></p>
            </div>
            <button type="button" on:click=move |_| retry.run(())>{words.retry}</button>
        </main>
    }
}

/// Why there is nothing to show.
#[derive(Clone, Debug)]
pub enum LoadError {
    /// The file could not be loaded.
    Fetch(FetchError),
    /// The file holds nothing that can be shown.
    Collection(Vec<Problem>),
}
