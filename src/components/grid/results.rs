//! The cards that the view shows.

use std::sync::Arc;

use leptos::prelude::*;
use solidarity_core::address::{Grouping, View, heading_of};
use solidarity_core::atlas::{Place, RegionGroup, first, group};
use solidarity_core::selection::AT_FIRST;

use super::card::{Card, HeadingLevel};
use super::count::Count;
use super::more::More;
use crate::browser;
use crate::components::ids::RESULTS;
use crate::components::search::progress::SearchProgress;
use crate::components::search::suggestions::Suggestions;
use crate::components::shell::changing::{changing_text, replaced};
use crate::state::Site;

/// What sticks to the top of the window, when it is wide and when it is narrow.
const BAR: &str = ".finder";
const SLIM_BAR: &str = ".finder .search-box";
/// The number of results.
const COUNT: &str = ".count";
/// Stands in the list of cards for the line above those that match only the beginning of a word.
const BEGINNINGS: usize = usize::MAX;
/// The first card, or the line that says there is none.
const ANSWER: &str = "#results :is(.card, .nothing)";
/// How many cards are shown at once for a letter typed if more than a first screen is found. Each
/// letter renders all of them anew; the others follow a moment later, because the end of these is
/// near.
const AT_ONCE: usize = 12;
/// How many more cards appear each time the end is near. [`AT_ONCE`] and [`AT_FIRST`] are multiples
/// of this, because a block is shown as a whole, and so is a row of one to four cards.
const MORE: usize = 12;

/// The cards, in one grid or under headings; if there are none, what to try instead.
#[component]
pub fn Results() -> impl IntoView {
    let Site { locale, state, selection, .. } = Site::here();
    // More cards are shown only in the view they were requested in; the initial view starts with
    // `AT_FIRST`.
    let asked = RwSignal::new((untrack(|| state.view()), AT_FIRST));
    let shown = Memo::new(move |_| selection.with(|s| s.shown.clone()));
    let limit = Memo::new(move |_| {
        let view = state.view();
        let few = shown.with(Vec::len) <= AT_FIRST
            || view.query.is_empty()
            || view.grouping == Grouping::Country;
        asked.with(|(of, limit)| match (*of == view, few) {
            (true, _) => *limit,
            (false, true) => AT_FIRST,
            (false, false) => AT_ONCE,
        })
    });
    let rest = Memo::new(move |_| shown.with(Vec::len).saturating_sub(limit.get()));
    let more = Callback::new(move |()| {
        if rest.get_untracked() > 0 {
            asked.set((state.view(), limit.get_untracked() + MORE));
        }
    });
    // Brings the answer to a request into view; a view the visitor returns to is shown where it was
    // left.
    Effect::new(move |before: Option<(String, Option<Place>)>| {
        let View { query, place, .. } = state.view();
        let asked = (query, place);
        let changed = match before {
            Some(before) => before != asked,
            // A link to a search opens at its results, unless the page is already scrolled.
            None => asked != (String::new(), None) && browser::scroll_y() == 0.0,
        };
        if changed {
            // The cards are in the document only from the next frame on.
            request_animation_frame(move || match state.take_returned() {
                Some(Some(y)) => browser::scroll_to(y),
                Some(None) => {}
                None => browser::bring_answer_into_view(BAR, SLIM_BAR, COUNT, ANSWER),
            });
        }
        asked
    });
    let grouping = Memo::new(move |_| state.view().grouping);
    let partial = Memo::new(move |_| selection.with(|selection| selection.partial));
    let nothing = Memo::new(move |_| shown.with(Vec::is_empty));
    view! {
        <section id=RESULTS class="results" tabindex="-1" aria-labelledby="results-heading">
            <h2 id="results-heading" class="vh">{locale.all_messages}</h2>
            <Count/>
            <SearchProgress/>
            {move || partial.get().then(|| view! { <p class="partly">{locale.partly_found}</p> })}
            {move || match (nothing.get(), grouping.get()) {
                (true, _) => view! { <NothingFound/> }.into_any(),
                (false, Grouping::None) => view! { <Grid shown limit/> }.into_any(),
                (false, Grouping::Country) => view! { <Groups shown limit/> }.into_any(),
            }}
            <More rest more/>
        </section>
    }
}

/// The cards in one grid. It is made of blocks; those far from the window are emptied and keep
/// their height, because ten thousand cards are more than a phone can hold.
#[component]
fn Grid(shown: Memo<Vec<usize>>, limit: Memo<usize>) -> impl IntoView {
    let blocks = Memo::new(move |_| {
        let cards = shown.with(Vec::len).min(limit.get());
        (0..cards.div_ceil(MORE)).collect::<Vec<_>>()
    });
    keyed(blocks, move |block| view! { <Block shown block/> }.into_any())
}

#[component]
fn Block(
    shown: Memo<Vec<usize>>,
    /// The number of the block, from 0.
    block: usize,
) -> impl IntoView {
    let Site { collection, locale, selection, .. } = Site::here();
    let near = RwSignal::new(true);
    let here = Memo::new(move |_| {
        let first = block * MORE;
        let here = |shown: &Vec<usize>| shown.iter().copied().skip(first).take(MORE).collect();
        let mut here: Vec<usize> = if near.get() { shown.with(here) } else { Vec::new() };
        let from = selection.with(|s| s.by_beginning.as_ref().map(|beginning| beginning.from));
        if let Some(at) =
            from.and_then(|from| from.checked_sub(first)).filter(|at| *at < here.len())
        {
            here.insert(at, BEGINNINGS);
        }
        here
    });
    let id = format!("cards-{block}");
    let watched = id.clone();
    let observation = StoredValue::new_local(None);
    Effect::new(move |_| {
        let watched = watched.clone();
        // The block is in the document only from the next frame on.
        request_animation_frame(move || {
            // The block may be gone.
            observation.try_set_value(browser::keep_height_when_far(&watched, move |is_near| {
                near.try_set(is_near);
            }));
        });
    });
    // Different cards have different heights.
    let released = id.clone();
    Effect::new(move |before: Option<()>| {
        shown.track();
        if before.is_some() {
            browser::release_height(&released);
            near.set(true);
        }
    });
    let label = (block > 0).then(|| (locale.messages_from)(block * MORE + 1));
    let begun = move || {
        selection.with(|s| match &s.by_beginning {
            Some(beginning) => (locale.also_beginnings)(&beginning.words),
            None => String::new(),
        })
    };
    let card = move |at: usize| {
        if at == BEGINNINGS {
            return view! { <li class="also">{changing_text(begun)}</li> }.into_any();
        }
        let card = |message| {
            view! { <li><Card message at section="all" level=HeadingLevel::Three/></li> }
        };
        collection.messages.get(at).map(card).into_any()
    };
    view! { <ul id=id class="grid" aria-label=label>{keyed(here, card)}</ul> }
}

/// A view for each number, kept for as long as the number is in the list. All such lists share this
/// function, because each kind of list adds four kilobytes to the program.
fn keyed(
    numbers: Memo<Vec<usize>>,
    view: impl Fn(usize) -> AnyView + Send + Sync + 'static,
) -> impl IntoView {
    let view: Arc<dyn Fn(usize) -> AnyView + Send + Sync> = Arc::new(view);
    view! { <For each=move || numbers.get() key=|number| *number children=move |number| view(number)/> }
}

#[component]
fn Groups(shown: Memo<Vec<usize>>, limit: Memo<usize>) -> impl IntoView {
    let Site { collection, .. } = Site::here();
    replaced(move || {
        let regions = first(shown.with(|shown| group(collection, shown)), limit.get());
        regions.into_iter().map(|region| view! { <Region region/> }).collect_view().into_any()
    })
}

#[component]
fn Region(region: RegionGroup) -> impl IntoView {
    let site = Site::here();
    let Site { locale, collection, .. } = site;
    let cards = region.places.iter().map(|place| place.messages.len()).sum();
    let count = (locale.messages_of_region)(region.messages, cards);
    let name = region.region.map_or(locale.international, locale.region);
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
                .filter_map(|at| Some((at, collection.messages.get(at)?)))
                .map(|(at, message)| view! { <li><Card message at section level/></li> })
                .collect_view();
            let heading = (!alone).then(|| {
                view! { <h3 class="country-heading">{site.titles.place(group.place)}</h3> }
            });
            view! {
                <div id=heading_of(group.place) class=format!("country country-{wide}")>
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
    let Site { locale, state, selection, titles, .. } = Site::here();
    // The search finds something, but nothing from the chosen place.
    let elsewhere = Memo::new(move |_| {
        let view = state.view();
        let found = selection.with(|selection| selection.matching.len());
        view.place.filter(|_| found > 0).map(|place| (place, view.query, found))
    });
    let elsewhere = replaced(move || {
        let elsewhere = elsewhere.get().map(|(place, query, found)| {
            view! {
                <p class="lead">{(locale.none_from_place)(titles.place(place), query.trim())}</p>
                <button type="button" on:click=move |_| {
                    state.clear_place();
                    browser::focus(RESULTS);
                }>{(locale.search_all_places)(found)}</button>
            }
        });
        view! { <div>{elsewhere}</div> }.into_any()
    });
    let hints = locale.nothing_found_hints.iter().map(|hint| view! { <li>{*hint}</li> });
    view! {
        <div class="nothing">
            <h3>{locale.nothing_found}</h3>
            {elsewhere}
            <Suggestions/>
            <ul>{hints.collect_view()}</ul>
            <button type="button" on:click=move |_| {
                state.clear_filters();
                browser::focus(RESULTS);
            }>{locale.show_all}</button>
        </div>
    }
}
