//! One message.

use leptos::prelude::*;

use crate::browser;
use crate::collection::{Message, Text};
use crate::components::SenderNames;
use crate::site::Site;
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
    let Site { collection, words, state, .. } = site;
    let source = message
        .senders
        .iter()
        .filter_map(|sender| sender.heading.as_deref().filter(|h| *h != sender.name()));
    let source: Vec<_> = source.map(|heading| view! { <q>{heading}</q>" " }).collect();
    let source = (!source.is_empty()).then(|| {
        view! { <p class="source-heading"><span lang=words.lang>{words.in_the_source}</span>" "{source}</p> }
    });
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
                <p class="message-place" lang=words.lang>{site.places_line(message)}</p>
                <h1><SenderNames message/></h1>
                {source}
                <p class="message-meta" lang=words.lang>
                    <span>{(words.minutes_to_read)(message.reading_minutes())}</span>
                    <CopyLink message/>
                </p>
            </header>
            <div class="message-body">
                {message.body.iter().map(paragraph).collect_view()}
            </div>
            <Signatures message/>
        </article>
        <Neighbours at/>
    }
}

fn paragraph(Text { text, lang }: &'static Text) -> impl IntoView {
    view! { <p lang=lang.as_deref()>{text.as_str()}</p> }
}

#[component]
fn Signatures(message: &'static Message) -> impl IntoView {
    let Site { words, .. } = Site::here();
    if message.signatures.is_empty() {
        return view! { <p class="unsigned" lang=words.lang>{words.unsigned}</p> }.into_any();
    }
    let signatures = message.signatures.iter().map(|signature| {
        let role = signature.role.as_deref();
        view! {
            <li>
                <span class="signatory">{signature.name.as_str()}</span>
                {role.map(|role| view! { <span class="vh">", "</span><span class="role">{role}</span> })}
            </li>
        }
    });
    view! {
        <h2 class="vh" lang=words.lang>{words.signed_by}</h2>
        <ul class="signatures">{signatures.collect_view()}</ul>
    }
    .into_any()
}

#[component]
fn CopyLink(message: &'static Message) -> impl IntoView {
    let Site { words, state, notice, .. } = Site::here();
    let copy = move |_| {
        let path = state.href(&Page::Message(message.id.clone()));
        leptos::task::spawn_local(async move {
            let url = browser::absolute_url(&path).unwrap_or(path);
            notice.set(Some(match browser::copy(&url).await {
                Ok(()) => words.link_copied.into(),
                Err(_) => (words.link_not_copied)(&url),
            }));
        });
    };
    view! { <button type="button" class="plain" on:click=copy>{words.copy_link}</button> }
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
    let href = site.state.href(&Page::Message(message.id.clone()));
    view! {
        <a href=href rel=rel class=format!("neighbour-{rel}")>
            <span class="neighbour-label">{label}</span>
            <span>{site.senders_line(message)}</span>
        </a>
    }
}
