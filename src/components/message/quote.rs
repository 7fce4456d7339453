//! Quoting a passage of a message.

use leptos::prelude::*;
use solidarity_core::address::Page;
use solidarity_core::citation::Citation;
use solidarity_core::collection::{Message, Sender};
use solidarity_core::quotation::{Quotable, Spot, paragraph_id};

use crate::browser;
use crate::components::shell::feedback::Feedback;
use crate::state::Site;

/// A button that copies the selected text as a quotation, with its source and a link that opens at
/// it. While something is selected, the button is within reach wherever the reader is.
#[component]
pub fn Quote(
    /// The message.
    message: &'static Message,
) -> impl IntoView {
    let site = Site::here();
    let Site { titles, locale, folding, .. } = site;
    let feedback = Feedback::new();
    let page = Page::of(message);
    let ids: Vec<_> = (0..message.body().len()).map(paragraph_id).collect();
    let selected = RwSignal::new(None::<(Spot, Spot)>);
    Effect::new(move |_| {
        let ids = ids.clone();
        // It listens for as long as the owner of this effect exists.
        StoredValue::new_local(browser::on_selection_change(move || {
            selected.set(browser::selected_between(&ids));
        }));
    });
    let copy = move |_| {
        let paragraphs = message.paragraphs();
        // What the page says above the message.
        let title = titles.whole_title();
        let mut preceding = vec![title.as_str()];
        preceding.extend(message.senders.iter().map(Sender::name));
        let quotable = Quotable {
            paragraphs: &paragraphs,
            preceding: &preceding,
            folding,
            boundaries: browser::word_boundaries,
        };
        let selected = selected.get_untracked();
        let Some(passage) = selected.and_then(|(start, end)| quotable.passage(start, end)) else {
            return feedback.failed(locale.quote_hint);
        };
        let link = untrack(|| site.link(&page));
        let link = link.map(|link| format!("{link}#{}", quotable.fragment(&passage)));
        let source = Citation::of(titles, message, link).plain(titles);
        let quotation = format!("“{}”\n— {source}", quotable.text(&passage));
        feedback.copy(quotation, locale.quotation_copied.into());
    };
    view! {
        <div class="part quote">
            <h3>{locale.quote}</h3>
            <div>
                <p>{locale.quote_hint}</p>
                // Pressing the button must not clear the selection it is meant for.
                <p class="actions" class:ready=move || selected.with(Option::is_some)>
                    <button type="button"
                        on:mousedown=|event| event.prevent_default() on:click=copy>
                        {locale.copy_quotation}
                    </button>
                    {feedback.view()}
                </p>
            </div>
        </div>
    }
}
