//! The line below everything: what was imported last, and the help.

use leptos::prelude::*;
use solidarity_studio::intake::{Report, SourceReport};

use crate::components::help::Help;
use crate::state::{Dialog, Studio, counted};

/// No more columns than this are named.
const NAMED: usize = 3;

/// What the last import became, with a way to all that is to be said of it, and to the help.
#[component]
pub fn Foot() -> impl IntoView {
    let studio = Studio::here();
    let importing = studio.importing;
    view! {
        <footer class="foot">
            {move || importing.report.get().map(|report| {
                let (name, count) = summary(&report);
                let left_out = left_out(&report);
                let table = report.sources.iter().find(|it| !it.tables.is_empty()).map(|it| it.name.clone());
                let notes = match report.notes() {
                    0 => "Report".to_owned(),
                    notes => counted(notes, "note"),
                };
                view! {
                    <p><bdi><strong>{name}</strong></bdi>" "{count}</p>
                    {left_out.map(|text| view! { <p dir="auto">{text}</p> }.into_any())}
                    <p>
                        {table.map(|table| view! {
                            <button type="button" class="plain"
                                on:click=move |_| importing.dialog.set(Some(Dialog::Columns(table.clone())))>
                                "change"<span class="vh">" which column is which"</span>
                            </button>
                        }.into_any())}
                        <button type="button" class="plain"
                            on:click=move |_| importing.dialog.set(Some(Dialog::Report))>
                            {notes}<span class="vh">" on the last import"</span>
                        </button>
                    </p>
                }
                .into_any()
            })}
            <Help/>
        </footer>
    }
}

fn summary(report: &Report) -> (String, String) {
    let messages = counted(report.messages(), "message");
    match report.sources.as_slice() {
        [SourceReport { name, .. }] => (name.clone(), messages),
        sources => (counted(sources.len(), "file"), messages),
    }
}

fn left_out(report: &Report) -> Option<String> {
    let columns = report.left_out();
    let named: Vec<_> = columns.iter().take(NAMED).map(|name| ["“", name, "”"].concat()).collect();
    let more = columns.len().saturating_sub(NAMED);
    let more =
        if more > 0 { [" and ", &counted(more, "more column")].concat() } else { String::new() };
    let verb = if columns.len() == 1 { " is not published" } else { " are not published" };
    (!columns.is_empty()).then(|| [&named.join(", "), more.as_str(), verb].concat())
}
