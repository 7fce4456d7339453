//! The text of a message.

use leptos::prelude::*;
use solidarity_studio::{Key, List};

use super::elements::{Elements, count_of};
use super::language_chip::name_of;
use super::paragraph::Paragraph;
use crate::state::{LanguageOf, Studio};

/// All paragraphs, and a button for another one.
#[component]
pub fn Paragraphs(key: Key) -> impl IntoView {
    let studio = Studio::here();
    let count = count_of(key, List::Paragraphs);
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
    let is_mixed = Signal::derive(move || language.with(Option::is_none));
    let paragraph =
        Callback::new(move |at| view! { <Paragraph key at count is_mixed/> }.into_any());
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
            <Elements key list=List::Paragraphs count element=paragraph/>
        </fieldset>
    }
}
