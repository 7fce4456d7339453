//! The senders of a message, with all their names.

use leptos::prelude::*;
use solidarity_core::collection::{Message, Sender};
use solidarity_core::text::direction;

use crate::components::search::marked::Marked;

/// Each sender: its main name, then its other names and its acronym.
#[component]
pub fn SenderNames(
    /// The message.
    message: &'static Message,
) -> impl IntoView {
    let senders = message.senders.iter().enumerate();
    senders
        .map(|(at, sender)| {
            let separator = (at > 0).then(|| view! { <span class="vh">", "</span> });
            view! { {separator}<SenderName sender/> }
        })
        .collect_view()
}

#[component]
fn SenderName(sender: &'static Sender) -> impl IntoView {
    let mut names = sender.names.iter();
    let dir = direction(sender.names.first().and_then(|name| name.lang.as_deref()));
    let own = names.next().map(|name| {
        view! { <span class="sender-own" lang=name.lang.as_deref()><Marked text=&name.text/></span> }
    });
    let mut others: Vec<_> = names
        .map(|name| {
            let lang = name.lang.as_deref();
            view! {
                <span class="vh">" / "</span>
                <span lang=lang dir=direction(lang)><Marked text=&name.text/></span>
            }
            .into_any()
        })
        .collect();
    if let Some(acronym) = &sender.acronym {
        others.push(view! { " ("<Marked text=acronym/>")" }.into_any());
    }
    let others = (!others.is_empty()).then(|| view! { <span class="sender-other">{others}</span> });
    view! { <span class="sender" dir=dir>{own}{others}</span> }
}
