//! One message.

use leptos::prelude::*;

use crate::browser;
use crate::collection::Message;
use crate::components::{
    CopyButton, PASS_ON, Paragraphs, PassOn, ReloadButton, SenderNames, Signatures,
};
use crate::site::Site;
use crate::texts::TextState;
use crate::view_state::Page;

/// A message to be read: senders, text, signatories, and the ways onward. Esc goes back to the
/// grid.
#[component]
pub fn MessagePage(
    /// Its index in the collection.
    at: usize,
    /// The message.
    message: &'static Message,
) -> impl IntoView {
    let site = Site::here();
    let Site { collection, words, state, texts, .. } = site;
    let body = move || match texts.state(at) {
        TextState::Here => view! { <Paragraphs message/> }.into_any(),
        TextState::NotAsked | TextState::Awaited => {
            view! { <p role="status" lang=words.lang>{words.text_awaited}</p> }.into_any()
        }
        TextState::Failed => view! {
            <p role="alert" lang=words.lang>{words.text_failed}</p>
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
        view! { <p class="source-heading"><span lang=words.lang>{words.in_the_source}</span>" "{source}</p> }
    });
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
    view! {
        <nav class="back">
            <a href=move || state.href(&Page::Grid)>{words.back_to_all}</a>
        </nav>
        <article class="message" lang=&collection.language>
            <header>
                <p class="message-place" lang=words.lang>{site.labels.places(message)}</p>
                <h1><SenderNames message/></h1>
                {source}
                <p class="message-meta" lang=words.lang>
                    <span>{(words.minutes_to_read)(message.reading_minutes())}</span>
                    <CopyButton label=words.copy_link said=words.link_copied plain=true
                        text=move || untrack(|| site.link(&page))/>
                    <a class="to-pass-on" href=to_pass_on>{words.pass_on}</a>
                </p>
            </header>
            <div class="message-body">{body}</div>
            <Signatures message/>
        </article>
        <PassOn message/>
        <Neighbours at/>
    }
}

#[component]
fn Neighbours(at: usize) -> impl IntoView {
    let Site { collection, words, .. } = Site::here();
    let message = |at: usize| collection.messages.get(at);
    let previous = at.checked_sub(1).and_then(message);
    let next = message(at + 1);
    view! {
        <nav class="neighbours" aria-label=words.more_messages>
            {previous.map(|message| view! { <Neighbour message label=words.previous rel="prev"/> })}
            {next.map(|message| view! { <Neighbour message label=words.next rel="next"/> })}
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
            <span>{site.labels.senders(message)}</span>
        </a>
    }
}
