//! Places, how messages are grouped by them, and where they stand on the map.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test is to stop where it fails"
)]

use fixtures::{congress, with_messages};
use proptest::prelude::*;
use solidarity_core::atlas::{
    Direction, Dot, DotMap, HEIGHT, Item, MOST_DOTS, Place, PlaceGroup, TileMap, WIDTH, accent,
    counts, equal_earth, find, first, group, in_region, lines, nearest, senders,
};
use solidarity_core::places::{Country, Region, Subregion};

fn country(code: &str) -> Place {
    Place::Country(Country::from_code(code).expect("a country"))
}

#[test]
fn the_first_of_groups_are_as_many_as_asked_for_and_the_totals_stay() {
    let collection = congress();
    let all: Vec<_> = (0..collection.messages.len()).collect();
    let whole = group(&collection, &all);
    for count in [0, 1, 4, 1000] {
        let cut = first(group(&collection, &all), count);
        let cards = |regions: &[solidarity_core::atlas::RegionGroup]| -> Vec<(&str, usize)> {
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
    let collection = congress();
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
    let collection = congress();
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
fn a_body_of_a_continent_stands_before_its_countries() {
    let (collection, problems) = with_messages(&[
        r#""id": "a", "senders": [{"names": ["A"], "country": "SE"}], "body": ["T"]"#,
        r#""id": "b", "senders": [{"names": ["B"], "region": "europe"}], "body": ["T"]"#,
        r#""id": "c", "senders": [{"names": ["C"]}], "body": ["T"]"#,
    ])
    .expect("messages");
    assert_eq!(problems, []);
    let regions = group(&collection, &[0, 1, 2]);
    let places: Vec<Vec<_>> =
        regions.iter().map(|r| r.places.iter().map(|p| p.place.id()).collect()).collect();
    assert_eq!(places, [vec!["europe", "SE"], vec!["international"]]);
    assert_eq!(regions[0].messages, 2);
}

#[test]
fn a_group_keeps_the_order_it_was_given() {
    let collection = congress();
    let france = |messages: &[usize]| group(&collection, messages)[0].places[0].messages.clone();
    assert_eq!(france(&[2, 3]), [2, 3]);
    assert_eq!(france(&[3, 2]), [3, 2]);
}

#[test]
fn a_message_has_its_places_in_the_order_of_its_senders() {
    let collection = congress();
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
    assert_eq!(Place::from_id("Europe"), Some(Place::Region(Region::Europe)));
    for region in
        [Region::Africa, Region::Americas, Region::Antarctica, Region::Asia, Region::Oceania]
    {
        assert_eq!(Place::from_id(Place::Region(region).id()), Some(Place::Region(region)));
    }
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
    let collection = congress();
    let all: Vec<_> = (0..collection.messages.len()).collect();
    let regions = group(&collection, &all);
    let places: Vec<_> = regions.iter().flat_map(|r| &r.places).map(|p| p.place).collect();
    for (map, columns) in [(TileMap::narrow(&places), 4), (TileMap::wide(&places), 7)] {
        assert_eq!(map.columns, columns);
        let kept = order_kept(&places, &map);
        assert!(kept > 0.9, "only {kept:.2} of the pairs are in order");
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
            places.push(Place::Region(Region::Europe));
            places.push(Place::International);
        }
        for map in [TileMap::narrow(&places), TileMap::wide(&places)] {
            prop_assert_eq!(map.tiles.len(), places.len());
            // Of fewer than ten countries one pair can be more than a tenth.
            prop_assert!(codes.len() < 10 || order_kept(&places, &map) >= 0.9);
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

/// So that who has learned where a country stands finds it there again.
#[test]
fn a_country_more_moves_few_of_the_tiles() {
    let country = |at: usize| Place::Country(&Country::all()[at]);
    for layout in [TileMap::narrow as fn(&[Place]) -> TileMap, TileMap::wide] {
        let (mut moved, mut all) = (0, 0);
        for size in [20, 60, 140] {
            // Spread over the table, and thereby over the world.
            let places: Vec<_> = (0..size).map(|nth| country(nth * 250 / size)).collect();
            let before = layout(&places);
            for new in (0..250).map(country).filter(|new| !places.contains(new)).step_by(23) {
                let mut more = places.clone();
                more.push(new);
                let after = layout(&more);
                if (before.columns, before.rows) == (after.columns, after.rows) {
                    all += size;
                    let pairs = before.tiles.iter().zip(&after.tiles);
                    moved += pairs.filter(|(before, after)| before != after).count();
                }
            }
        }
        assert!(all > 500, "the grid changed with nearly every country");
        assert!(moved * 8 < all, "{moved} of {all} tiles moved");
    }
}

#[test]
fn the_stylesheet_knows_every_tile_of_the_whole_world() {
    let places: Vec<_> =
        Country::all().iter().map(Place::Country).chain([Place::International]).collect();
    let css = include_str!("../../../style/tiles.css");
    let known = |class: &str, number: usize| css.contains(&format!(".{class}{number} {{"));
    for tile in TileMap::narrow(&places).tiles {
        assert!(known("c", tile.column + 1) && known("r", tile.row + 1), "{tile:?}");
    }
    for tile in TileMap::wide(&places).tiles {
        assert!(known("C", tile.column + 1) && known("R", tile.row + 1), "{tile:?}");
    }
}

/// The codes of ISO 3166-1.
const ISO_3166_1: &str = "\
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR \
    BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ \
    EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW \
    GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY \
    KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV \
    MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY \
    QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG \
    TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM \
    ZW";

#[test]
fn every_code_of_iso_3166_is_a_place_with_a_name_a_region_and_a_point() {
    let codes: Vec<_> = ISO_3166_1.split_whitespace().collect();
    assert_eq!(codes.len(), 249);
    for code in codes.into_iter().chain(["XK"]) {
        let country = Country::from_code(code).expect(code);
        assert!(country.name.len() > 3 && !country.name.contains('&'), "{}", country.name);
        assert!(country.lon.abs() <= 180.0 && country.lat.abs() <= 90.0, "{code}");
        assert_eq!(country.region(), country.subregion.region());
    }
    assert_eq!(Country::all().len(), 250);
}

/// From the list of the United Nations Statistics Division, one of each sub-region.
#[test]
fn regions_are_those_of_m49() {
    for (code, subregion, region) in [
        ("KE", Subregion::EasternAfrica, Region::Africa),
        ("CM", Subregion::MiddleAfrica, Region::Africa),
        ("EG", Subregion::NorthernAfrica, Region::Africa),
        ("ZA", Subregion::SouthernAfrica, Region::Africa),
        ("NG", Subregion::WesternAfrica, Region::Africa),
        ("CU", Subregion::Caribbean, Region::Americas),
        ("MX", Subregion::CentralAmerica, Region::Americas),
        ("CA", Subregion::NorthernAmerica, Region::Americas),
        ("BR", Subregion::SouthAmerica, Region::Americas),
        ("AQ", Subregion::Antarctica, Region::Antarctica),
        ("KZ", Subregion::CentralAsia, Region::Asia),
        ("CN", Subregion::EasternAsia, Region::Asia),
        ("MY", Subregion::SoutheastAsia, Region::Asia),
        ("IN", Subregion::SouthernAsia, Region::Asia),
        ("TR", Subregion::WesternAsia, Region::Asia),
        ("PL", Subregion::EasternEurope, Region::Europe),
        ("SE", Subregion::NorthernEurope, Region::Europe),
        ("IT", Subregion::SouthernEurope, Region::Europe),
        ("FR", Subregion::WesternEurope, Region::Europe),
        ("AU", Subregion::Australasia, Region::Oceania),
        ("FJ", Subregion::Melanesia, Region::Oceania),
        ("PW", Subregion::MicronesianRegion, Region::Oceania),
        ("WS", Subregion::Polynesia, Region::Oceania),
    ] {
        let country = Country::from_code(code).expect(code);
        assert_eq!((country.subregion, country.region()), (subregion, region), "{code}");
    }
}

/// The map of these places, each with so many messages.
fn dots(places: &[(Place, usize)]) -> Option<DotMap> {
    let text = |(place, messages): &(Place, usize)| match place {
        Place::Country(country) => format!("{} {messages}", country.name),
        Place::Region(_) | Place::International => "International".to_owned(),
    };
    let texts: Vec<_> = places.iter().map(text).collect();
    let items = places.iter().zip(&texts);
    let items: Vec<_> =
        items.map(|(&(place, messages), text)| Item { place, text, messages }).collect();
    DotMap::new(&items)
}

fn check(map: &DotMap) {
    let dots: Vec<&Dot> = map.dots.iter().flatten().collect();
    for (at, a) in dots.iter().enumerate() {
        let [left, right, top, bottom] = a.label.edges();
        assert!(left >= 0.0 && right <= WIDTH && top >= 0.0 && bottom <= HEIGHT, "{a:?}");
        assert!(a.x >= a.radius && a.x <= WIDTH - a.radius, "{a:?}");
        assert!(a.y >= a.radius && a.y <= HEIGHT - a.radius, "{a:?}");
        for (other, b) in dots.iter().enumerate().filter(|(other, _)| *other != at) {
            let between = (a.x - b.x).hypot(a.y - b.y);
            assert!(between >= a.radius + b.radius, "dots on each other: {a:?} {b:?}");
            let [l, r, t, u] = b.label.edges();
            assert!(
                right <= l || r <= left || bottom <= t || u <= top,
                "names on each other, of {at} and {other}"
            );
            let (dx, dy) = (b.x.clamp(left, right) - b.x, b.y.clamp(top, bottom) - b.y);
            let clear = (right - left).min(dx.hypot(dy));
            // The corners of a name are empty: letters leave eight units free above and below.
            assert!(clear + 8.0 >= b.radius, "the name of {at} is on the dot of {other}");
        }
    }
}

#[test]
fn the_first_collection_is_a_map_of_dots() {
    let collection = congress();
    let all: Vec<_> = (0..collection.messages.len()).collect();
    let regions = group(&collection, &all);
    let groups = regions.iter().flat_map(|region| &region.places);
    let mut places: Vec<_> = groups.map(|p| (p.place, p.messages.len())).collect();
    places.push((country("MY"), 0));
    let map = dots(&places).expect("a map");
    check(&map);
    let dot = |code| {
        let at = places.iter().position(|(place, _)| *place == country(code)).expect("a place");
        map.dots[at].expect("a dot")
    };
    assert!(dot("SE").y < dot("IT").y && dot("FR").x < dot("IN").x && dot("IN").x < dot("PH").x);
    assert!(dot("FR").radius > dot("SE").radius, "two messages and one");
    let international = places.iter().position(|(place, _)| *place == Place::International);
    assert_eq!(map.dots[international.expect("one")], None);

    let host = places.len() - 1;
    let end = map.dots[host].expect("the host");
    let lines = lines(&map, host);
    assert_eq!(lines.len(), 15);
    for line in lines {
        let reach = (line.to.0 - end.x).hypot(line.to.1 - end.y);
        assert!((end.radius..end.radius + 4.0).contains(&reach), "{line:?}");
    }
}

#[test]
fn a_map_shows_the_part_of_the_world_that_senders_are_in() {
    let one = dots(&[(country("NZ"), 3)]).expect("a map");
    let world = dots(&[(country("NZ"), 1), (country("CA"), 1), (country("CL"), 1)]).expect("a map");
    assert!(one.window.width < 1000.0 && world.window.width > 2000.0);
    for map in [one, world] {
        check(&map);
    }
    assert_eq!(dots(&[(Place::International, 2)]), None);
    let many: Vec<_> = Country::all().iter().map(|c| (Place::Country(c), 1)).collect();
    assert_eq!(dots(&many[..=MOST_DOTS]), None);
}

#[test]
fn arrow_keys_lead_to_the_nearest_place_that_way() {
    //  0  1
    //  2     3
    let points = [(0.0, 0.0), (10.0, 0.0), (0.0, 10.0), (20.0, 10.0)];
    assert_eq!(nearest(&points, 0, Direction::Right), Some(1));
    assert_eq!(nearest(&points, 0, Direction::Down), Some(2));
    assert_eq!(nearest(&points, 2, Direction::Right), Some(3));
    assert_eq!(nearest(&points, 3, Direction::Up), Some(1));
    assert_eq!(nearest(&points, 3, Direction::Left), Some(2));
    assert_eq!(nearest(&points, 0, Direction::Up), None);
    assert_eq!(nearest(&points, 9, Direction::Up), None);
    assert_eq!(Direction::of_key("ArrowUp"), Some(Direction::Up));
    assert_eq!(Direction::of_key("Enter"), None);
}

#[test]
fn a_place_is_found_by_the_beginnings_of_its_words_and_by_its_code() {
    let all: Vec<_> = Country::all().iter().map(Place::Country).collect();
    let name = |place: Place| match place {
        Place::Country(country) => country.name,
        Place::Region(_) | Place::International => "",
    };
    let found = |text: &str| -> Vec<&str> {
        let key = |text: &str| fixtures::folder().key(text);
        find(&all, text, &name, &key).into_iter().map(Place::id).collect()
    };
    assert_eq!(found("guinea b"), ["GW"]);
    assert_eq!(found("COTE D’IV"), ["CI"]);
    assert_eq!(found("aland"), ["AX"]);
    assert_eq!(found(" nz "), ["NZ"]);
    assert_eq!(found("land"), [""; 0]);
    assert_eq!(found(""), [""; 0]);
}

#[test]
fn a_region_lists_its_places_by_sub_region() {
    let all: Vec<_> = Country::all().iter().map(Place::Country).collect();
    let here = in_region(&all, Region::Oceania);
    let codes: Vec<_> = here.iter().map(|place| place.id()).collect();
    let expected = [
        "AU", "CC", "CX", "HM", "NF", "NZ", "FJ", "NC", "PG", "SB", "VU", "FM", "GU", "KI", "MH",
        "MP", "NR", "PW", "UM", "AS", "CK", "NU", "PF", "PN", "TK", "TO", "TV", "WF", "WS",
    ];
    assert_eq!(codes, expected);
}

#[test]
fn a_few_places_stand_out_whatever_the_numbers() {
    let group = |messages: usize| PlaceGroup {
        place: Place::International,
        messages: (0..messages).collect(),
    };
    let standing_out = |counts: &[usize]| -> Vec<usize> {
        let groups: Vec<_> = counts.iter().map(|count| group(*count)).collect();
        let least = accent(groups.iter());
        counts.iter().copied().filter(|count| *count >= least).collect()
    };
    assert_eq!(standing_out(&[1, 1, 2, 1, 1, 3]), [2, 3]);
    assert_eq!(standing_out(&[1, 1, 2, 1, 2]), [2, 2]);
    assert_eq!(standing_out(&[5, 5, 5, 5]), [0; 0]);
    assert_eq!(standing_out(&[100, 3, 60, 2]), [100, 60]);
    assert_eq!(standing_out(&[]), [0; 0]);
}

#[test]
fn the_senders_of_a_place_are_those_of_its_own() {
    let collection = congress();
    let all: Vec<_> = (0..collection.messages.len()).collect();
    let regions = group(&collection, &all);
    let nepal = regions[1].places.iter().find(|p| p.place == country("NP")).expect("Nepal");
    assert_eq!(
        senders(&collection, nepal),
        ["Madan Bhandari School of Asia", "Communist Party of Nepal (Unified Socialist)"]
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn dots_and_their_names_never_lie_on_each_other(
        codes in prop::collection::btree_map(0..250_usize, 1..60_usize, 1..=MOST_DOTS),
    ) {
        let places: Vec<_> =
            codes.iter().map(|(at, n)| (Place::Country(&Country::all()[*at]), *n)).collect();
        let map = dots(&places);
        prop_assert_eq!(&map, &dots(&places));
        prop_assert!(map.is_some() || places.len() > 6, "no map of few places");
        if let Some(map) = map {
            check(&map);
        }
    }
}
