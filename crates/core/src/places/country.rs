//! A country or territory.

use super::region::{Region, Subregion};

/// A country or territory that a sender can give as its own.
#[derive(Debug)]
pub struct Country {
    /// ISO 3166-1 alpha-2 code, or `XK`.
    pub code: &'static str,
    /// Short English name.
    pub name: &'static str,
    /// The UN M49 sub-region it lies in.
    pub subregion: Subregion,
    /// Longitude of its label point, in degrees east.
    pub lon: f32,
    /// Latitude of its label point, in degrees north.
    pub lat: f32,
}

impl Country {
    /// The UN M49 macro region it lies in.
    pub fn region(&self) -> Region {
        self.subregion.region()
    }
}

impl PartialEq for Country {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Country {}
