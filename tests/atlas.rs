//! Places, how messages are grouped by them, and where they stand on the map.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test is to stop where it fails"
)]

mod support;

use proptest::prelude::*;
use solidarity_atlas::atlas::{Place, TileMap, counts, equal_earth, first, group};
use solidarity_atlas::places::{Country, Region};
use support::shipped;

fn country(code: &str) -> Place {
    Place::Country(Country::from_code(code).expect("a country"))
}

#[test]
fn the_first_of_groups_are_as_many_as_asked_for_and_the_totals_stay() {
    let collection = shipped();
    let all: Vec<_> = (0..collection.messages.len()).collect();
    let whole = group(&collection, &all);
    for count in [0, 1, 4, 1000] {
        let cut = first(group(&collection, &all), count);
        let cards = |regions: &[solidarity_atlas::atlas::RegionGroup]| -> Vec<(&str, usize)> {
            let places = regions.iter().flat_map(|region| &region.places);
            places.flat_map(|p| p.messages.iter().map(|at| (p.place.id(), *at))).collect()
        };
        let expected: Vec<_> = cards(&whole).into_iter().take(count).collect();
        assert_eq!(cards(&cut), expected);
        for (cut, whole) in cut.iter().zip(&whole) {
            assert_eq!(cut.messages, whole.messages);
            assert!(cut.places.iter().all(|place| !place.messages.is_empty()));
        }
    }
}

#[test]
fn places_count_the_messages_asked_about() {
    let collection = shipped();
    let all: Vec<_> = (0..collection.messages.len()).collect();
    let regions = group(&collection, &all);
    let places = || regions.iter().flat_map(|region| &region.places);
    let asked = [0, 3, 11];
    for (place, count) in places().zip(counts(places(), &collection, &asked)) {
        let from_there = |at: &&usize| Place::of(&collection.messages[**at]).contains(&place.place);
        assert_eq!(count, asked.iter().filter(from_there).count());
    }
    assert!(counts(places(), &collection, &[]).iter().all(|count| *count == 0));
}

#[test]
fn messages_stand_under_each_of_their_places_and_count_once_in_a_region() {
    let collection = shipped();
    let all: Vec<_> = (0..collection.messages.len()).collect();
    let regions = group(&collection, &all);
    let names: Vec<_> = regions.iter().map(|r| (r.region, r.messages)).collect();
    assert_eq!(
        names,
        [
            (Some(Region::Africa), 1),
            // Nine countries, and one message from three of them.
            (Some(Region::Asia), 8),
            (Some(Region::Europe), 6),
            (Some(Region::Oceania), 1),
            (None, 3),
        ]
    );
    let asia: Vec<_> = regions[1].places.iter().map(|p| (p.place.id(), p.messages.len())).collect();
    assert_eq!(
        asia,
        [("BD", 1), ("IN", 1), ("ID", 2), ("NP", 2), ("PK", 1), ("PH", 1), ("TH", 1), ("VN", 1)]
    );
    assert_eq!(regions[4].places[0].place, Place::International);
}

#[test]
fn a_group_keeps_the_order_it_was_given() {
    let collection = shipped();
    let france = |messages: &[usize]| group(&collection, messages)[0].places[0].messages.clone();
    assert_eq!(france(&[2, 3]), [2, 3]);
    assert_eq!(france(&[3, 2]), [3, 2]);
}

#[test]
fn a_message_has_its_places_in_the_order_of_its_senders() {
    let collection = shipped();
    let (_, message) = collection.find("international-peoples-assembly").expect("the message");
    assert_eq!(
        Place::of(message),
        [Place::International, country("NP"), country("BD"), country("PK")]
    );
}

#[test]
fn a_place_is_known_by_its_id() {
    assert_eq!(Place::from_id("FR"), Some(country("FR")));
    assert_eq!(Place::from_id("fr"), Some(country("FR")));
    assert_eq!(Place::from_id("international"), Some(Place::International));
    assert_eq!(Place::from_id("UK"), None);
    assert_eq!(Place::from_id("<b>"), None);
}

/// Reference values: d3-geo 3.1.1, `geoEqualEarthRaw`.
#[test]
fn the_projection_is_equal_earth() {
    for ((lon, lat), (x, y)) in [
        ((0.0, 0.0), (0.0, 0.0)),
        ((180.0, 0.0), (2.706630, 0.000000)),
        ((0.0, 90.0), (0.000000, 1.317363)),
        ((-180.0, -90.0), (-1.603589, -1.317363)),
        ((101.45, 3.04), (1.524461, 0.061569)),
        ((-98.2, 39.2), (-1.315228, 0.760567)),
    ] {
        let (a, b) = equal_earth(lon, lat);
        assert!((a - x).abs() < 1e-6 && (b - y).abs() < 1e-6, "({a}, {b}) for ({x}, {y})");
    }
}

#[test]
fn the_first_collection_reads_as_a_map() {
    let collection = shipped();
    let all: Vec<_> = (0..collection.messages.len()).collect();
    let regions = group(&collection, &all);
    let places: Vec<_> = regions.iter().flat_map(|r| &r.places).map(|p| p.place).collect();
    for (map, columns) in [(TileMap::narrow(&places), 4), (TileMap::wide(&places), 7)] {
        assert_eq!(map.columns, columns);
        let kept = order_kept(&places, &map);
        assert!(kept > 0.85, "only {kept:.2} of the pairs are in order");
    }
}

/// The share of pairs of countries that stand east–west and north–south of each other as they do
/// on the globe; those in one row or column count as in order.
fn order_kept(places: &[Place], map: &TileMap) -> f64 {
    let (mut kept, mut all) = (0, 0);
    for (i, a) in places.iter().enumerate() {
        for (j, b) in places.iter().enumerate().skip(i + 1) {
            let (Place::Country(a), Place::Country(b)) = (a, b) else { continue };
            let (s, t) = (map.tiles[i], map.tiles[j]);
            let along = |cells: (usize, usize), degrees: (f32, f32)| {
                cells.0 == cells.1 || (cells.0 < cells.1) == (degrees.0 < degrees.1)
            };
            all += 2;
            kept += usize::from(along((s.column, t.column), (a.lon, b.lon)));
            kept += usize::from(along((t.row, s.row), (a.lat, b.lat)));
        }
    }
    kept as f64 / all as f64
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn tiles_lie_in_the_grid_and_never_on_each_other(
        codes in prop::collection::btree_set(0..250_usize, 0..120),
        international in any::<bool>(),
    ) {
        let mut places: Vec<_> =
            codes.iter().map(|at| Place::Country(&Country::all()[*at])).collect();
        if international {
            places.push(Place::International);
        }
        for map in [TileMap::narrow(&places), TileMap::wide(&places)] {
            prop_assert_eq!(map.tiles.len(), places.len());
            let mut cells = std::collections::HashSet::new();
            for tile in &map.tiles {
                prop_assert!(tile.row < map.rows && tile.column + tile.span <= map.columns);
                for column in tile.column..tile.column + tile.span {
                    prop_assert!(cells.insert((column, tile.row)), "two tiles in one cell");
                }
            }
            // The classes that style/tiles.css knows.
            prop_assert!(map.columns <= 24 && map.rows <= 52);
        }
    }
}

#[test]
fn the_stylesheet_knows_every_tile_of_the_whole_world() {
    let places: Vec<_> =
        Country::all().iter().map(Place::Country).chain([Place::International]).collect();
    let css = include_str!("../style/tiles.css");
    let known = |class: &str, number: usize| css.contains(&format!(".{class}{number} {{"));
    for tile in TileMap::narrow(&places).tiles {
        assert!(known("c", tile.column + 1) && known("r", tile.row + 1), "{tile:?}");
    }
    for tile in TileMap::wide(&places).tiles {
        assert!(known("C", tile.column + 1) && known("R", tile.row + 1), "{tile:?}");
    }
}
