//! The foot of every page: where the messages come from and whose they are.

use leptos::prelude::*;

use super::ShortcutSwitch;
use crate::browser;
use crate::site::Site;

/// Who received the messages, source, rights, and the data to take away.
#[component]
pub fn Footer() -> impl IntoView {
    let Site { collection, words, state, .. } = Site::here();
    let host = collection.host.as_ref().map(|host| {
        let acronym = host.acronym.as_ref().map(|acronym| format!(" ({acronym})"));
        view! { <div><dt>{words.sent_to}</dt><dd>{host.name.as_str()}{acronym}</dd></div> }
    });
    let source = collection.source.as_ref().map(|source| {
        let name = source.name.as_str();
        let name = match source.url.as_deref() {
            Some(url) => view! { <a href=url rel="external">{name}</a> }.into_any(),
            None => name.into_any(),
        };
        view! { <div><dt>{words.source}</dt><dd>{name}</dd></div> }
    });
    let rights = collection.rights.as_deref().map(|rights| {
        view! { <div><dt>{words.rights}</dt><dd>{rights}</dd></div> }
    });
    view! {
        <footer class="site-foot" lang=words.lang>
            <dl>{host}{source}{rights}</dl>
            <ShortcutSwitch/>
            <p><a href=state.href_of_file(browser::MESSAGES) download="">{words.dataset}</a></p>
        </footer>
    }
}
