//! What was written for a country.

use solidarity_core::places::{Country, Region};

/// What was written where a country was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// A country, by one of its names, its code or its flag.
    Country(&'static Country),
    /// A part of this country without a code of its own: `Scotland`.
    PartOf(&'static Country),
    /// A former country, with its successors.
    Former(Vec<&'static Country>),
    /// A name of several countries, or of a country and a region: `Congo`, `America`.
    Ambiguous(Vec<&'static Country>, Option<Region>),
    /// A region: `Latin America`.
    Region(Region),
    /// A people or a land without a code: `Kurdistan`.
    Stateless,
    /// No single country: `International`.
    None,
    /// Several countries: `Norway / Sweden`.
    Several(Vec<&'static Country>),
    /// An unknown name, with the countries whose names are similar, if any.
    Unknown {
        /// Most likely first.
        nearest: Vec<&'static Country>,
    },
}

impl Named {
    /// The country, if it is certain.
    pub fn country(&self) -> Option<&'static Country> {
        match self {
            Named::Country(country) | Named::PartOf(country) => Some(country),
            _ => None,
        }
    }
}
