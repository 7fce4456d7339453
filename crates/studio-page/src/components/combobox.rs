//! A field with a list of what can be chosen (WAI-ARIA Authoring Practices, “Editable Combobox With List
//! Autocomplete”).

use leptos::ev;
use leptos::prelude::*;
use solidarity_studio::{Choice, matching};

use crate::browser;
use crate::state::Studio;

/// A field in which somebody types, and below it what begins like that.
#[component]
pub fn Combobox(
    /// The id of the field, which has a label elsewhere.
    id: String,
    /// What can be chosen.
    choices: Signal<Vec<Choice>>,
    /// What is in the field while nobody types there.
    text: Signal<String>,
    /// What is typed, letter by letter.
    on_text: Callback<String>,
    /// What was typed, when the field is left or Enter is pressed.
    on_done: Callback<String>,
    /// The value that was chosen.
    on_pick: Callback<String>,
    /// Whether the list is always there.
    #[prop(default = false)]
    is_always_open: bool,
    /// Whether the field is marked as wrong.
    #[prop(into, default = Signal::stored(None))]
    invalid: Signal<Option<&'static str>>,
    /// What the field is described by.
    #[prop(into, default = Signal::stored(None))]
    described: Signal<Option<String>>,
) -> impl IntoView {
    let studio = Studio::here();
    let draft = RwSignal::new(None::<String>);
    let is_open = RwSignal::new(false);
    let active = RwSignal::new(None::<usize>);
    // What the field had to show after the last letter: anything else comes from elsewhere, and goes before the draft.
    let last = StoredValue::new(String::new());
    Effect::new(move |_| {
        let text = text.get();
        if last.with_value(|last| *last != text) {
            last.set_value(text);
            draft.set(None);
        }
    });
    let found = Memo::new(move |_| {
        let typed = draft.with(|draft| draft.as_deref().map(browser::folded).unwrap_or_default());
        choices.with(|choices| {
            let found = matching(choices, &typed).into_iter();
            found.filter_map(|at| choices.get(at).cloned()).collect::<Vec<_>>()
        })
    });
    let list_id = [&id, "-list"].concat();
    let option_id = {
        let id = list_id.clone();
        move |at: usize| [&id, "-", &at.to_string()].concat()
    };
    let is_shown =
        move || (is_open.get() || is_always_open) && found.with(|found| !found.is_empty());
    let pick = move |choice: Choice| {
        draft.set(None);
        is_open.set(false);
        active.set(None);
        // What is chosen may take the field away.
        on_pick.run(choice.value);
    };
    let done = move || {
        // A field that is taken away loses the focus, too.
        let Some(typed) = draft.try_get_untracked() else { return };
        is_open.set(false);
        active.set(None);
        if let Some(typed) = typed {
            draft.set(None);
            on_done.run(typed);
        }
    };
    let typed = move |typed: String| {
        is_open.set(true);
        draft.set(Some(typed.clone()));
        let has_text = !typed.is_empty();
        // What can be chosen may depend on what is typed.
        on_text.run(typed);
        last.set_value(text.get_untracked());
        let is_found = found.with_untracked(|found| !found.is_empty());
        active.set((has_text && is_found).then_some(0));
    };
    let step = {
        let option_id = option_id.clone();
        move |down: bool| {
            is_open.set(true);
            let count = found.with_untracked(Vec::len);
            let at = match (active.get_untracked(), down) {
                (None, true) => Some(0),
                (None, false) => count.checked_sub(1),
                (Some(at), true) => Some(at.saturating_add(1)).filter(|at| *at < count),
                (Some(at), false) => at.checked_sub(1),
            };
            active.set(at);
            if let Some(at) = at {
                let id = option_id(at);
                // A list that has been closed meanwhile has nothing to be scrolled.
                set_timeout(move || drop(browser::show_element(&id)), Default::default());
            }
        }
    };
    let keys = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "ArrowDown" | "ArrowUp" if !event.alt_key() => {
            event.prevent_default();
            step(event.key() == "ArrowDown");
        }
        "Enter" => {
            event.prevent_default();
            let chosen = active
                .get_untracked()
                .and_then(|at| found.with_untracked(|it| it.get(at).cloned()));
            match chosen {
                Some(choice) => pick(choice),
                None => done(),
            }
        }
        "Escape" if is_open.get_untracked() && !is_always_open => {
            event.prevent_default();
            is_open.set(false);
            active.set(None);
        }
        _ => {}
    };
    let active_id = {
        let option_id = option_id.clone();
        move || active.get().filter(|_| is_shown()).map(&option_id)
    };
    view! {
        <div class="combobox" class:inline=is_always_open>
            <input type="text" id=id role="combobox" dir="auto" autocomplete="off" spellcheck="false"
                aria-autocomplete="list" aria-controls=list_id.clone() aria-expanded=move || is_shown().to_string()
                aria-activedescendant=active_id aria-invalid=move || invalid.get() aria-describedby=move || described.get()
                readonly=move || studio.is_read_only()
                prop:value=move || draft.get().unwrap_or_else(|| text.get())
                on:input:target=move |event| typed(event.target().value())
                on:click=move |_| is_open.set(true)
                on:keydown=keys on:blur=move |_| done()/>
            <ul id=list_id role="listbox" aria-label="Suggestions" class="options" hidden=move || !is_shown()>
                {move || is_shown().then(|| {
                    let option_id = option_id.clone();
                    found.get().into_iter().enumerate().map(move |(at, choice)| {
                        let label = choice.label.clone();
                        view! {
                            <li role="option" id=option_id(at)
                                aria-selected=move || (active.get() == Some(at)).to_string()
                                // The focus stays in the field.
                                on:mousedown=move |event| event.prevent_default()
                                on:click=move |_| pick(choice.clone())>{label}</li>
                        }
                        .into_any()
                    }).collect_view()
                })}
            </ul>
        </div>
    }
}
