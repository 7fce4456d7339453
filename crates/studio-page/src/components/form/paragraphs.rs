//! The text of a message.

use leptos::prelude::*;
use solidarity_studio::{Field, Key, List};

use super::language_chip::name_of;
use super::paragraph::Paragraph;
use crate::state::{LanguageOf, Studio};

/// All paragraphs, and a button for another one.
#[component]
pub fn Paragraphs(key: Key) -> impl IntoView {
    let studio = Studio::here();
    let count = Memo::new(move |_| {
        studio.with(|it| it.message(key).map(|it| it.body.len())).flatten().unwrap_or_default()
    });
    let language = Memo::new(move |_| {
        studio.with(|document| document.language_of(key).map(str::to_owned)).flatten()
    });
    let counted = move || match count.get() {
        1 => "Text, 1 paragraph".to_owned(),
        count => ["Text, ", &count.to_string(), " paragraphs"].concat(),
    };
    let named = move || {
        language.with(|tag| match tag {
            Some(tag) => name_of(tag),
            None => "several languages".to_owned(),
        })
    };
    view! {
        <fieldset class="group">
            <legend class="text-legend">
                {counted} " "
                <button type="button" class="chip"
                    on:click=move |_| studio.editing.language_of.set(Some(LanguageOf::Text(key)))>
                    <span class="vh">"Language of the text: "</span>
                    {named}
                </button>
            </legend>
            <For each=move || 0..count.get() key=|at| *at let:at>
                <Paragraph key at count is_mixed=Signal::derive(move || language.with(Option::is_none))/>
            </For>
            <p class="adding">
                <button type="button" class="plain" aria-disabled=move || studio.is_read_only().then_some("true")
                    on:click=move |_| {
                    let at = count.get_untracked();
                    if studio.attempt(|document| document.add(key, List::Paragraphs, at)) {
                        studio.focus_field(Field::Paragraph(at));
                    }
                }>"Add a paragraph"</button>
            </p>
        </fieldset>
    }
}
