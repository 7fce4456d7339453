//! What somebody wrote for a country.

use solidarity_core::places::{Country, Region};

/// What somebody wrote where a country is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// A country, by one of its names, its code or its flag.
    Country(&'static Country),
    /// A part that has no code of its own, of this country: `Scotland`.
    PartOf(&'static Country),
    /// A country that is no more, with those that came after it.
    Former(Vec<&'static Country>),
    /// A name of several countries, or of a country and a region: `Congo`, `America`.
    Ambiguous(Vec<&'static Country>, Option<Region>),
    /// A region: `Latin America`.
    Region(Region),
    /// A people or land without a code: `Kurdistan`.
    Stateless,
    /// That there is no single country: `International`.
    None,
    /// Several countries: `Norway / Sweden`.
    Several(Vec<&'static Country>),
    /// No known name, with the countries whose names are nearest, if any are near.
    Unknown {
        /// The most likely first.
        nearest: Vec<&'static Country>,
    },
}

impl Named {
    /// The country, if there is no doubt about it.
    pub fn country(&self) -> Option<&'static Country> {
        match self {
            Named::Country(country) | Named::PartOf(country) => Some(country),
            _ => None,
        }
    }
}
