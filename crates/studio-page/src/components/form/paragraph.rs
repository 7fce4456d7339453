//! A paragraph of a message.

use leptos::ev;
use leptos::prelude::*;
use solidarity_core::text::paragraphs;
use solidarity_studio::{Document, Edit, EditError, Field, Key, List, Place, byte_at, units};

use super::elements::{MoveButtons, RemoveButton};
use super::language_chip::LanguageChip;
use super::text_field::value_of;
use crate::browser;
use crate::components::button::{button, button_unless};
use crate::components::findings::{Findings, described_by, found_at, is_invalid};
use crate::components::menu::Menu;
use crate::state::{LanguageOf, Studio, anchor};

/// A paragraph in a field that grows with it.
#[component]
pub fn Paragraph(
    /// The message.
    key: Key,
    /// Which paragraph, from 0.
    at: usize,
    /// How many there are.
    count: Memo<usize>,
    /// Whether the paragraphs are in several languages.
    is_mixed: Signal<bool>,
) -> impl IntoView {
    let studio = Studio::here();
    let field = Field::Paragraph(at);
    let language = Field::ParagraphLanguage(at);
    let value = value_of(key, field);
    let place = Place::Message(key, Some(field));
    let found = found_at(place.clone());
    let (id, label) = (anchor(field), field.label());
    let has_marked_language = found_at(Place::Message(key, Some(language)));
    let shows_language = move || is_mixed.get() || !has_marked_language.with(Vec::is_empty);
    view! {
        <div class="field paragraph">
            <label for=id.clone() class:vh=move || count.get() == 1>{label.clone()}</label>
            <div class="box" data-text=value>
                <textarea id=id dir="auto" rows="1" prop:value=value
                    readonly=move || studio.is_read_only()
                    aria-invalid=is_invalid(found) aria-describedby=described_by(found, &place)
                    on:input:target=move |event| studio.type_in(key, field, event.target().value())
                    on:change=move |_| studio.seal()
                    on:keydown=move |event| keys(studio, key, at, &event)
                    on:paste=move |event| paste(studio, key, at, &event)></textarea>
            </div>
            <div class="paragraph-tools">
                {move || shows_language().then(|| view! { <LanguageChip key field=language/> })}
                <Menu label=["More for ", &label.to_lowercase()].concat()>
                    <Actions key at count/>
                </Menu>
            </div>
            <Findings place/>
            <Findings place=Place::Message(key, Some(language))/>
        </div>
    }
}

/// What makes a paragraph a part of who wrote the message: the edit, and the field that has its words then.
type Attribute = fn(&Document, Key, usize) -> Result<(Edit, Field), EditError>;

#[component]
fn Actions(key: Key, at: usize, count: Memo<usize>) -> impl IntoView {
    let studio = Studio::here();
    let is_first = Signal::stored(at == 0);
    let add = move || studio.add_element(key, List::Paragraphs, at.saturating_add(1));
    let attribute = move |make: Attribute| {
        let mut place = None;
        let made = studio.attempt(|document| {
            let (edit, field) = make(document, key, at)?;
            place = Some(field);
            Ok(edit)
        });
        if let Some(field) = place.filter(|_| made) {
            studio.focus_field(field);
        }
    };
    let has_all_roles = move || {
        let lacks_role = studio.with(|document| {
            let message = document.message(key);
            message.is_some_and(|it| it.signatures.iter().any(|it| it.role.is_none()))
        });
        lacks_role != Some(true)
    };
    let choose_language = move || {
        let field = Field::ParagraphLanguage(at);
        studio.editing.language_of.set(Some(LanguageOf::Field(key, field)));
    };
    view! {
        <button type="button" on:click=move |_| {
            let cursor = browser::selection(&anchor(Field::Paragraph(at)));
            studio.split_paragraph(key, at, cursor.map_or(0, |(start, _)| start));
        }>"Split at the cursor" <kbd>"Ctrl+Enter"</kbd></button>
        {button_unless(is_first, "", "Join with the paragraph above", move || studio.join_paragraph(key, at))}
        <MoveButtons key list=List::Paragraphs at count/>
        {button("", "Add a paragraph below", add)}
        {button("", "Language of this paragraph", choose_language)}
        {button("", "This is the sender", move || attribute(Document::paragraph_to_sender))}
        {button("", "This is a signature", move || attribute(Document::paragraph_to_signature))}
        {button_unless(Signal::derive(has_all_roles), "", "This is the office of who signed",
            move || attribute(Document::paragraph_to_role))}
        {button_unless(is_first, "", "Begin a new message here", move || studio.split_message(key, at))}
        <RemoveButton key list=List::Paragraphs at/>
    }
}

/// Control and Enter divide a paragraph; the backspace key at its beginning joins it with the one above.
fn keys(studio: Studio, key: Key, at: usize, event: &ev::KeyboardEvent) {
    if event.is_composing() {
        return;
    }
    let Ok((start, end)) = browser::selection(&anchor(Field::Paragraph(at))) else { return };
    match event.key().as_str() {
        "Enter" if event.ctrl_key() || event.meta_key() => {
            event.prevent_default();
            studio.split_paragraph(key, at, start);
        }
        "Backspace" if (start, end) == (0, 0) && at > 0 => {
            event.prevent_default();
            studio.join_paragraph(key, at);
        }
        _ => {}
    }
}

/// A text with empty lines becomes paragraphs; any other one is pasted by the browser.
fn paste(studio: Studio, key: Key, at: usize, event: &ev::ClipboardEvent) {
    let Some(text) = browser::pasted(event) else { return };
    let text = text.replace("\r\n", "\n");
    let parts = paragraphs(&text);
    let Some((_, last)) = parts.last().filter(|_| parts.len() > 1) else { return };
    let Ok((start, end)) = browser::selection(&anchor(Field::Paragraph(at))) else { return };
    event.prevent_default();
    let pasted = |document: &Document| {
        let before = document.message(key).and_then(|it| Field::Paragraph(at).get(it));
        let before = before.unwrap_or_default();
        document.paste(key, at, byte_at(before, start)..byte_at(before, end), &text)
    };
    if studio.attempt(pasted) {
        studio.focus_paragraph(at.saturating_add(parts.len()).saturating_sub(1), units(last));
    }
}
