//! Groups messages by region and place.

use super::place::Place;
use crate::collection::Collection;
use crate::ordering::sorted;
use crate::places::Region;

/// A region, with its places that sent messages.
#[derive(Debug, PartialEq, Eq)]
pub struct RegionGroup {
    /// The region; `None` for International.
    pub region: Option<Region>,
    /// The number of distinct messages from it.
    pub messages: usize,
    /// Its places, sorted by name.
    pub places: Vec<PlaceGroup>,
}

/// A place, with its messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceGroup {
    /// The place.
    pub place: Place,
    /// The messages, by their index in the collection, in the order given.
    pub messages: Vec<usize>,
}

/// Groups messages, given by their index in the collection, by region and place.
///
/// A message is listed under each of its places, but counts once in each region.
pub fn group(collection: &Collection, messages: &[usize]) -> Vec<RegionGroup> {
    let mut places: Vec<PlaceGroup> = Vec::new();
    for &at in messages {
        let Some(message) = collection.messages.get(at) else { continue };
        for place in Place::of(message) {
            let slot = match places.binary_search_by(|group| group.place.id().cmp(place.id())) {
                Ok(found) => found,
                Err(free) => {
                    places.insert(free, PlaceGroup { place, messages: Vec::new() });
                    free
                }
            };
            if let Some(group) = places.get_mut(slot) {
                group.messages.push(at);
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
        let messages = region.places.iter().flat_map(|place| &place.messages);
        region.messages = flags(collection, messages).into_iter().filter(|there| *there).count();
    }
    regions
}

/// Limits groups to this many messages in total, and drops empty groups. The counts of the regions
/// do not change.
pub fn first(mut regions: Vec<RegionGroup>, mut count: usize) -> Vec<RegionGroup> {
    let mut take = |group: &mut PlaceGroup| {
        group.messages.truncate(count);
        count -= group.messages.len();
        !group.messages.is_empty()
    };
    for region in &mut regions {
        region.places.retain_mut(&mut take);
    }
    regions.retain(|region| !region.places.is_empty());
    regions
}

/// The number of these messages in each place of a grouped collection, in its order.
pub fn counts<'a>(
    places: impl Iterator<Item = &'a PlaceGroup>,
    collection: &Collection,
    messages: &[usize],
) -> Vec<usize> {
    let asked = flags(collection, messages.iter());
    let is_asked = |at: &&usize| asked.get(**at).copied().unwrap_or_default();
    places.map(|group| group.messages.iter().filter(is_asked).count()).collect()
}

/// The names of the senders in a place, in the order of their messages.
pub fn senders<'a>(collection: &'a Collection, group: &PlaceGroup) -> Vec<&'a str> {
    let messages = group.messages.iter().filter_map(|at| collection.messages.get(*at));
    let senders = messages.flat_map(|message| &message.senders);
    let here = senders.filter(|sender| Place::of_sender(sender) == group.place);
    here.map(|sender| sender.name()).collect()
}

/// The least number of messages for a place to be highlighted: more than half the largest number,
/// and above average, so that a few places are highlighted whatever the numbers.
pub fn accent<'a>(groups: impl Iterator<Item = &'a PlaceGroup>) -> usize {
    let counts: Vec<_> = groups.map(|group| group.messages.len()).collect();
    let most = counts.iter().copied().max().unwrap_or_default();
    // A quarter more than the mean.
    let usual = counts.iter().sum::<usize>() * 5 / (counts.len().max(1) * 4);
    (most / 2).max(usual) + 1
}

/// For each message of a collection, whether it is among these.
fn flags<'a>(collection: &Collection, messages: impl Iterator<Item = &'a usize>) -> Vec<bool> {
    let mut flags = vec![false; collection.messages.len()];
    for &at in messages {
        if let Some(flag) = flags.get_mut(at) {
            *flag = true;
        }
    }
    flags
}
