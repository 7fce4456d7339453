//! The page as visitors will see it.

use leptos::html::Iframe;
use leptos::prelude::*;
use solidarity_studio::protocol::{LinkCard, PreviewPage};

use super::note::note;
use crate::browser::{self, Heard, Shown};
use crate::state::{DEFAULT_COLOURS, Device, Page, Scheme, Studio, Tab};

/// The page that is being edited, as the site will show it.
#[component]
pub fn Preview() -> impl IntoView {
    let studio = Studio::here();
    let previewing = studio.previewing;
    let link = move || match previewing.page() {
        Some(Page::Link(link)) => Some(link),
        _ => None,
    };
    let is_broken = Memo::new(move |_| {
        let selected = studio.selected().filter(|_| !previewing.is_home.get());
        selected.is_some_and(|key| {
            studio.editing.marks.with(|marks| marks.get(&key).is_some_and(|marks| marks.errors > 0))
        })
    });
    let is_framed = move || matches!(previewing.page(), Some(Page::Whole(_) | Page::Card(_)));
    view! {
        <section class="pane preview-pane" aria-labelledby="preview-title">
            <h2 id="preview-title" class="vh">"Preview"</h2>
            <div>
                <Controls/>
                <Show when=move || is_broken.get()>
                    <p class="preview-unpublished">
                        "This message is not published until what is marked is corrected."
                    </p>
                </Show>
            </div>
            <div class="preview-stage" class:phone=move || previewing.device.get() == Device::Phone>
                <Frame hidden=Signal::derive(move || !is_framed())/>
                {move || link().map(|link| view! { <Chat link/> })}
                {move || previewing.nothing().map(|text| note("preview-none", text))}
            </div>
            <p class="preview-said" role="status">{move || previewing.said.get()}</p>
        </section>
    }
}

/// What is shown, how wide, and in which colours.
#[component]
fn Controls() -> impl IntoView {
    let studio = Studio::here();
    let previewing = studio.previewing;
    let is_message = move || !previewing.is_home.get();
    let tab = move |tab: Tab, label: &'static str| {
        let is_chosen = Signal::derive(move || previewing.tab.get() == tab);
        choice(label, is_chosen, Box::new(move || previewing.tab.set(tab)))
    };
    let device = move |device: Device, label: &'static str| {
        let is_chosen = Signal::derive(move || previewing.device.get() == device);
        choice(label, is_chosen, Box::new(move || previewing.device.set(device)))
    };
    let scheme = move |scheme: Scheme, label: &'static str| {
        let is_chosen = Signal::derive(move || previewing.scheme.get() == scheme);
        let choose =
            move || previewing.scheme.set(if is_chosen.get() { Scheme::Own } else { scheme });
        choice(label, is_chosen, Box::new(choose))
    };
    view! {
        <div class="preview-controls">
            <Show when=is_message fallback=|| view! { <p class="preview-what">"Home page"</p> }>
                <div class="tabs" role="group" aria-label="Shown of the message">
                    {tab(Tab::Page, "Its page")}
                    {tab(Tab::Card, "Its card")}
                    {tab(Tab::Chat, "In a chat")}
                </div>
            </Show>
            <div class="tabs preview-way">
                <span role="group" aria-label="Width">
                    {device(Device::Phone, "Phone")}
                    {device(Device::Computer, "Computer")}
                </span>
                <span role="group" aria-label="Colours">
                    {scheme(Scheme::Light, "Light")}
                    {scheme(Scheme::Dark, "Dark")}
                </span>
            </div>
        </div>
    }
}

/// A button that is pressed as long as what it stands for is chosen.
fn choice(label: &'static str, is_chosen: Signal<bool>, choose: Box<dyn Fn()>) -> AnyView {
    view! {
        <button type="button" class="tab" aria-pressed=move || is_chosen.get().to_string()
            on:click=move |_| choose()>{label}</button>
    }
    .into_any()
}

/// The frame. It stays where it is while something else is shown, so that it need not be loaded again.
#[component]
fn Frame(
    /// Whether something else is shown.
    hidden: Signal<bool>,
) -> impl IntoView {
    let studio = Studio::here();
    let frame = NodeRef::<Iframe>::new();
    let loaded = RwSignal::new(false);
    let heard = StoredValue::new_local(None::<Heard>);
    let colours = Memo::new(move |_| studio.look().theme_css(DEFAULT_COLOURS));
    Effect::new(move |_| {
        let (Some(frame), true) = (frame.get(), loaded.get()) else { return };
        let (page, part) = match studio.previewing.page() {
            Some(Page::Whole(page)) => (page, None),
            Some(Page::Card(page)) => (page, Some(".card")),
            _ => return,
        };
        let PreviewPage { html, lang, dir, .. } = page;
        let logo = studio.logo_address();
        let scheme = match studio.previewing.scheme.get() {
            Scheme::Own => None,
            Scheme::Light => Some("light"),
            Scheme::Dark => Some("dark"),
        };
        let shown = Shown { lang, dir, html, part, logo, colours: colours.get(), scheme };
        report(browser::show(&frame, &shown));
    });
    let load = move |_| {
        let Some(frame) = frame.get() else { return };
        match browser::hear_links(&frame, move |href| studio.follow_link(&href)) {
            Ok(links) => heard.set_value(Some(links)),
            Err(error) => report(Err(error)),
        }
        loaded.set(true);
    };
    let source = browser::assets().map(|assets| [&assets, "/client/preview.html"].concat());
    view! {
        <iframe node_ref=frame title="The page as visitors will see it" src=source.unwrap_or_default()
            class:hidden=hidden on:load=load></iframe>
    }
}

fn report(result: Result<(), browser::BrowserError>) {
    if let Err(error) = result {
        leptos::logging::error!("{error}");
    }
}

/// What chat programs show of a link.
#[component]
fn Chat(
    /// What they know of it.
    link: LinkCard,
) -> impl IntoView {
    let LinkCard { site, title, description } = link;
    let host = site.as_deref().and_then(|site| site.split('/').nth(2)).map(str::to_owned);
    let advice = host.is_none().then_some(
        "Chats show this once the site has an address. Give it in the form of the collection, so that they show a \
         picture, too.",
    );
    view! {
        <div class="chat">
            <div class="chat-bubble" dir="auto">
                <p class="chat-host">{host}</p>
                <p class="chat-title" dir="auto">{title}</p>
                <p class="chat-description" dir="auto">{description}</p>
            </div>
            {advice.map(|advice| note("chat-advice", advice))}
        </div>
    }
}
