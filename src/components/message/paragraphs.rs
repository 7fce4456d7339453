//! The text of a message.

use std::ops::Range;

use leptos::prelude::*;
use solidarity_core::address::Page;
use solidarity_core::collection::{Message, Text};
use solidarity_core::quotation::{find, paragraph_id, paragraph_of, passage_id, passage_of};
use solidarity_core::text::direction;

use crate::browser;
use crate::components::search::marked::pieces;
use crate::components::shell::changing::replaced;
use crate::components::shell::feedback::Feedback;
use crate::state::Site;

/// The paragraphs, each with a link to itself. The paragraph that the address leads to, and the
/// words that it quotes, are marked and brought into view.
#[component]
pub fn Paragraphs(
    /// The message.
    message: &'static Message,
) -> impl IntoView {
    let Site { state, folding, .. } = Site::here();
    let texts = message.paragraphs();
    let count = texts.len();
    let quoted = Memo::new(move |_| find(&texts, &state.fragment(), folding));
    let named = Memo::new(move |_| paragraph_of(&state.fragment()));
    Effect::new(move |_| {
        let first_quoted = quoted.with(|quoted| quoted.first().map(|(at, _)| *at));
        // The browser has scrolled there itself, unless the page was not there yet when it tried.
        let named = named.get().or_else(|| passage_of(&state.fragment()));
        if let Some(at) = first_quoted.or(named).filter(|at| *at < count) {
            browser::bring_into_view(&paragraph_id(at));
        }
    });
    let paragraphs = message.body().iter().enumerate();
    paragraphs.map(|(at, text)| view! { <Paragraph message at text quoted named/> }).collect_view()
}

#[component]
fn Paragraph(
    message: &'static Message,
    at: usize,
    text: &'static Text,
    quoted: Memo<Vec<(usize, Range<usize>)>>,
    named: Memo<Option<usize>>,
) -> impl IntoView {
    let site = Site::here();
    let Site { locale, state, selection, folding, .. } = site;
    let page = Page::of(message);
    let Text { text, lang } = text;
    let lang = lang.as_deref();
    let marks = Memo::new(move |_| {
        let here = quoted.get().into_iter().filter(|(quoted, _)| *quoted == at);
        let here: Vec<_> = here.map(|(_, range)| range).collect();
        // Mark what the link quotes; if it quotes nothing, what was searched for.
        match here.is_empty() {
            true => selection.with(|selection| selection.marker.marks(folding, text)),
            false => here,
        }
    });
    let href = format!("{}#{}", state.href(&page), paragraph_id(at));
    let feedback = Feedback::new();
    // The link is for passing on: the address names the paragraph, and nothing moves.
    let copy = move |event| {
        if browser::is_plain_click(&event) {
            event.prevent_default();
            state.name_fragment(&paragraph_id(at));
            if let Some(link) = untrack(|| site.link(&page)) {
                let link = format!("{link}#{}", paragraph_id(at));
                feedback.copy(link, (locale.paragraph_copied)(at + 1));
            }
        }
    };
    let paragraph = replaced(move || {
        let text = marks.with(|marks| pieces(text, marks));
        view! { <p id=paragraph_id(at) lang=lang dir=direction(lang)>{text}</p> }.into_any()
    });
    view! {
        <div id=passage_id(at) class="paragraph" class:paragraph-named=move || named.get() == Some(at) && quoted.with(Vec::is_empty)>
            {paragraph}
            <a class="paragraph-link" href=href aria-label=(locale.paragraph_link)(at + 1)
                lang=locale.lang on:click=copy></a>
            {feedback.view()}
        </div>
    }
}
