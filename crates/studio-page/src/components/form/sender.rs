//! A sender of a message.

use leptos::prelude::*;
use solidarity_studio::{Field, Key, List, SenderField};

use super::country_field::CountryField;
use super::sender_details::SenderDetails;
use super::text_field::TextField;
use crate::components::menu::Menu;
use crate::state::Studio;

/// A sender: its names, its country, and what few have.
#[component]
pub fn Sender(
    /// The message.
    key: Key,
    /// Which sender, from 0.
    at: usize,
    /// How many there are.
    count: Memo<usize>,
) -> impl IntoView {
    let studio = Studio::here();
    let names = Memo::new(move |_| {
        let names = studio.with(|document| {
            document.message(key).and_then(|it| it.senders.get(at)).map(|it| it.names.len())
        });
        names.flatten().unwrap_or_default()
    });
    let number = at.saturating_add(1);
    let shift = move |to: usize| {
        if studio.attempt(|document| document.shift(key, List::Senders, at, to)) {
            studio.focus_field(Field::Sender(to, SenderField::Name(0)));
        }
    };
    let add_name = move |_| {
        let next = names.get_untracked();
        if studio.attempt(|document| document.add(key, List::Names(at), next)) {
            studio.focus_field(Field::Sender(at, SenderField::Name(next)));
        }
    };
    view! {
        <fieldset class="group">
            <legend class:vh=move || count.get() < 2>{["Sender ", &number.to_string()].concat()}</legend>
            <div class="group-tools">
                <Menu label=["More for sender ", &number.to_string()].concat()>
                    <button type="button" on:click=add_name>"Add its name in another language"</button>
                    {move || names.get().checked_sub(1).filter(|last| *last > 0).map(|last| view! {
                        <button type="button" on:click=move |_| {
                            studio.attempt(|document| document.shift(key, List::Names(at), last, 0));
                        }>"Put its last name first"</button>
                        <button type="button" on:click=move |_| {
                            if studio.attempt(|document| document.remove(key, List::Names(at), last)) {
                                studio.focus_field(Field::Sender(at, SenderField::Name(0)));
                            }
                        }>"Remove its last name"</button>
                    })}
                    <button type="button" disabled=at == 0
                        on:click=move |_| shift(at.saturating_sub(1))>"Move sender up"</button>
                    <button type="button" disabled={move || number >= count.get()}
                        on:click=move |_| shift(number)>"Move sender down"</button>
                    <button type="button" on:click=move |_| {
                        studio.attempt(|document| document.remove(key, List::Senders, at));
                        studio.focus_field(Field::Sender(at.saturating_sub(1), SenderField::Name(0)));
                    }>"Remove sender"</button>
                </Menu>
            </div>
            <For each=move || 0..names.get() key=|name| *name let:name>
                <TextField key field=Field::Sender(at, SenderField::Name(name))
                    language=Field::Sender(at, SenderField::NameLanguage(name))
                    label=if name == 0 { "Sender, in its own language" } else { "In another language" }/>
            </For>
            <CountryField key at/>
            <SenderDetails key at/>
        </fieldset>
    }
}
