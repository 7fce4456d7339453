//! The rest of the cards.

use leptos::prelude::*;
use solidarity_core::address::{Grouping, files, href_to};

use crate::browser;
use crate::components::shell::changing::changing_text;
use crate::state::Site;

/// The id of the link.
const ID: &str = "more";
/// The links to messages in the grid.
const CARDS: &str = ".card-heading a";

/// A link to the cards that are not there yet. They appear by themselves when the end of the grid
/// is near. Under headings they appear only on request, because new cards go in between. Without
/// the program the link leads to all messages.
#[component]
pub fn More(
    /// How many cards are not there yet.
    rest: Memo<usize>,
    /// Shows more of them.
    more: Callback<()>,
) -> impl IntoView {
    let Site { locale, state, .. } = Site::here();
    let observation = StoredValue::new_local(None);
    Effect::new(move |_| {
        // The link is in the document only from the next frame on.
        request_animation_frame(move || {
            observation.try_set_value(browser::when_near(ID, move || {
                if state.view().grouping == Grouping::None {
                    more.run(());
                }
            }));
        });
    });
    let ask = move |event| {
        if browser::is_plain_click(&event) {
            event.prevent_default();
            let before = browser::count(CARDS);
            more.run(());
            // Keyboard users continue where the new cards begin.
            request_animation_frame(move || browser::focus_nth(CARDS, before));
        }
    };
    view! {
        <p class="more" hidden=move || rest.get() == 0>
            <a id=ID href=href_to(files::BOOKLET) on:click=ask>
                {locale.show_more}" "<span class="more-count">{changing_text(move || rest.get().to_string())}</span>
            </a>
        </p>
    }
}
