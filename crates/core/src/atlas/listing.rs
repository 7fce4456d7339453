//! The places of a collection as a single list, for the map.

use super::grouping::{PlaceGroup, RegionGroup, accent, counts, group, senders};
use super::place::Place;
use crate::collection::Collection;

/// The most senders of a place that are named; the rest are counted.
const NAMED: usize = 6;

/// The places that the messages of a collection come from.
#[derive(Debug)]
pub struct PlaceList {
    /// The places, by region.
    pub regions: Vec<RegionGroup>,
    /// The same places in a flat list.
    pub places: Vec<ListedPlace>,
    /// The host's place.
    pub host: Option<Place>,
    /// The least number of messages for a place to be highlighted.
    pub strong: usize,
}

/// A place in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedPlace {
    /// The place.
    pub place: Place,
    /// The number of messages from there.
    pub messages: usize,
    /// The index of the first of them in the collection.
    pub first: usize,
    /// The names of the first few senders.
    pub senders: Vec<String>,
    /// The number of other senders.
    pub unnamed: usize,
    /// Whether the place has a heading on the grouped page that the build writes.
    pub has_heading: bool,
}

impl PlaceList {
    /// The places of a collection; `written` is the number of messages on the grouped page.
    pub fn new(collection: &Collection, written: usize) -> PlaceList {
        let everything: Vec<usize> = (0..collection.messages.len()).collect();
        let regions = group(collection, &everything);
        let groups = || regions.iter().flat_map(|region| &region.places);
        let mut before = 0;
        let listed = |group: &PlaceGroup| {
            let mut senders: Vec<_> =
                senders(collection, group).into_iter().map(str::to_owned).collect();
            // Naming the last one takes no more room than saying that there is one more.
            let unnamed = senders.len().checked_sub(NAMED).filter(|more| *more > 1);
            let unnamed = unnamed.unwrap_or_default();
            senders.truncate(senders.len() - unnamed);
            let has_heading = before < written;
            before += group.messages.len();
            Some(ListedPlace {
                place: group.place,
                messages: group.messages.len(),
                first: *group.messages.first()?,
                senders,
                unnamed,
                has_heading,
            })
        };
        let places = groups().filter_map(listed).collect();
        let host = collection.host.as_ref().and_then(|host| host.country).map(Place::Country);
        let strong = accent(groups());
        PlaceList { regions, places, host, strong }
    }

    /// The host's place, if it sent no messages.
    pub fn silent_host(&self) -> Option<Place> {
        self.host.filter(|host| self.places.iter().all(|listed| listed.place != *host))
    }

    /// The places on the map with their numbers of messages, and the host.
    pub fn drawn(&self) -> Vec<(Place, usize)> {
        let listed = self.places.iter().map(|listed| (listed.place, listed.messages));
        listed.chain(self.silent_host().map(|host| (host, 0))).collect()
    }

    /// The number of these messages from each place.
    pub fn counts(&self, collection: &Collection, messages: &[usize]) -> Vec<usize> {
        let groups = self.regions.iter().flat_map(|region| &region.places);
        counts(groups, collection, messages)
    }
}
