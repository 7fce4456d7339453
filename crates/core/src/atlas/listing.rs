//! The places of a collection as one list, which is laid out as a map.

use super::grouping::{PlaceGroup, RegionGroup, accent, counts, group, senders};
use super::place::Place;
use crate::collection::Collection;

/// So many senders of a place are named; of the rest it is said how many they are.
const NAMED: usize = 6;

/// The places that the messages of a collection come from.
#[derive(Debug)]
pub struct PlaceList {
    /// The places, by region.
    pub regions: Vec<RegionGroup>,
    /// The same in a row.
    pub places: Vec<ListedPlace>,
    /// Where the host is.
    pub host: Option<Place>,
    /// From how many messages on a place stands out.
    pub strong: usize,
}

/// A place as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedPlace {
    /// The place.
    pub place: Place,
    /// How many messages come from there.
    pub messages: usize,
    /// The first of them, by its index in the collection.
    pub first: usize,
    /// The names of who sent them, the first few.
    pub senders: Vec<String>,
    /// How many senders there are beside those.
    pub unnamed: usize,
    /// Whether the place has a heading on the page that is written under headings.
    pub has_heading: bool,
}

impl PlaceList {
    /// The places of a collection; `written` is how many messages are written under headings.
    pub fn new(collection: &Collection, written: usize) -> PlaceList {
        let everything: Vec<usize> = (0..collection.messages.len()).collect();
        let regions = group(collection, &everything);
        let groups = || regions.iter().flat_map(|region| &region.places);
        let mut before = 0;
        let listed = |group: &PlaceGroup| {
            let mut senders: Vec<_> =
                senders(collection, group).into_iter().map(str::to_owned).collect();
            // To name one more takes no more room than to say that there is one more.
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

    /// The host, if no message comes from there.
    pub fn silent_host(&self) -> Option<Place> {
        self.host.filter(|host| self.places.iter().all(|listed| listed.place != *host))
    }

    /// What stands on a map: the places, with how many messages come from each, and the host.
    pub fn drawn(&self) -> Vec<(Place, usize)> {
        let listed = self.places.iter().map(|listed| (listed.place, listed.messages));
        listed.chain(self.silent_host().map(|host| (host, 0))).collect()
    }

    /// For each place, how many of these messages come from it.
    pub fn counts(&self, collection: &Collection, messages: &[usize]) -> Vec<usize> {
        let groups = self.regions.iter().flat_map(|region| &region.places);
        counts(groups, collection, messages)
    }
}
