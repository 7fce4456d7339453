//! The lists in a message, such as its senders.

use leptos::prelude::*;
use solidarity_studio::{Key, List};

use crate::components::button::{button, button_unless};
use crate::state::Studio;

/// How many elements a list of a message has.
pub fn count_of(key: Key, list: List) -> Memo<usize> {
    let studio = Studio::here();
    Memo::new(move |_| {
        studio.with(|it| it.message(key).map(|it| list.count(it))).flatten().unwrap_or_default()
    })
}

/// What is shown of each element, by its number from 0.
pub fn each(count: Memo<usize>, element: Callback<usize, AnyView>) -> impl IntoView {
    view! {
        <For each=move || 0..count.get() key=|at| *at children=move |at| element.run(at)/>
    }
}

/// The elements of a list, and a button for another one.
#[component]
pub fn Elements(
    /// The message.
    key: Key,
    /// The list.
    list: List,
    /// How many elements there are.
    count: Memo<usize>,
    /// What is shown of an element, by its number from 0.
    element: Callback<usize, AnyView>,
) -> impl IntoView {
    let studio = Studio::here();
    let add = move || {
        let is_another = count.get() > 0 && list != List::Paragraphs;
        [if is_another { "Add another " } else { "Add a " }, list.element()].concat()
    };
    view! {
        {each(count, element)}
        <p class="adding">
            <button type="button" class="plain" aria-disabled=move || studio.is_read_only().then_some("true")
                on:click=move |_| studio.add_element(key, list, count.get_untracked())>{add}</button>
        </p>
    }
}

/// The buttons that move an element up and down.
#[component]
pub fn MoveButtons(
    /// The message.
    key: Key,
    /// The list.
    list: List,
    /// Which element, from 0.
    at: usize,
    /// How many there are.
    count: Memo<usize>,
) -> impl IntoView {
    let studio = Studio::here();
    let next = at.saturating_add(1);
    let is_last = Signal::derive(move || next >= count.get());
    let move_to = move |is_disabled, way: &str, to| {
        let label = ["Move ", list.element(), way].concat();
        button_unless(is_disabled, "", label, move || studio.shift_element(key, list, at, to))
    };
    view! {
        {move_to(Signal::stored(at == 0), " up", at.saturating_sub(1))}
        {move_to(is_last, " down", next)}
    }
}

/// The button that removes an element.
#[component]
pub fn RemoveButton(
    /// The message.
    key: Key,
    /// The list.
    list: List,
    /// Which element, from 0.
    at: usize,
) -> impl IntoView {
    let studio = Studio::here();
    view! {
        {button("", ["Remove ", list.element()].concat(), move || studio.remove_element(key, list, at))}
    }
}
