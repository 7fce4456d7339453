//! Finding and replacing words in all messages.

use std::time::Duration;

use leptos::html::Dialog;
use leptos::prelude::*;
use solidarity_studio::{Match, Matches, Place, Search, Zones};

use super::button::button;
use super::note::note;

use super::modal::show_while;
use crate::state::Studio;

/// How long nobody types before the messages are searched: in many of them, that takes longer than a key.
const PAUSE: Duration = Duration::from_millis(150);

/// How many places are shown at first, and how many more each time.
const SHOWN_AT_ONCE: usize = 100;

/// What to look for, what to write instead, and every place before it is changed.
#[component]
pub fn FindDialog() -> impl IntoView {
    let studio = Studio::here();
    let is_open = studio.editing.is_finding;
    let dialog = NodeRef::<Dialog>::new();
    show_while(is_open.into(), dialog);
    let (text, with) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    // What was typed before the last pause.
    let sought = RwSignal::new(String::new());
    let mut seek = debounce(PAUSE, move |text| sought.set(text));
    let options = [false, false, true, true, true].map(RwSignal::new);
    let [match_case, whole_words, names, signatures, texts] = options;
    let search = move || Search {
        text: sought.get(),
        match_case: match_case.get(),
        whole_words: whole_words.get(),
        zones: Zones { names: names.get(), signatures: signatures.get(), texts: texts.get() },
    };
    let found = Memo::new(move |_| match is_open.get() {
        true => studio.with(|document| document.find(&search())).unwrap_or_default(),
        false => Default::default(),
    });
    // The places that somebody wants to keep as they are, by their numbers.
    let kept = RwSignal::new(Vec::<usize>::new());
    Effect::new(move |_| {
        found.track();
        kept.set(Vec::new());
    });
    // If one of them is left out, no more are replaced than can be seen.
    let count = move || match kept.with(Vec::len) {
        0 => found.with(|found| found.count),
        kept => found.with(|found| found.shown.len()).saturating_sub(kept),
    };
    let replace = move |_| {
        let matches = found.get_untracked();
        let kept = kept.get_untracked();
        let changed = count();
        let with = with.get_untracked();
        let is_done = studio.attempt(|document| {
            if kept.is_empty() {
                return document.replace_all(&untrack(search), &with);
            }
            let wanted = matches.shown.iter().enumerate().filter(|(at, _)| !kept.contains(at));
            let wanted: Vec<_> = wanted.map(|(_, it)| it.clone()).collect();
            document.replace(&wanted, &with)
        });
        if is_done {
            is_open.set(false);
            studio.say_replaced(changed);
        }
    };
    let check = move |label: &'static str, signal: RwSignal<bool>| {
        view! {
            <label class="check">
                <input type="checkbox" prop:checked=signal on:change:target=move |event| signal.set(event.target().checked())/>
                {label}
            </label>
        }
    };
    let said = move || match (sought.with(String::is_empty), found.with(|found| found.count)) {
        (true, _) => String::new(),
        (false, 0) => "Not found.".to_owned(),
        (false, 1) => "1 place".to_owned(),
        (false, count) => [&count.to_string(), " places"].concat(),
    };
    view! {
        <dialog class="dialog wide" node_ref=dialog aria-labelledby="find-title" on:close=move |_| is_open.set(false)>
            <h2 id="find-title">"Find and replace"</h2>
            <div class="field">
                <label for="find-text">"Find"</label>
                <input type="text" id="find-text" dir="auto" autocomplete="off" prop:value=text
                    on:input:target=move |event| {
                        text.set(event.target().value());
                        seek(event.target().value());
                    }/>
            </div>
            <div class="field">
                <label for="find-with">"Replace with"</label>
                <input type="text" id="find-with" dir="auto" autocomplete="off" prop:value=with
                    on:input:target=move |event| with.set(event.target().value())/>
            </div>
            <div class="checks" role="group" aria-label="Where and how to look">
                {check("Texts", texts)}
                {check("Senders", names)}
                {check("Signatures", signatures)}
                {check("Match capitals", match_case)}
                {check("Whole words", whole_words)}
            </div>
            <p class="found-count" role="status">{said}</p>
            {move || {
                found.track();
                places(found, kept, with)
            }}
            {move || found.with(|found| found.count.checked_sub(found.shown.len())).filter(|more| *more > 0).map(|more| {
                let more = more.to_string();
                note("hint", ["And ", &more, " more, which are replaced as well unless you leave out one above."].concat())
            })}
            <p class="dialog-actions">
                <button type="button" class="strong" disabled=move || count() == 0 || text.get() != sought.get() on:click=replace>
                    {move || match count() {
                        0 => "Replace".to_owned(),
                        1 => "Replace in 1 place".to_owned(),
                        count => ["Replace in ", &count.to_string(), " places"].concat(),
                    }}
                </button>
                {button("outlined", "Close", move || is_open.set(false))}
            </p>
        </dialog>
    }
}

/// The places that were found: the first of them, until somebody wants to see more.
fn places(
    found: Memo<Matches>,
    kept: RwSignal<Vec<usize>>,
    with: RwSignal<String>,
) -> impl IntoView {
    let parts = RwSignal::new(1);
    let part = move |part: usize| {
        found.with_untracked(|found| {
            let shown = found.shown.iter().enumerate();
            let shown = shown.skip(part * SHOWN_AT_ONCE).take(SHOWN_AT_ONCE);
            shown.map(|(at, it)| place(it.clone(), at, kept, with)).collect_view()
        })
    };
    let has_more =
        move || found.with_untracked(|found| found.shown.len() > parts.get() * SHOWN_AT_ONCE);
    view! {
        <ul class="matches" aria-label="Places">
            <For each=move || 0..parts.get() key=|part| *part children=part/>
            <Show when=has_more>
                <li>
                    <button type="button" class="plain" on:click=move |_| parts.update(|parts| *parts += 1)>
                        "Show more"
                    </button>
                </li>
            </Show>
        </ul>
    }
}

/// A place that was found, as it is and as it would be.
fn place(found: Match, at: usize, kept: RwSignal<Vec<usize>>, with: RwSignal<String>) -> AnyView {
    let studio = Studio::here();
    let Match { key, field, context, .. } = found;
    let name = studio.with_untracked(|document| document.name_of(key)).unwrap_or_default();
    let label = field.label();
    view! {
        <li>
            <label class="check">
                <input type="checkbox" prop:checked=move || kept.with(|kept| !kept.contains(&at))
                    on:change:target=move |event| {
                        let is_kept = !event.target().checked();
                        kept.update(|kept| match is_kept {
                            true => kept.push(at),
                            false => kept.retain(|it| *it != at),
                        });
                    }/>
                <span dir="auto">
                    {context.before} <del>{context.found}</del> <ins>{with}</ins> {context.after}
                </span>
            </label>
            <button type="button" class="plain" on:click=move |_| {
                studio.editing.is_finding.set(false);
                studio.reveal(&Place::Message(key, Some(field)));
            }><bdi>{name}</bdi> ", " {label}</button>
        </li>
    }
    .into_any()
}
