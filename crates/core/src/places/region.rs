//! Regions and sub-regions of UN M49 (<https://unstats.un.org/unsd/methodology/m49/>).

/// A macro region of UN M49, and Antarctica, in alphabetical order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Region {
    Africa,
    Americas,
    Antarctica,
    Asia,
    Europe,
    Oceania,
}

impl Region {
    /// Every region, in alphabetical order.
    pub const ALL: [Region; 6] = [
        Region::Africa,
        Region::Americas,
        Region::Antarctica,
        Region::Asia,
        Region::Europe,
        Region::Oceania,
    ];

    /// Its name in files and addresses: the English name in lower case.
    pub fn id(self) -> &'static str {
        match self {
            Region::Africa => "africa",
            Region::Americas => "americas",
            Region::Antarctica => "antarctica",
            Region::Asia => "asia",
            Region::Europe => "europe",
            Region::Oceania => "oceania",
        }
    }

    /// The region with this id; `None` if there is none.
    pub fn from_id(id: &str) -> Option<Region> {
        Region::ALL.into_iter().find(|region| region.id() == id)
    }
}

/// A sub-region of UN M49, and Antarctica, by region and name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Subregion {
    EasternAfrica,
    MiddleAfrica,
    NorthernAfrica,
    SouthernAfrica,
    WesternAfrica,
    Caribbean,
    CentralAmerica,
    NorthernAmerica,
    SouthAmerica,
    Antarctica,
    CentralAsia,
    EasternAsia,
    SoutheastAsia,
    SouthernAsia,
    WesternAsia,
    EasternEurope,
    NorthernEurope,
    SouthernEurope,
    WesternEurope,
    Australasia,
    Melanesia,
    MicronesianRegion,
    Polynesia,
}

impl Subregion {
    /// The macro region that it is part of.
    pub fn region(self) -> Region {
        use Subregion::*;
        match self {
            EasternAfrica | MiddleAfrica | NorthernAfrica | SouthernAfrica | WesternAfrica => {
                Region::Africa
            }
            Caribbean | CentralAmerica | NorthernAmerica | SouthAmerica => Region::Americas,
            Antarctica => Region::Antarctica,
            CentralAsia | EasternAsia | SoutheastAsia | SouthernAsia | WesternAsia => Region::Asia,
            EasternEurope | NorthernEurope | SouthernEurope | WesternEurope => Region::Europe,
            Australasia | Melanesia | MicronesianRegion | Polynesia => Region::Oceania,
        }
    }
}
