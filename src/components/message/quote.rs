//! Quoting a passage of a message.

use leptos::prelude::*;
use solidarity_core::address::Page;
use solidarity_core::citation::Citation;
use solidarity_core::collection::Message;
use solidarity_core::quotation::{Passage, paragraph_id};

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
    let Site { titles, locale, .. } = site;
    let feedback = Feedback::new();
    let page = Page::of(message);
    let selected = RwSignal::new(None::<Passage>);
    Effect::new(move |_| {
        // It listens for as long as the owner of this effect exists.
        StoredValue::new_local(browser::on_selection_change(move || {
            selected.set(passage(message));
        }));
    });
    let copy = move |_| {
        let Some(passage) = selected.get_untracked() else {
            return feedback.failed(locale.quote_hint);
        };
        let paragraphs = message.paragraphs();
        let link = untrack(|| site.link(&page));
        let link = link.map(|link| format!("{link}#{}", passage.fragment(&paragraphs)));
        let source = Citation::of(titles, message, link).plain(titles);
        let quotation = format!("“{}”\n— {source}", passage.text(&paragraphs));
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

/// The passage selected in the text of a message.
fn passage(message: &Message) -> Option<Passage> {
    let ids: Vec<_> = (0..message.body().len()).map(paragraph_id).collect();
    let (start, end) = browser::selected_between(&ids)?;
    Passage::between(&message.paragraphs(), start, end)
}
