//! Versions to go back to.

use leptos::html::Dialog;
use leptos::prelude::*;
use solidarity_studio::{Changes, KeptVersion};

use super::button::button;
use super::modal::show;

use crate::browser;
use crate::state::Studio;

/// A button that lists the versions of the last days.
#[component]
pub fn Versions() -> impl IntoView {
    let studio = Studio::here();
    let dialog = NodeRef::<Dialog>::new();
    let open = move |_| {
        studio.list_versions();
        show(true, dialog);
    };
    let close = move || show(false, dialog);
    let look = move |time: u64| {
        close();
        studio.look_at_version(time);
    };
    view! {
        <button type="button" class="plain" aria-haspopup="dialog" on:click=open>"Versions"</button>
        <dialog class="dialog" node_ref=dialog aria-labelledby="versions-title">
            <h2 id="versions-title">"Versions of the last days"</h2>
            <p>
                "The studio keeps a version every few minutes while you work, fewer of earlier days, and none \
                after two weeks. Looking at one changes nothing."
            </p>
            <ol class="kept">
                {move || studio.keeping().versions().into_iter().map(|version| {
                    let time = version.time;
                    let moment = browser::moment(time);
                    view! {
                        <li class="kept-row">
                            <div class="kept-about">
                                <strong>{moment.clone()}</strong>
                                <span>{about(&version, studio.changes_since(&version))}</span>
                            </div>
                            <button type="button" class="outlined" on:click=move |_| look(time)>
                                "Look at it"<span class="vh">": "{moment}</span>
                            </button>
                        </li>
                    }
                    .into_any()
                }).collect_view()}
            </ol>
            <p class="dialog-actions">
                {button("outlined", "Close", close)}
            </p>
        </dialog>
    }
}

fn about(version: &KeptVersion, changes: Changes) -> String {
    let mut since = Vec::new();
    for (count, what) in
        [(changes.added, "added"), (changes.changed, "changed"), (changes.removed, "removed")]
    {
        if count > 0 {
            since.push([&count.to_string(), " ", what].concat());
        }
    }
    if changes.order {
        since.push("another order".to_owned());
    }
    if changes.collection {
        since.push("title or colours changed".to_owned());
    }
    let since = if since.is_empty() { "as now".to_owned() } else { since.join(", ") };
    let ago = browser::in_words(version.time);
    let messages = super::kept_collections::messages(version.outline.count());
    if since == "as now" {
        [&ago, " · ", &messages, ", as now"].concat()
    } else {
        [&ago, " · ", &messages, " · since then: ", &since].concat()
    }
}
