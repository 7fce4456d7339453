//! Where the messages come from and whose they are.

use leptos::prelude::*;

use crate::state::Site;

/// Who received the messages, their source and their rights, as entries of a description list.
#[component]
pub fn Provenance() -> impl IntoView {
    let Site { collection, locale, .. } = Site::here();
    let host = collection.host.as_ref().map(|host| {
        let acronym = host.acronym.as_ref().map(|acronym| format!(" ({acronym})"));
        view! { <div class="sent-to"><dt>{locale.sent_to}</dt><dd>{host.name.as_str()}{acronym}</dd></div> }
    });
    let source = collection.source.as_ref().map(|source| {
        let name = source.name.as_str();
        let name = match source.url.as_deref() {
            Some(url) => view! { <a href=url rel="external">{name}</a> }.into_any(),
            None => name.into_any(),
        };
        view! { <div><dt>{locale.source}</dt><dd>{name}</dd></div> }
    });
    let rights = collection.rights.as_deref().map(|rights| {
        view! { <div><dt>{locale.rights}</dt><dd>{rights}</dd></div> }
    });
    view! { {host}{source}{rights} }
}
