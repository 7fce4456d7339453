//! Passing a message on: link, ways to share it, QR code, quotation and citation.

use leptos::prelude::*;
use solidarity_core::address::{Page, href_to};
use solidarity_core::collection::Message;
use solidarity_core::sharing::{Way, ways};

use super::cite::Cite;
use super::quote::Quote;
use crate::browser;
use crate::components::ids::PASS_ON;
use crate::components::shell::changing::{changing_text, replaced};
use crate::components::shell::copy_button::CopyButton;
use crate::components::shell::feedback::Feedback;
use crate::state::Site;

/// The end of a message's page, for readers who want to pass the message on.
#[component]
pub fn PassOn(
    /// The message.
    message: &'static Message,
) -> impl IntoView {
    let Site { locale, published, .. } = Site::here();
    let page = Page::of(message);
    let code = published.with_value(|p| p.with_addresses()).then(|| {
        let code = href_to(&format!("{}qr.svg", page.path()));
        view! {
            <img class="qr" src=code alt=locale.qr_code width="132" height="132" loading="lazy"/>
        }
    });
    view! {
        <section id=PASS_ON class="pass-on" aria-labelledby="pass-on-heading" lang=locale.lang>
            <h2 id="pass-on-heading">{locale.pass_on}</h2>
            <div class="pass-on-parts">
                <div class="part">
                    <h3>{locale.share}</h3>
                    <div class="pass-on-share">
                        <div><Share message/></div>
                        {code}
                    </div>
                </div>
                <Quote message/>
                <Cite message/>
            </div>
        </section>
    }
}

#[component]
fn Share(message: &'static Message) -> impl IntoView {
    let site = Site::here();
    let Site { titles, locale, .. } = site;
    let feedback = Feedback::new();
    let page = Page::of(message);
    let title = titles.title(&page, &Default::default());
    let link = Memo::new(move |_| site.link(&page));
    // Known only in the browser, so not part of the first render.
    let device_shares = RwSignal::new(false);
    Effect::new(move |_| device_shares.set(browser::can_share()));
    let shared_title = title.clone();
    let share = move |_| {
        let Some(url) = link.get_untracked() else { return };
        let title = shared_title.clone();
        leptos::task::spawn_local(async move {
            if browser::share(&title, &url).await.is_err() {
                feedback.failed(locale.not_shared);
            }
        });
    };
    let ways = replaced(move || {
        let title = &title;
        let ways = link.get().map(|url| {
            let ways = ways(title, &url).into_iter().map(|Way { service, href }| {
                let name = service.unwrap_or(locale.email);
                view! { <li><a href=href target="_blank" rel="noopener noreferrer">{name}</a></li> }
            });
            view! { <ul class="ways" aria-label=locale.share_by>{ways.collect_view()}</ul> }
        });
        ways.into_any()
    });
    view! {
        <p class="permalink">
            <span class="vh">{locale.permalink}": "</span>
            {changing_text(move || link.get().unwrap_or_default())}
        </p>
        <p class="actions">
            <CopyButton label=locale.copy_link said=locale.link_copied
                text=move || link.get_untracked()/>
            <Show when=move || device_shares.get()>
                <button type="button" on:click=share.clone()>{locale.share_with_device}</button>
            </Show>
            {feedback.view()}
        </p>
        {ways}
    }
}
