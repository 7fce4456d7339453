//! Regions, the places in them, and the messages from there.

use std::collections::HashSet;

use super::Place;
use crate::collection::Collection;
use crate::ordering::sorted;
use crate::places::Region;

/// A region with the places that messages come from.
#[derive(Debug, PartialEq, Eq)]
pub struct RegionGroup {
    /// The region; `None` for what is international.
    pub region: Option<Region>,
    /// How many different messages come from it.
    pub messages: usize,
    /// Its places, by name.
    pub places: Vec<PlaceGroup>,
}

/// A place with the messages from there.
#[derive(Debug, PartialEq, Eq)]
pub struct PlaceGroup {
    /// The place.
    pub place: Place,
    /// The messages, by their index in the collection, in the order given.
    pub messages: Vec<usize>,
}

/// Groups messages, given by their index in the collection, by region and place.
///
/// A message stands under each of its places, and counts once in each of its regions.
pub fn group(collection: &Collection, messages: &[usize]) -> Vec<RegionGroup> {
    let mut places: Vec<PlaceGroup> = Vec::new();
    for &at in messages {
        let Some(message) = collection.messages.get(at) else { continue };
        for place in Place::of(message) {
            match places.iter_mut().find(|group| group.place == place) {
                Some(group) => group.messages.push(at),
                None => places.push(PlaceGroup { place, messages: vec![at] }),
            }
        }
    }
    let key = |at: usize| places.get(at).map(|group| group.place.order(collection));
    let order = sorted(places.len(), &mut |a, b| key(a).cmp(&key(b)));
    let mut places: Vec<_> = places.into_iter().map(Some).collect();
    let places = order.into_iter().filter_map(|at| places.get_mut(at)?.take());

    let mut regions: Vec<RegionGroup> = Vec::new();
    for group in places {
        let region = group.place.region();
        match regions.last_mut() {
            Some(last) if last.region == region => last.places.push(group),
            _ => regions.push(RegionGroup { region, messages: 0, places: vec![group] }),
        }
    }
    for region in &mut regions {
        let all: HashSet<_> = region.places.iter().flat_map(|p| &p.messages).collect();
        region.messages = all.len();
    }
    regions
}
