//! Which column of a table is which.

use std::collections::HashMap;

use leptos::prelude::*;
use solidarity_studio::intake::{FIELDS, NOTHING, field_label};
use solidarity_studio::protocol::{Column, Table};

use crate::components::button::button;
use crate::components::modal::Modal;
use crate::components::note::note;
use crate::state::{Dialog, Studio, counted};

/// How many examples of a column are shown.
const EXAMPLES: usize = 3;

/// The columns of the tables of a source, each with what it is taken as and what is in it.
#[component]
pub fn ColumnsDialog() -> impl IntoView {
    let studio = Studio::here();
    let (dialog, report) = (studio.importing.dialog, studio.importing.report);
    let close = Callback::new(move |()| dialog.set(None));
    let source = Memo::new(move |_| match dialog.get() {
        Some(Dialog::Columns(source)) => Some(source),
        _ => None,
    });
    let title = Signal::derive(move || {
        let source = source.get().unwrap_or_default();
        ["Which column of ", &source, " is which?"].concat()
    });
    let content = move || {
        let source = source.get()?;
        let report = report.get()?;
        let found = report.sources.into_iter().find(|it| it.name == source)?;
        Some(view! { <Tables source tables=found.tables/> })
    };
    view! {
        <Modal is_wide=true open=Signal::derive(move || source.with(Option::is_some)) id="columns-title" title close>
            {content()}
        </Modal>
    }
}

#[component]
fn Tables(source: String, tables: Vec<Table>) -> impl IntoView {
    let studio = Studio::here();
    let chosen = RwSignal::new(HashMap::<String, String>::new());
    let missing: Vec<_> = tables.iter().flat_map(Table::missing).collect();
    let missing = (!missing.is_empty()).then(|| {
        ["No column is taken as: ", &missing.join(", "), ". Choose the column that has it."]
            .concat()
    });
    let edited = studio.edited_since(&source);
    let lost = (edited > 0).then(|| {
        let were = if edited == 1 { " was edited" } else { " were edited" };
        [
            &counted(edited, "message"),
            were,
            " since: these changes are replaced, too. “Undo” brings them back.",
        ]
        .concat()
    });
    let can_read = studio.can_read_again(&source);
    let undecided: Vec<_> = tables.iter().flat_map(Table::undecided).map(str::to_owned).collect();
    let read_again = move || {
        let mut chosen = chosen.get_untracked();
        if chosen.is_empty() {
            return studio.importing.dialog.set(None);
        }
        // Whoever has seen the table has decided on all of its columns.
        for header in &undecided {
            chosen.entry(header.clone()).or_insert_with(|| NOTHING.to_owned());
        }
        studio.read_again(&source, chosen);
    };
    view! {
        {missing.map(|missing| note("finding error", missing))}
        {tables.into_iter().map(|table| view! { <Columns table chosen/> }).collect_view()}
        {lost.map(|lost| note("finding", lost))}
        <p class="dialog-actions">
            {if can_read {
                button("strong", "Use these columns", read_again)
            } else {
                view! { <p>"To choose other columns, bring the file in again."</p> }.into_any()
            }}
        </p>
    }
}

#[component]
fn Columns(table: Table, chosen: RwSignal<HashMap<String, String>>) -> impl IntoView {
    let Table { sheet, columns, .. } = table;
    view! {
        <div class="table-scroll" tabindex="0" role="region" aria-label="Columns">
            <table class="columns">
                {sheet.map(|sheet| view! { <caption>"Sheet “"{sheet}"”"</caption> })}
                <thead>
                    <tr><th scope="col">"Column"</th><th scope="col">"Taken as"</th><th scope="col">"Examples"</th></tr>
                </thead>
                <tbody>
                    {columns.into_iter().map(|column| view! { <Row column chosen/> }).collect_view()}
                </tbody>
            </table>
        </div>
    }
}

#[component]
fn Row(column: Column, chosen: RwSignal<HashMap<String, String>>) -> impl IntoView {
    let Column { header, field, examples } = column;
    let now = field.unwrap_or_else(|| NOTHING.to_owned());
    let is_numbered = now != NOTHING && FIELDS.iter().all(|(name, _)| *name != now);
    let numbered = is_numbered.then(|| (now.clone(), field_label(&now)));
    let nothing = (NOTHING.to_owned(), "Not published".to_owned());
    let named = FIELDS.iter().map(|(name, label)| ((*name).to_owned(), (*label).to_owned()));
    let options = std::iter::once(nothing).chain(numbered).chain(named).map(|(name, label)| {
        let is_now = name == now;
        view! { <option value=name selected=is_now>{label}</option> }.into_any()
    });
    let options = options.collect_view();
    let label = ["“", &header, "” is taken as"].concat();
    let of = header.clone();
    view! {
        <tr>
            <th scope="row" dir="auto">{header}</th>
            <td>
                <select aria-label=label on:change:target=move |event| {
                    let value = event.target().value();
                    chosen.update(|chosen| {
                        if value == now {
                            chosen.remove(&of);
                        } else {
                            chosen.insert(of.clone(), value);
                        }
                    });
                }>{options}</select>
            </td>
            <td>
                <ul class="examples">
                    {examples.into_iter().take(EXAMPLES).map(|example| view! { <li dir="auto">{example}</li> }.into_any()).collect_view()}
                </ul>
            </td>
        </tr>
    }
}
