//! Choosing the language of a text.

use leptos::html::Dialog;
use leptos::prelude::*;
use solidarity_core::collection::is_language_tag;
use solidarity_studio::{Choice, Edit, Field, LANGUAGES, sort_by};

use super::language_chip::{name_of, own_language};
use crate::browser;
use crate::components::button::button;
use crate::components::combobox::Combobox;
use crate::components::modal::show_while;
use crate::state::{LanguageOf, Studio};

/// A list of languages with a search, which also takes a BCP 47 tag.
#[component]
pub fn LanguageDialog() -> impl IntoView {
    let studio = Studio::here();
    let target = studio.editing.language_of;
    let dialog = NodeRef::<Dialog>::new();
    let typed = RwSignal::new(String::new());
    show_while(Signal::derive(move || target.get().is_some()), dialog);
    let own = own_language();
    let choices = Memo::new(move |_| match target.get() {
        Some(_) => choices(&own.get(), &typed.get()),
        None => Vec::new(),
    });
    let close = move || {
        // A button in a menu that is closed by now cannot get the focus back.
        if let Some(LanguageOf::Field(_, Field::ParagraphLanguage(at))) = target.get_untracked() {
            studio.focus_field(Field::Paragraph(at));
        }
        target.set(None);
        typed.set(String::new());
    };
    let pick = move |tag: String| {
        let tag = Some(tag).filter(|tag| !tag.is_empty());
        match target.get_untracked() {
            Some(LanguageOf::Field(key, field)) => {
                studio.attempt(|_| Ok(Edit::Set { key, field, value: tag }));
            }
            Some(LanguageOf::Text(key)) => {
                studio.attempt(|document| document.language(key, tag.as_deref()));
            }
            None => {}
        }
        close();
    };
    view! {
        <dialog class="dialog" node_ref=dialog aria-labelledby="language-title" on:close=move |_| close()>
            <h2 id="language-title">"Language of this text"</h2>
            <p class="hint">"Screen readers and search engines need it. Type a part of its name, or its tag (BCP 47)."</p>
            <div class="field">
                <label for="language-search">"Language"</label>
                <Show when=move || target.get().is_some()>
                    <Combobox id="language-search".to_owned() choices=choices.into() is_always_open=true
                        text=Signal::stored(String::new())
                        on_text=Callback::new(move |text| typed.set(text))
                        on_done=Callback::new(|_| {})
                        on_pick=Callback::new(pick)/>
                </Show>
            </div>
            <p>{button("outlined", "Cancel", close)}</p>
        </dialog>
    }
}

/// The language of the collection, then all others by their names, then the tag that was typed.
fn choices(own: &str, typed: &str) -> Vec<Choice> {
    let choice = |tag: &str| {
        let label = name_of(tag);
        let folded = browser::folded(&[&label, " ", tag].concat());
        Choice { value: tag.to_owned(), label, folded }
    };
    let Choice { label, folded, .. } = choice(own);
    let label = label + " (language of the collection)";
    let mut choices: Vec<_> = LANGUAGES.into_iter().filter(|tag| *tag != own).map(choice).collect();
    sort_by(&mut choices, |a, b| a.folded.cmp(&b.folded));
    choices.insert(0, Choice { value: String::new(), label, folded });
    let typed = typed.trim();
    let is_there = typed == own || LANGUAGES.contains(&typed);
    if is_language_tag(typed) && !is_there {
        let label = match browser::language_name(typed) {
            Some(name) => [&name, " (", typed, ")"].concat(),
            None => ["Use the tag “", typed, "”"].concat(),
        };
        choices.push(Choice { value: typed.to_owned(), label, folded: typed.to_lowercase() });
    }
    choices
}
