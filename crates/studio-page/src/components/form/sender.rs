//! The senders of a message.

use leptos::prelude::*;
use solidarity_studio::{Field, Key, List, SenderField};

use super::country_field::CountryField;
use super::elements::{Elements, MoveButtons, RemoveButton, count_of, each};
use super::sender_details::SenderDetails;
use super::text_field::TextField;
use crate::components::button::button;
use crate::components::menu::Menu;
use crate::state::Studio;

/// All senders, and a button for another one.
#[component]
pub fn Senders(key: Key) -> impl IntoView {
    let count = count_of(key, List::Senders);
    let sender = Callback::new(move |at| view! { <Sender key at count/> }.into_any());
    view! { <Elements key list=List::Senders count element=sender/> }
}

/// A sender: its names, its country, and what few have.
#[component]
fn Sender(
    /// The message.
    key: Key,
    /// Which sender, from 0.
    at: usize,
    /// How many there are.
    count: Memo<usize>,
) -> impl IntoView {
    let studio = Studio::here();
    let names = count_of(key, List::Names(at));
    let number = at.saturating_add(1);
    let add_name = move || studio.add_element(key, List::Names(at), names.get_untracked());
    let name = Callback::new(move |name| {
        view! {
            <TextField key field=Field::Sender(at, SenderField::Name(name))
                language=Field::Sender(at, SenderField::NameLanguage(name))
                label=if name == 0 { "Sender, in its own language" } else { "In another language" }/>
        }
        .into_any()
    });
    view! {
        <fieldset class="group">
            <legend class:vh=move || count.get() < 2>{["Sender ", &number.to_string()].concat()}</legend>
            <div class="group-tools">
                <Menu label=["More for sender ", &number.to_string()].concat()>
                    {button("", "Add its name in another language", add_name)}
                    {move || names.get().checked_sub(1).filter(|last| *last > 0).map(|last| view! {
                        {button("", "Put its last name first", move || {
                            studio.attempt(|document| document.shift(key, List::Names(at), last, 0));
                        })}
                        {button("", "Remove its last name", move || {
                            if studio.attempt(|document| document.remove(key, List::Names(at), last)) {
                                studio.focus_field(Field::Sender(at, SenderField::Name(0)));
                            }
                        })}
                    }.into_any())}
                    <MoveButtons key list=List::Senders at count/>
                    <RemoveButton key list=List::Senders at/>
                </Menu>
            </div>
            {each(names, name)}
            <CountryField key at/>
            <SenderDetails key at/>
        </fieldset>
    }
}
