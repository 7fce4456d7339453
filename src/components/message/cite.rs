//! Citing a message.

use leptos::prelude::*;
use solidarity_core::address::{Page, href_to};
use solidarity_core::citation::Citation;
use solidarity_core::collection::Message;

use crate::components::shell::changing::changing_text;
use crate::components::shell::copy_button::CopyButton;
use crate::state::Site;

/// The citation of a message as text, and as files for reference managers.
#[component]
pub fn Cite(
    /// The message.
    message: &'static Message,
) -> impl IntoView {
    let site = Site::here();
    let Site { titles, locale, published, .. } = site;
    let page = Page::of(message);
    let folder = page.path();
    let citation =
        Memo::new(move |_| Citation::of(titles, message, site.link(&page)).plain(titles));
    let files = published.with_value(|published| published.files).then(|| {
        let file = |(name, file): (&'static str, &str)| {
            let href = href_to(&format!("{folder}{file}"));
            view! { <li><a href=href download="">{name}</a></li> }
        };
        let files = [("BibTeX", "cite.bib"), ("RIS", "cite.ris"), ("CSL-JSON", "cite.json")];
        view! {
            <p id="reference-managers">{locale.for_reference_managers}</p>
            <ul class="ways" aria-labelledby="reference-managers">{files.map(file).collect_view()}</ul>
        }
    });
    view! {
        <div class="part cite">
            <h3>{locale.cite}</h3>
            <div>
                <p class="citation">{changing_text(move || citation.get())}</p>
                <p class="actions">
                    <CopyButton label=locale.copy_citation said=locale.citation_copied
                        text=move || Some(citation.get_untracked())/>
                </p>
                {files}
            </div>
        </div>
    }
}
