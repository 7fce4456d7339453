//! The signatures below a message.

use leptos::prelude::*;
use solidarity_studio::{Field, Key, List, SignatureField};

use super::elements::{Elements, MoveButtons, RemoveButton, count_of};
use super::text_field::TextField;
use crate::components::menu::Menu;

/// All signatures, and a button for another one.
#[component]
pub fn Signatures(key: Key) -> impl IntoView {
    let count = count_of(key, List::Signatures);
    let signature = Callback::new(move |at| view! { <Signature key at count/> }.into_any());
    view! { <Elements key list=List::Signatures count element=signature/> }
}

#[component]
fn Signature(key: Key, at: usize, count: Memo<usize>) -> impl IntoView {
    let number = at.saturating_add(1).to_string();
    view! {
        <div class="signature" role="group" aria-label=["Signature ", &number].concat()>
            <TextField key field=Field::Signature(at, SignatureField::Name) label="Signed by"/>
            <TextField key field=Field::Signature(at, SignatureField::Role) label="Office"/>
            <Menu label=["More for signature ", &number].concat()>
                <MoveButtons key list=List::Signatures at count/>
                <RemoveButton key list=List::Signatures at/>
            </Menu>
        </div>
    }
}
