//! Where a message comes from.

use crate::collection::{Collection, Message, Sender};
use crate::places::{Country, Region, Subregion};

/// A place that messages are grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A country.
    Country(&'static Country),
    /// The place of senders of a whole region and no single country.
    Region(Region),
    /// The place of senders that are of no single country or region.
    International,
}

impl Place {
    /// What stands for the place in an address: the country's code, the region's id, or
    /// `international`.
    pub fn id(self) -> &'static str {
        match self {
            Place::Country(country) => country.code,
            Place::Region(region) => region.id(),
            Place::International => "international",
        }
    }

    /// The place with this id, in capitals or not; `None` if there is none.
    pub fn from_id(id: &str) -> Option<Place> {
        if id.eq_ignore_ascii_case("international") {
            return Some(Place::International);
        }
        let region = Region::from_id(&id.to_ascii_lowercase()).map(Place::Region);
        region.or_else(|| Country::from_code(&id.to_ascii_uppercase()).map(Place::Country))
    }

    /// The region that it lies in; none for what is international.
    pub fn region(self) -> Option<Region> {
        match self {
            Place::Country(country) => Some(country.region()),
            Place::Region(region) => Some(region),
            Place::International => None,
        }
    }

    /// The sub-region that a country lies in; none for what is larger.
    pub fn subregion(self) -> Option<Subregion> {
        match self {
            Place::Country(country) => Some(country.subregion),
            Place::Region(_) | Place::International => None,
        }
    }

    /// The place of a sender.
    pub fn of_sender(sender: &Sender) -> Place {
        let region = || sender.region.map_or(Place::International, Place::Region);
        sender.country.map_or_else(region, Place::Country)
    }

    /// The places of a message, each once, in the order of its senders.
    pub fn of(message: &Message) -> Vec<Place> {
        let mut places = Vec::new();
        for sender in &message.senders {
            let place = Place::of_sender(sender);
            if !places.contains(&place) {
                places.push(place);
            }
        }
        places
    }

    /// The key by which places stand in a list: regions by name, countries by name in each,
    /// and what is international last.
    pub(super) fn order(self, collection: &Collection) -> (bool, Option<Region>, &str) {
        match self {
            Place::Country(country) => {
                (false, Some(country.region()), collection.place_name(country))
            }
            // Before its countries.
            Place::Region(region) => (false, Some(region), ""),
            Place::International => (true, None, ""),
        }
    }
}
