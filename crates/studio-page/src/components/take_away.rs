//! Taking away what was made.

use leptos::html::Dialog;
use leptos::prelude::*;
use solidarity_studio::publishing::{Progress, Published};

use super::button::button;
use super::next_steps::NextSteps;
use crate::state::{Aim, Form, Stage, Studio};

/// The ways to take away what was made, and the dialog in which it happens.
#[component]
pub fn TakeAway() -> impl IntoView {
    let studio = Studio::here();
    let away = studio.away();
    let dialog = NodeRef::<Dialog>::new();
    // What is shown stays while only the progress changes, so that nobody loses the focus or misses a button.
    let shown = Memo::new(move |_| match away.stage() {
        Stage::Working(_) => Stage::Working(Progress { done: 0, total: 0 }),
        stage => stage,
    });
    Effect::new(move |_| {
        let is_closed = shown.get() == Stage::Closed;
        let Some(dialog) = dialog.get() else { return };
        if is_closed {
            dialog.close();
            return;
        }
        // Both fail only for a dialog that is in no page.
        let _shown = if dialog.open() { dialog.focus() } else { dialog.show_modal() };
    });
    view! {
        {button("outlined rare", "Save data", move || away.show(Stage::Data))}
        {button("outlined rare", "Try it", move || studio.take_away(Aim::Try))}
        {button("strong", "Save site (ZIP)", move || studio.take_away(Aim::Save))}
        <dialog class="take-away" aria-labelledby="take-away-title" tabindex="-1" node_ref=dialog
            on:close=move |_| studio.cancel_away()>
            {move || content(studio, shown.get())}
        </dialog>
    }
}

fn content(studio: Studio, stage: Stage) -> AnyView {
    let away = studio.away();
    match stage {
        Stage::Closed => ().into_any(),
        Stage::Asking(aim, count) => view! {
            <h2 id="take-away-title">"Some messages cannot be shown"</h2>
            <p>{broken(count)}</p>
            <div class="actions">
                {button("outlined", "Correct them first", move || away.close())}
                {button("strong", "Leave them out", move || studio.publish(aim, true))}
            </div>
        }
        .into_any(),
        Stage::Working(_) => view! { <Working/> }.into_any(),
        Stage::Saved(name, published) => view! {
            <h2 id="take-away-title">"The site is saved"</h2>
            <p>{saved(&name, published)}</p>
            <NextSteps/>
        }
        .into_any(),
        Stage::NextSteps => view! {
            <h2 id="take-away-title">"Publish a saved site"</h2>
            <NextSteps/>
        }
        .into_any(),
        Stage::Ready(address) => view! {
            <h2 id="take-away-title">"The site is ready to try"</h2>
            <p>
                "It opens from this browser’s own store, as visitors will see it. Nobody else can open it. After a \
                change, choose “Try it” again."
            </p>
            <div class="actions">
                {button("outlined", "Close", move || away.close())}
                <a class="button strong" href=address target="_blank" autofocus>"Open the site"</a>
            </div>
        }
        .into_any(),
        Stage::Failed(aim, why) => view! {
            <h2 id="take-away-title">"The site could not be made"</h2>
            <p>{why}</p>
            <p>"Nothing is lost."</p>
            <div class="actions">
                {button("outlined", "Close", move || away.close())}
                {(aim == Aim::Try).then(|| button("strong", "Save site (ZIP)", move || studio.take_away(Aim::Save)))}
            </div>
        }
        .into_any(),
        Stage::Data => view! {
            <h2 id="take-away-title">"Save the messages"</h2>
            <p>
                "The file of messages has everything, and the studio opens it again. The table is for \
                spreadsheets: it has a row for each message."
            </p>
            <p>
                {button("plain", "How to publish a saved site", move || away.show(Stage::NextSteps))}
            </p>
            <div class="actions">
                {button("outlined", "Close", move || away.close())}
                {button("outlined", "Table (CSV)", move || studio.save_data(Form::Table))}
                {button("strong", "File of messages", move || studio.save_data(Form::Messages))}
            </div>
        }
        .into_any(),
    }
}

/// How far the site is.
#[component]
fn Working() -> impl IntoView {
    let studio = Studio::here();
    let away = studio.away();
    let progress = move || match away.stage() {
        Stage::Working(progress) => progress,
        _ => Progress { done: 0, total: 0 },
    };
    view! {
        <h2 id="take-away-title">"The site is being made"</h2>
        <label class="progress">
            <span>{move || of(progress())}</span>
            <progress max=move || progress().total.max(1) value=move || progress().done></progress>
        </label>
        <div class="actions">
            {button("outlined", "Cancel", move || studio.cancel_away())}
        </div>
    }
}

fn of(Progress { done, total }: Progress) -> String {
    [&done.to_string(), " of ", &total.to_string(), " messages"].concat()
}

fn broken(count: usize) -> String {
    let (which, them) = match count {
        1 => ("One message has errors", "it"),
        _ => ("messages have errors", "them"),
    };
    let number = if count == 1 { String::new() } else { [&count.to_string(), " "].concat() };
    [
        &number,
        which,
        ". Correct ",
        them,
        " first, or leave ",
        them,
        " out: the site then goes without ",
        them,
        ".",
    ]
    .concat()
}

fn saved(name: &str, published: Published) -> String {
    let Published { pages, has_address, left_out, lacking } = published;
    let mut said = [
        name,
        " is where your browser puts downloads. It has ",
        &pages.to_string(),
        if pages == 1 { " page" } else { " pages" },
        " and the messages themselves: drop it here again to go on.",
    ]
    .concat();
    if left_out > 0 {
        let number = left_out.to_string();
        said += &[" Left out: ", &number, if left_out == 1 { " message." } else { " messages." }]
            .concat();
    }
    if !lacking.is_empty() {
        let systems = lacking.join(", ");
        said += &[
            " This computer has no font for ",
            &systems,
            ": pictures for previews leave such texts out.",
        ]
        .concat();
    }
    if !has_address {
        said += " No address is set, so there is no feed, and chat applications show no picture: write the address \
                 under “Title, place, colours” once you know it, and save again.";
    }
    said
}
