//! One message.

use leptos::prelude::*;
use solidarity_core::address::{Page, View};
use solidarity_core::collection::Message;

use crate::browser;
use crate::components::ids::PASS_ON;
use crate::components::message::paragraphs::Paragraphs;
use crate::components::message::pass_on::PassOn;
use crate::components::message::sender_names::SenderNames;
use crate::components::message::signatures::Signatures;
use crate::components::shell::copy_button::CopyButton;
use crate::components::shell::reload_button::ReloadButton;
use crate::state::{Site, TextState};

/// A message to read: its collection, senders, text and signatories, and where to go next. Esc
/// returns to the grid.
#[component]
pub fn MessagePage(
    /// Its index in the collection.
    at: usize,
    /// The message.
    message: &'static Message,
) -> impl IntoView {
    let site = Site::here();
    let Site { collection, locale, state, texts, .. } = site;
    let body = move || match texts.state(at) {
        TextState::Here => view! { <Paragraphs message/> }.into_any(),
        TextState::NotAsked | TextState::Awaited => {
            view! { <p role="status" lang=locale.lang>{locale.text_awaited}</p> }.into_any()
        }
        TextState::Failed => view! {
            <p role="alert" lang=locale.lang>{locale.text_failed}</p>
            <ReloadButton/>
        }
        .into_any(),
    };
    Effect::new(move |_| texts.ask(at));
    let source = message
        .senders
        .iter()
        .filter_map(|sender| sender.heading.as_deref().filter(|h| *h != sender.name()));
    let source: Vec<_> = source.map(|heading| view! { <q>{heading}</q>" " }).collect();
    let source = (!source.is_empty()).then(|| {
        view! { <p class="source-heading"><span lang=locale.lang>{locale.in_the_source}</span>" "{source}</p> }
    });
    let occasion = site.titles.circumstances();
    let occasion = (!occasion.is_empty()).then(|| format!(" · {occasion}"));
    let page = Page::of(message);
    let to_pass_on = format!("{}#{PASS_ON}", state.href(&page));
    Effect::new(move |_| {
        let escape = window_event_listener(leptos::ev::keydown, move |event| {
            if event.key() == "Escape" && !browser::is_typing(&event) {
                state.open(Page::Grid);
            }
        });
        on_cleanup(move || escape.remove());
    });
    let walk = Walk::here(site, at);
    let count = walk.messages.len();
    let (back, place_in_results) = match walk.results {
        true => {
            let place = (locale.result_of)(walk.position + 1, count);
            (
                (locale.back_to_results)(count),
                Some(view! { <span class="result-of">{place}</span> }),
            )
        }
        false => (locale.back_to_all.to_owned(), None),
    };
    view! {
        <p class="back">
            <a href=move || state.href(&Page::Grid)>{back}</a>
            {place_in_results}
        </p>
        <article class="message" lang=&collection.language>
            <header>
                <p class="belongs-to">
                    <a href=move || state.href(&Page::Grid)>{site.titles.whole_title()}</a>
                    {occasion}
                </p>
                <p class="message-place" lang=locale.lang>{site.titles.places(message)}</p>
                <h1><SenderNames message/></h1>
                {source}
                <p class="message-meta" lang=locale.lang>
                    <span>{(locale.minutes_to_read)(message.reading_minutes())}</span>
                    <CopyButton label=locale.copy_link said=locale.link_copied plain=true
                        text=move || untrack(|| site.link(&page))/>
                    <a class="to-pass-on" href=to_pass_on>{locale.pass_on}</a>
                </p>
            </header>
            <div class="message-body">{body}</div>
            <Signatures message/>
        </article>
        <PassOn message/>
        <Neighbours walk/>
    }
}

/// The position of a message among those that the reader is going through.
struct Walk {
    /// Their indices in the collection, in order.
    messages: Vec<usize>,
    /// The position of this message among them, from 0.
    position: usize,
    /// Whether they are the results of a search, or the messages of a place.
    results: bool,
}

impl Walk {
    /// Goes through what the grid shows, or through the whole collection if that does not include
    /// the message.
    fn here(site: Site, at: usize) -> Walk {
        let Site { collection, state, selection, .. } = site;
        let view = untrack(|| state.view());
        let results = view.place.is_some() || !view.query.trim().is_empty();
        let all = || (0..collection.messages.len()).collect();
        let messages = match view == View::default() {
            true => all(),
            false => selection.with_untracked(|s| s.in_order(collection, view.grouping)),
        };
        match messages.iter().position(|shown| *shown == at) {
            Some(position) => Walk { messages, position, results },
            None => Walk { messages: all(), position: at, results: false },
        }
    }
}

#[component]
fn Neighbours(walk: Walk) -> impl IntoView {
    let Site { collection, locale, .. } = Site::here();
    let Walk { messages, position, results } = walk;
    let message = |position: usize| collection.messages.get(*messages.get(position)?);
    let previous = position.checked_sub(1).and_then(message);
    let next = message(position + 1);
    let (before, after) = match results {
        true => (locale.previous_result, locale.next_result),
        false => (locale.previous, locale.next),
    };
    view! {
        <nav class="neighbours" aria-label=locale.more_messages>
            {previous.map(|message| view! { <Neighbour message label=before rel="prev"/> })}
            {next.map(|message| view! { <Neighbour message label=after rel="next"/> })}
        </nav>
    }
}

#[component]
fn Neighbour(message: &'static Message, label: &'static str, rel: &'static str) -> impl IntoView {
    let site = Site::here();
    let href = site.state.href(&Page::of(message));
    view! {
        <a href=href rel=rel class=format!("neighbour-{rel}")>
            <span class="neighbour-label">{label}</span>
            <span>{site.titles.senders(message)}</span>
        </a>
    }
}
