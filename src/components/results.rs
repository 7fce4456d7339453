//! The cards that the view shows.

use leptos::prelude::*;

use super::{Card, HeadingLevel, More, Suggestions};
use crate::atlas::{RegionGroup, first, group};
use crate::site::Site;
use crate::view_state::{Grouping, View};

/// So many cards are there at first: more than a screen shows, and few enough to be made anew with
/// every letter that is typed.
const AT_FIRST: usize = 24;
/// So many more come each time that the end is near.
const MORE: usize = 24;

/// The cards, in one grid or under headings; or what to try where there is none.
#[component]
pub fn Results() -> impl IntoView {
    let Site { words, state, selection, .. } = Site::here();
    // More are there for the view in which they were asked for only.
    let asked = RwSignal::new(None::<(View, usize)>);
    let limit = Memo::new(move |_| {
        let view = state.view();
        asked.with(|asked| match asked {
            Some((of, limit)) if *of == view => *limit,
            _ => AT_FIRST,
        })
    });
    let shown = Memo::new(move |_| selection.with(|s| s.shown.clone()));
    let there = Memo::new(move |_| {
        shown.with(|shown| shown.iter().copied().take(limit.get()).collect::<Vec<_>>())
    });
    let rest = Memo::new(move |_| shown.with(Vec::len).saturating_sub(limit.get()));
    let more = Callback::new(move |()| {
        if rest.get_untracked() > 0 {
            asked.set(Some((state.view(), limit.get_untracked() + MORE)));
        }
    });
    let grouping = Memo::new(move |_| state.view().grouping);
    let partial = Memo::new(move |_| selection.with(|selection| selection.partial));
    let nothing = Memo::new(move |_| shown.with(Vec::is_empty));
    view! {
        <section id="results" class="results" tabindex="-1" aria-labelledby="results-heading">
            <h2 id="results-heading" class="vh">{words.all_messages}</h2>
            {move || partial.get().then(|| view! { <p class="partly">{words.partly_found}</p> })}
            {move || match (nothing.get(), grouping.get()) {
                (true, _) => view! { <NothingFound/> }.into_any(),
                (false, Grouping::None) => view! { <Grid there/> }.into_any(),
                (false, Grouping::Country) => view! { <Groups shown limit/> }.into_any(),
            }}
            <More rest more/>
        </section>
    }
}

#[component]
fn Grid(there: Memo<Vec<usize>>) -> impl IntoView {
    let Site { collection, .. } = Site::here();
    let messages = move || there.get().into_iter().filter_map(|at| collection.messages.get(at));
    view! {
        <ul class="grid">
            <For each=messages key=|message| &message.id let:message>
                <li><Card message section="all" level=HeadingLevel::Three/></li>
            </For>
        </ul>
    }
}

#[component]
fn Groups(shown: Memo<Vec<usize>>, limit: Memo<usize>) -> impl IntoView {
    let Site { collection, .. } = Site::here();
    move || {
        let regions = first(shown.with(|shown| group(collection, shown)), limit.get());
        regions.into_iter().map(|region| view! { <Region region/> }).collect_view()
    }
}

#[component]
fn Region(region: RegionGroup) -> impl IntoView {
    let site = Site::here();
    let Site { words, collection, .. } = site;
    let count = (words.messages)(region.messages);
    let name = region.region.map_or(words.international, words.region);
    let alone = region.region.is_none();
    let places = region
        .places
        .into_iter()
        .map(|group| {
            let level = if alone { HeadingLevel::Three } else { HeadingLevel::Four };
            let section = group.place.id();
            let wide = group.messages.len().min(3);
            let cards = group
                .messages
                .into_iter()
                .filter_map(|at| collection.messages.get(at))
                .map(|message| view! { <li><Card message section level/></li> })
                .collect_view();
            let heading = (!alone).then(|| {
                view! { <h3 class="country-heading">{site.labels.place(group.place)}</h3> }
            });
            view! {
                <div class=format!("country country-{wide}")>
                    {heading}
                    <ul class="grid">{cards}</ul>
                </div>
            }
        })
        .collect_view();
    view! {
        <section class="region-section">
            <h2 class="region-heading">{name}" "<span class="region-count">{count}</span></h2>
            <div class="countries">{places}</div>
        </section>
    }
}

#[component]
fn NothingFound() -> impl IntoView {
    let Site { words, state, .. } = Site::here();
    let hints = words.nothing_found_hints.iter().map(|hint| view! { <li>{*hint}</li> });
    view! {
        <div class="nothing">
            <h3>{words.nothing_found}</h3>
            <Suggestions/>
            <ul>{hints.collect_view()}</ul>
            <button type="button" on:click=move |_| {
                state.clear_filters();
                crate::browser::focus(super::search_box::ID);
            }>{words.show_all}</button>
        </div>
    }
}
