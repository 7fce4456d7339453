//! A message's card in the grid.

use std::time::Duration;

use leptos::prelude::*;
use solidarity_core::address::Page;
use solidarity_core::collection::Message;
use solidarity_core::search::{Excerpt, ExcerptPart};
use solidarity_core::text::direction;

use super::card_places::CardPlaces;
use crate::components::message::sender_names::SenderNames;
use crate::components::search::marked::Marked;
use crate::components::shell::changing::replaced;
use crate::state::{Site, TextState, Texts};

/// How long a card must be shown before its text is requested.
const MOMENT: Duration = Duration::from_millis(120);

/// The level of a card's heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadingLevel {
    /// Under the heading of the list.
    Three,
    /// Under the heading of a country.
    Four,
}

/// A card: who sent a message and from where, its opening or the passage found, and who signed it.
///
/// The whole card is one link, named after the senders; only its places are links of their own.
#[component]
pub fn Card(
    /// The message.
    message: &'static Message,
    /// Its index in the collection.
    at: usize,
    /// The part of the page that the card is in, to tell it from other cards of the same message.
    section: &'static str,
    /// The level of its heading.
    level: HeadingLevel,
) -> impl IntoView {
    let Site { locale, state, collection, .. } = Site::here();
    let href = move || state.href(&Page::of(message));
    let link = view! {
        <a id=format!("card-{section}-{}", message.id) href=href lang=&collection.language>
            <SenderNames message/>
        </a>
    };
    let heading = match level {
        HeadingLevel::Three => view! { <h3 class="card-heading">{link}</h3> }.into_any(),
        HeadingLevel::Four => view! { <h4 class="card-heading">{link}</h4> }.into_any(),
    };
    view! {
        <article class="card">
            <CardPlaces message/>
            {heading}
            <CardText message at/>
            <p class="card-foot">
                <CardSignatures message/>
                <span class="card-length">{(locale.minutes_to_read)(message.reading_minutes())}</span>
            </p>
        </article>
    }
}

#[component]
fn CardText(message: &'static Message, at: usize) -> impl IntoView {
    let Site { collection, locale, folding, selection, texts, .. } = Site::here();
    let state = Memo::new(move |_| texts.state(at));
    if !message.is_whole() {
        // If the text could not be loaded, the next letter typed requests it again.
        Effect::new(move |_| {
            selection.track();
            ask_soon(texts, at);
        });
    }
    let excerpt = Memo::new(move |_| {
        state.track();
        selection.with(|s| Excerpt::of(message, &s.marker, folding))
    });
    replaced(move || {
        if state.get() == TextState::Failed {
            return view! { <p class="card-text">{locale.text_failed}</p> }.into_any();
        }
        let excerpt = excerpt.get();
        let (cut_after, has_rest) = (excerpt.cut_after, excerpt.has_rest());
        let parts: Vec<_> = excerpt
            .parts
            .into_iter()
            .map(|passage| {
                let ExcerptPart { text, rest, lang } = passage;
                let rest = (!rest.is_empty())
                    .then(|| view! { <span class="card-rest"><Marked text=rest/></span> });
                view! { <span lang=lang dir=direction(lang)><Marked text/>{rest}</span>" " }
            })
            .collect();
        // Where the rest is shown, it must not be followed by an ellipsis for text left out.
        let dots =
            (cut_after || has_rest).then(|| view! { <bdi class:card-cut=!cut_after>"…"</bdi> });
        let awaited = matches!(state.get(), TextState::NotAsked | TextState::Awaited);
        view! {
            <p class="card-text" class:card-text-awaited=awaited lang=&collection.language>
                {excerpt.cut_before.then_some("… ")}{parts}{dots}
            </p>
        }
        .into_any()
    })
}

/// Requests the text of a card that is still there after a moment, because cards change with every
/// letter typed.
fn ask_soon(texts: Texts, at: usize) {
    let timer = set_timeout_with_handle(move || texts.ask(at), MOMENT).ok();
    on_cleanup(move || {
        if let Some(timer) = timer {
            timer.clear();
        }
    });
}

#[component]
fn CardSignatures(message: &'static Message) -> impl IntoView {
    let Site { locale, .. } = Site::here();
    let names: Vec<_> = message.signatures.iter().map(|s| s.name.as_str()).collect();
    if names.is_empty() {
        return view! { <span class="card-unsigned">{locale.unsigned}</span> }.into_any();
    }
    view! {
        <span class="card-signatures">
            <span class="vh">{locale.signed_by}" "</span>
            <Marked text=(locale.list)(&names)/>
        </span>
    }
    .into_any()
}
