//! Finds places by name.

use super::place::Place;
use crate::ordering::sorted;
use crate::places::Region;

/// The places whose names contain words beginning with each word typed, or whose code was typed.
/// `key` folds a text to its words, separated by single spaces.
pub fn find<'a>(
    places: &[Place],
    text: &str,
    name: &dyn Fn(Place) -> &'a str,
    key: &dyn Fn(&str) -> String,
) -> Vec<Place> {
    let typed = key(text);
    if typed.is_empty() {
        return Vec::new();
    }
    let fits = |place: &Place| {
        let name = format!(" {}", key(name(*place)));
        typed.split(' ').all(|word| name.contains(&format!(" {word}")))
            || place.id().eq_ignore_ascii_case(text.trim())
    };
    places.iter().copied().filter(fits).collect()
}

/// The places in a region, grouped by sub-region.
pub fn in_region(places: &[Place], region: Region) -> Vec<Place> {
    let here: Vec<Place> =
        places.iter().copied().filter(|place| place.region() == Some(region)).collect();
    let part = |at: usize| here.get(at).and_then(|place| place.subregion());
    let order = sorted(here.len(), &mut |a, b| part(a).cmp(&part(b)));
    order.into_iter().filter_map(|at| here.get(at).copied()).collect()
}
