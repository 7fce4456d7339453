//! What became of each source of the last import.

use leptos::prelude::*;
use solidarity_studio::intake::SourceReport;
use solidarity_studio::sort_by_key;

use crate::components::button::button;
use crate::components::modal::Modal;
use crate::state::{Dialog, Studio, counted};

/// No more sources than this are listed: of a large archive, those with something to say come first.
const SOURCES: usize = 200;

/// The report.
#[component]
pub fn ReportDialog() -> impl IntoView {
    let studio = Studio::here();
    let (dialog, report) = (studio.importing.dialog, studio.importing.report);
    let close = Callback::new(move |()| dialog.set(None));
    let sources = move || {
        let mut sources = report.get().map(|report| report.sources).unwrap_or_default();
        if sources.len() > SOURCES {
            sort_by_key(&mut sources, |source| (!source.is_refused, source.count == 0));
        }
        let more = sources.len().saturating_sub(SOURCES);
        sources.truncate(SOURCES);
        let more = (more > 0).then(|| {
            view! { <p>{["… and ", &counted(more, "more file"), "."].concat()}</p> }
        });
        view! {
            {sources.into_iter().map(|source| view! { <Source source/> }).collect_view()}
            {more}
        }
    };
    view! {
        <Modal is_wide=true open=Signal::derive(move || dialog.get() == Some(Dialog::Report)) id="report-title"
            title=Signal::stored("What became of the last import".to_owned()) close>
            <div class="report">{sources()}</div>
        </Modal>
    }
}

#[component]
fn Source(source: SourceReport) -> impl IntoView {
    let studio = Studio::here();
    let SourceReport { name, messages, outcome, is_refused, notes, count, tables } = source;
    let more = count.saturating_sub(notes.len());
    let opened = name.clone();
    let notes = notes.into_iter().map(|note| {
        view! {
            <li dir="auto">"Line "{note.line}": "{note.text}</li>
        }
        .into_any()
    });
    view! {
        <section class="report-source">
            <h3><bdi>{name}</bdi></h3>
            <p class:refused=is_refused>
                {(!is_refused).then(|| counted(messages, "message"))}
                {outcome.map(|outcome| [if is_refused { "" } else { " · " }, &outcome].concat())}
            </p>
            {(!tables.is_empty()).then(|| button("plain", "Which column is which", move || studio.importing.dialog.set(Some(Dialog::Columns(opened.clone())))))}
            {(count > 0).then(|| view! { <ul>{notes.collect_view()}</ul> })}
            {(more > 0).then(|| ["… and ", &counted(more, "more note"), " on this file."].concat())}
        </section>
    }
}
