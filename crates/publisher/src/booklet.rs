//! All messages one after another, for reading through or printing: a page without the program.

use leptos::prelude::*;
use solidarity_atlas::components::message::sender_names::SenderNames;
use solidarity_atlas::components::message::signatures::Signatures;
use solidarity_atlas::components::shell::provenance::Provenance;
use solidarity_atlas::components::shell::title::Title;
use solidarity_atlas::state::Site;
use solidarity_core::address::{Page, href_to};
use solidarity_core::collection::Message;
use solidarity_core::text::direction;

/// The booklet: title page, contents, and the messages, each starting on a new page.
#[component]
pub fn Booklet(
    /// Its path below the base of the site.
    path: &'static str,
) -> impl IntoView {
    let Site { collection, titles, locale, state, .. } = Site::here();
    let here = href_to(path);
    let contents = collection.messages.iter().map(|message| {
        // The page has a base, so a bare fragment would lead to the home page.
        let href = format!("{here}#{}", message.id);
        view! {
            <li>
                <a href=href lang=&collection.language><bdi>{titles.senders(message)}</bdi></a>
                " "<span class="contents-place">{titles.places(message)}</span>
            </li>
        }
    });
    let messages = collection.messages.iter().map(|message| view! { <Chapter message/> });
    view! {
        <main id="main" class="booklet" lang=locale.lang>
            <p class="back"><a href=state.href(&Page::Grid)>{locale.back_to_all}</a></p>
            <header class="booklet-title">
                <Title/>
                <dl><Provenance/></dl>
            </header>
            <nav class="contents" aria-labelledby="contents">
                <h2 id="contents">{locale.contents}</h2>
                <ol>{contents.collect_view()}</ol>
            </nav>
            {messages.collect_view()}
        </main>
    }
}

#[component]
fn Chapter(message: &'static Message) -> impl IntoView {
    let site = Site::here();
    let Site { collection, titles, locale, .. } = site;
    let paragraphs = message.body().iter().map(|paragraph| {
        let lang = paragraph.lang.as_deref();
        view! { <p lang=lang dir=direction(lang)>{paragraph.text.as_str()}</p> }
    });
    let link = site.link(&Page::of(message)).map(|link| {
        view! { <p class="permalink"><a href=link.clone()>{link.clone()}</a></p> }
    });
    view! {
        <article id=&message.id class="message" lang=&collection.language>
            <header lang=locale.lang>
                <p class="message-place">{titles.places(message)}</p>
                <h2 lang=&collection.language><SenderNames message/></h2>
            </header>
            <div class="message-body">{paragraphs.collect_view()}</div>
            <Signatures message/>
            {link}
        </article>
    }
}
