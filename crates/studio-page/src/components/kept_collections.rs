//! What is kept in this browser.

use leptos::html::Dialog;
use leptos::prelude::*;
use solidarity_studio::{Kept, KeptId};

use super::button::button;
use super::modal::show;
use crate::browser;
use crate::state::Studio;

/// The collections that are kept in this browser, if there are any.
#[component]
pub fn KeptCollections() -> impl IntoView {
    let studio = Studio::here();
    let list = move || studio.keeping().list();
    let dialog = NodeRef::<Dialog>::new();
    let asked = RwSignal::new(None::<(KeptId, Kept)>);
    let ask = move |id: KeptId, kept: Kept| {
        asked.set(Some((id, kept)));
        show(true, dialog);
    };
    let close = move || show(false, dialog);
    let delete = move || {
        close();
        if let Some((id, _)) = asked.get_untracked() {
            studio.delete_kept(id);
        }
    };
    let question = move || {
        asked.get().map(|(_, kept)| {
        [
            "“",
            &title(&kept),
            "” with ",
            &messages(kept.count),
            ", its earlier versions and its pictures will be deleted from this computer. This cannot be undone.",
        ]
        .concat()
    })
    };
    view! {
        <Show when=move || !list().is_empty()>
            <section aria-labelledby="kept-title">
                <h2 id="kept-title">"Saved on this computer"</h2>
                <ul class="kept">
                    {move || list().into_iter().map(|(id, kept)| view! { <Row id kept ask/> }).collect_view()}
                </ul>
            </section>
        </Show>
        <dialog class="dialog" node_ref=dialog aria-labelledby="delete-title">
            <h2 id="delete-title">"Delete these messages?"</h2>
            <p>{question}</p>
            <p class="dialog-actions">
                <button type="button" class="outlined" autofocus on:click=move |_| close()>"Keep"</button>
                {button("strong", "Delete", delete)}
            </p>
        </dialog>
    }
}

#[component]
fn Row(
    id: KeptId,
    kept: Kept,
    /// Asks before something is deleted.
    ask: impl Fn(KeptId, Kept) + 'static,
) -> impl IntoView {
    let studio = Studio::here();
    let address = ["#c=", id.as_str()].concat();
    let name = title(&kept);
    let about = [&messages(kept.count), " · changed ", &browser::in_words(kept.changed)].concat();
    let copied = id.clone();
    view! {
        <li class="kept-row">
            <div class="kept-about">
                <a href=address dir="auto">{name.clone()}</a>
                <span>{about}</span>
            </div>
            <button type="button" class="plain" on:click=move |_| studio.duplicate_kept(copied.clone())>
                "Duplicate"<span class="vh">" “"{name.clone()}"”"</span>
            </button>
            <button type="button" class="plain" aria-haspopup="dialog"
                on:click=move |_| ask(id.clone(), kept.clone())>
                "Delete"<span class="vh">" “"{name}"”"</span>
            </button>
        </li>
    }
}

fn title(kept: &Kept) -> String {
    if kept.title.trim().is_empty() { "Without a title".to_owned() } else { kept.title.clone() }
}

/// A number of messages in words.
pub fn messages(count: usize) -> String {
    if count == 1 { "1 message".to_owned() } else { [&count.to_string(), " messages"].concat() }
}
