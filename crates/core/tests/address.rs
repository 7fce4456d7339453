//! Addresses, what they ask for, and which messages that shows.

#![allow(clippy::indexing_slicing, reason = "a test is to stop where it fails")]

use fixtures::{congress, folder, index};
use proptest::prelude::*;
use solidarity_core::address::{Grouping, Order, Page, View};
use solidarity_core::atlas::Place;
use solidarity_core::selection::Selection;

#[test]
fn paths_lead_to_pages() {
    let message = |id: &str| Page::Message(id.into());
    assert_eq!(Page::parse(""), Page::Grid);
    assert_eq!(Page::parse("index.html"), Page::Grid);
    assert_eq!(Page::parse("m/essf/"), message("essf"));
    assert_eq!(Page::parse("m/essf"), message("essf"));
    assert_eq!(Page::parse("m/essf/index.html"), message("essf"));
    for countries in ["countries/", "countries", "countries/index.html"] {
        assert_eq!(Page::parse(countries), Page::Grid);
        assert_eq!(View::parse(countries, "").grouping, Grouping::Country);
    }
    assert_eq!(Page::parse("about"), Page::About);
    assert_eq!(Page::parse("m/"), Page::Unknown("m/".into()));
    assert_eq!(Page::parse("m/a/b"), Page::Unknown("m/a/b".into()));
    assert_eq!(Page::parse("elsewhere"), Page::Unknown("elsewhere".into()));
    assert_eq!(message("essf").path(), "m/essf/");
}

#[test]
fn the_default_view_needs_no_query() {
    assert_eq!(View::default().address(), "");
    assert_eq!(View::parse("", ""), View::default());
    assert_eq!(View::parse("", "?"), View::default());
}

#[test]
fn what_an_address_says_in_a_way_we_do_not_know_is_passed_over() {
    let view = View::parse("", "?q=left&country=ZZ&sort=upside-down&group=mood&utm_source=x");
    assert_eq!(view, View { query: "left".into(), ..View::default() });
}

#[test]
fn a_view_shows_what_it_says() {
    let collection = congress();
    let index = index(&collection);
    let shown = |search: &str| -> Vec<&str> {
        let selection =
            Selection::new(&collection, Some(&index), folder(), &View::parse("", search));
        selection.shown.iter().map(|at| collection.messages[*at].id.as_str()).collect()
    };
    assert_eq!(shown("?country=FR"), ["essf", "npa"]);
    assert_eq!(
        shown("?country=international"),
        [
            "european-left-and-die-linke",
            "progressive-international",
            "international-peoples-assembly"
        ]
    );
    assert_eq!(shown("?country=NP&q=climate&sort=length").len(), 2);
    assert_eq!(shown("?sort=length")[0], "vansterpartiet");
    let by_sender = shown("?sort=sender");
    assert_eq!(by_sender[0], "cpiml-liberation");
    assert_eq!(by_sender[16], "vansterpartiet", "ä sorts as a");
    assert_eq!(shown(""), collection.messages.iter().map(|m| m.id.as_str()).collect::<Vec<_>>());
}

#[test]
fn a_selection_says_where_longer_words_begin_among_those_shown() {
    let collection = congress();
    let index = index(&collection);
    let of = |search: &str| {
        Selection::new(&collection, Some(&index), folder(), &View::parse("", search))
    };
    let all = of("?q=war");
    let from = all.by_beginning.as_ref().map_or(0, |beginnings| beginnings.from);
    assert!((1..all.shown.len()).contains(&from));
    // In another order they are anywhere.
    assert_eq!(of("?q=war&sort=length").by_beginning, None);
    assert_eq!(of("?q=war&sort=sender").by_beginning, None);
    assert_eq!(of("").by_beginning, None);
    // Of one place only those of it are counted; it is not said where there is one kind.
    let mut some = 0;
    for country in ["AU", "FR", "NP", "ID", "GB", "international"] {
        let here = of(&format!("?q=war&country={country}"));
        let whole = here.shown.iter().filter(|at| all.shown[..from].contains(at)).count();
        let expect = (1..here.shown.len()).contains(&whole).then_some(whole);
        assert_eq!(here.by_beginning.map(|beginnings| beginnings.from), expect, "{country}");
        some += usize::from(expect.is_some());
    }
    assert!(some > 0);
}

proptest! {
    #[test]
    fn a_view_survives_its_address(
        query in "\\PC*",
        place in prop::sample::select(vec!["", "FR", "XK", "international"]),
        order in prop::sample::select(Order::ALL.to_vec()),
        grouped in any::<bool>(),
    ) {
        let grouping = if grouped { Grouping::Country } else { Grouping::None };
        let view = View { query, place: Place::from_id(place), order, grouping };
        let address = view.address();
        let (path, search) = address.split_once('?').unwrap_or((&address, ""));
        prop_assert_eq!(Page::parse(path), Page::Grid);
        prop_assert_eq!(View::parse(path, search), view);
    }
}
