//! The form of a message.

use leptos::prelude::*;
use solidarity_studio::{Edit, Field, Key, Place, SenderField};

use super::findings::Findings;
use crate::state::Studio;

/// The form of the message that is selected.
#[component]
pub fn Editor() -> impl IntoView {
    let studio = Studio::here();
    view! {
        <section class="pane editor-pane" aria-label="Message">
            {move || match studio.selected() {
                Some(key) => view! { <Form key/> }.into_any(),
                None => view! { <p>"Choose a message from the list."</p> }.into_any(),
            }}
        </section>
    }
}

#[component]
fn Form(key: Key) -> impl IntoView {
    let studio = Studio::here();
    let count = Memo::new(move |_| {
        let count = studio.with(|document| document.message(key).map(|message| message.body.len()));
        count.flatten().unwrap_or_default()
    });
    view! {
        <h2>{move || studio.with(|document| document.name_of(key))}</h2>
        <TextField key field=Field::Sender(0, SenderField::Name(0)) label="Sender, in its own language"/>
        <TextField key field=Field::Sender(0, SenderField::Country) label="Country"/>
        {move || (0..count.get()).map(|at| view! {
            <TextField key field=Field::Paragraph(at) label="Paragraph" is_long=true/>
        }).collect_view()}
    }
}

/// A field of a message, with what is wrong with it.
#[component]
fn TextField(
    key: Key,
    field: Field,
    label: &'static str,
    #[prop(default = false)] is_long: bool,
) -> impl IntoView {
    let studio = Studio::here();
    let value = Memo::new(move |_| {
        let value = studio.with(|document| {
            document.message(key).and_then(|message| field.get(message).map(str::to_owned))
        });
        value.flatten().unwrap_or_default()
    });
    let set = move |text: String| {
        let value = Some(text).filter(|text| !text.is_empty() || is_long);
        studio.edit(Edit::Set { key, field, value });
    };
    view! {
        <div class="field">
            <label>
                <span>{label}</span>
                {if is_long {
                    view! {
                        <textarea prop:value=move || value.get() dir="auto" readonly=move || studio.is_read_only()
                            on:input:target=move |event| set(event.target().value())
                            on:change=move |_| studio.seal()></textarea>
                    }.into_any()
                } else {
                    view! {
                        <input type="text" prop:value=move || value.get() dir="auto" readonly=move || studio.is_read_only()
                            on:input:target=move |event| set(event.target().value())
                            on:change=move |_| studio.seal()/>
                    }.into_any()
                }}
            </label>
            <Findings place=Place::Message(key, Some(field))/>
        </div>
    }
}
