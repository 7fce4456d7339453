//! The places that messages come from.

use crate::collection::{Collection, Message, Sender};
use crate::places::{Country, Region, Subregion};

/// A place that messages are grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A country.
    Country(&'static Country),
    /// A whole region, for senders that belong to it and to no single country.
    Region(Region),
    /// For senders that belong to no single country or region.
    International,
}

impl Place {
    /// The id of the place in an address: the country's code, the region's id, or `international`.
    pub fn id(self) -> &'static str {
        match self {
            Place::Country(country) => country.code,
            Place::Region(region) => region.id(),
            Place::International => "international",
        }
    }

    /// The place with this id, ignoring case; `None` if there is none.
    pub fn from_id(id: &str) -> Option<Place> {
        if id.eq_ignore_ascii_case("international") {
            return Some(Place::International);
        }
        let region = Region::from_id(&id.to_ascii_lowercase()).map(Place::Region);
        region.or_else(|| Country::from_code(&id.to_ascii_uppercase()).map(Place::Country))
    }

    /// Its region; `None` for International.
    pub fn region(self) -> Option<Region> {
        match self {
            Place::Country(country) => Some(country.region()),
            Place::Region(region) => Some(region),
            Place::International => None,
        }
    }

    /// The sub-region of a country; `None` for larger places.
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

    /// The distinct places of a message, in the order of its senders.
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

    /// The sort key of places: by region, then by name within the region, with International last.
    pub(super) fn order(self, collection: &Collection) -> (bool, Option<Region>, &str) {
        match self {
            Place::Country(country) => {
                (false, Some(country.region()), collection.place_name(country))
            }
            // A region comes before its countries.
            Place::Region(region) => (false, Some(region), ""),
            Place::International => (true, None, ""),
        }
    }
}
