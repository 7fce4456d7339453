//! Messages that may be there already.

use leptos::prelude::*;

use crate::components::button::button;
use crate::components::modal::Modal;
use crate::state::{Answer, Question, Studio, counted};

/// Asks what to do with messages that are brought again.
#[component]
pub fn AgainDialog() -> impl IntoView {
    let studio = Studio::here();
    let question = studio.importing.question;
    let close = Callback::new(move |()| {
        if question.with_untracked(Option::is_some) {
            studio.answer(Answer::Nothing);
        }
    });
    let title = Signal::derive(move || {
        let Some(question) = question.get() else { return String::new() };
        if question.same == question.count {
            [
                "These ",
                &counted(question.count, "message"),
                if question.count == 1 { " is" } else { " are" },
                " already there",
            ]
            .concat()
        } else if question.same > 0 {
            [
                &question.same.to_string(),
                " of these ",
                &counted(question.count, "message"),
                " are already there",
            ]
            .concat()
        } else {
            [&question.sources, " was imported before"].concat()
        }
    });
    view! {
        <Modal open=Signal::derive(move || question.with(Option::is_some)) id="again-title" title close>
            {move || question.get().map(|question| view! { <Choices question/> })}
        </Modal>
    }
}

#[component]
fn Choices(question: Question) -> impl IntoView {
    let studio = Studio::here();
    let Question { count, same, before, edited, .. } = question;
    let new = count - same;
    let choice = move |answer: Answer, label: String, is_strong: bool| {
        let class = if is_strong { "strong" } else { "outlined" };
        button(class, label, move || studio.answer(answer))
    };
    let lost = (edited > 0 && !before.is_empty()).then(|| {
        let have = if edited == 1 { " was edited" } else { " were edited" };
        [
            "If you replace them, what you changed is replaced, too: ",
            &counted(edited, "message"),
            have,
            ". “Undo” brings it back.",
        ]
        .concat()
    });
    let replace = (!before.is_empty())
        .then(|| ["Replace the ", &counted(before.len(), "message"), " from before"].concat());
    view! {
        {lost.map(|lost| view! { <p>{lost}</p> })}
        <p class="dialog-actions">
            {(new > 0 && same > 0).then(|| {
                choice(Answer::OnlyNew, ["Add only the ", &new.to_string(), if new == 1 { " that is new" } else { " that are new" }].concat(), true)
            })}
            {(new == 0).then(|| choice(Answer::Nothing, "Leave them as they are".to_owned(), true))}
            {replace.map(|label| choice(Answer::Replace, label, same == 0))}
            {choice(Answer::Both, if same == 0 { "Add them as well" } else { "Add all of them again" }.to_owned(), false)}
        </p>
    }
}
