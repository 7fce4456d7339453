//! The signatures below a message.

use leptos::prelude::*;
use solidarity_studio::{Field, Key, List, SignatureField};

use super::text_field::TextField;
use crate::components::menu::Menu;
use crate::state::Studio;

/// All signatures, and a button for another one.
#[component]
pub fn Signatures(key: Key) -> impl IntoView {
    let studio = Studio::here();
    let count = Memo::new(move |_| {
        studio
            .with(|it| it.message(key).map(|it| it.signatures.len()))
            .flatten()
            .unwrap_or_default()
    });
    view! {
        <For each=move || 0..count.get() key=|at| *at let:at>
            <Signature key at count/>
        </For>
        <p class="adding">
            <button type="button" class="plain" aria-disabled=move || studio.is_read_only().then_some("true")
                on:click=move |_| {
                let at = count.get_untracked();
                if studio.attempt(|document| document.add(key, List::Signatures, at)) {
                    studio.focus_field(Field::Signature(at, SignatureField::Name));
                }
            }>{move || if count.get() == 0 { "Add a signature" } else { "Add another signature" }}</button>
        </p>
    }
}

#[component]
fn Signature(key: Key, at: usize, count: Memo<usize>) -> impl IntoView {
    let studio = Studio::here();
    let number = at.saturating_add(1);
    let name = ["Signature ", &number.to_string()].concat();
    let shift = move |to: usize| {
        if studio.attempt(|document| document.shift(key, List::Signatures, at, to)) {
            studio.focus_field(Field::Signature(to, SignatureField::Name));
        }
    };
    view! {
        <div class="signature" role="group" aria-label=name.clone()>
            <TextField key field=Field::Signature(at, SignatureField::Name) label="Signed by"/>
            <TextField key field=Field::Signature(at, SignatureField::Role) label="Office"/>
            <Menu label=["More for ", &name.to_lowercase()].concat()>
                <button type="button" disabled=at == 0
                    on:click=move |_| shift(at.saturating_sub(1))>"Move signature up"</button>
                <button type="button" disabled={move || number >= count.get()}
                    on:click=move |_| shift(number)>"Move signature down"</button>
                <button type="button" on:click=move |_| {
                    studio.attempt(|document| document.remove(key, List::Signatures, at));
                    if count.get_untracked() > 0 {
                        studio.focus_field(Field::Signature(at.saturating_sub(1), SignatureField::Name));
                    }
                }>"Remove signature"</button>
            </Menu>
        </div>
    }
}
