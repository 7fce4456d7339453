//! A row of the list.

use leptos::prelude::*;
use solidarity_studio::{Key, Marks};

use crate::state::{Studio, row_id};

/// A message: where it comes from, who sent it, and whether it needs attention.
#[component]
pub fn MessageRow(
    /// The message.
    key: Key,
    /// The one that is shown.
    selected: Selector<Option<Key>>,
    /// The one that is being dragged.
    dragged: Selector<Option<Key>>,
) -> impl IntoView {
    let studio = Studio::here();
    let row = Memo::new(move |_| {
        studio.editing.rows.with(|rows| rows.get(&key).cloned().unwrap_or_default())
    });
    let marks = Memo::new(move |_| {
        studio.editing.marks.with(|marks| marks.get(&key).copied().unwrap_or_default())
    });
    let is_selected = {
        let selected = selected.clone();
        move || selected.selected(&Some(key))
    };
    // The list is one stop of the Tab key: the message that is shown, or else the first one.
    let is_stop = {
        let is_first = move || studio.editing.keys.with(|keys| keys.first() == Some(&key));
        move || selected.selected(&Some(key)) || (selected.selected(&None) && is_first())
    };
    view! {
        <li data-key=key.0.to_string() class:dragged=move || dragged.selected(&Some(key))>
            <button type="button" class="message-row" id=row_id(key)
                aria-current=move || is_selected().then_some("true")
                tabindex=move || if is_stop() { "0" } else { "-1" }
                on:click=move |_| studio.select(key)>
                <span class="message-place">{move || row.with(|row| row.place.clone())}</span>
                <bdi class="message-name" lang=move || row.with(|row| row.lang.clone())>
                    {move || row.with(|row| row.name.clone())}
                </bdi>
                {move || badge(marks.get())}
            </button>
            <span class="handle" aria-hidden="true" title="Drag to move">"⠿"</span>
        </li>
    }
}

fn badge(Marks { errors, warnings }: Marks) -> Option<AnyView> {
    if errors > 0 {
        return Some(
            view! { <span class="badge">{errors}<span class="vh">" to correct"</span></span> }
                .into_any(),
        );
    }
    (warnings > 0)
        .then(|| view! { <span class="badge soft">{warnings}" to look at"</span> }.into_any())
}
