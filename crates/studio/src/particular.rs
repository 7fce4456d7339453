//! The fields of the collection: what the messages have in common.

use serde::{Deserialize, Serialize};
use solidarity_core::collection::raw::{RawCollection, RawHost, RawOccasion, RawSource};

/// A field of the collection.
#[derive(Clone, Debug, Deserialize, Eq, Hash, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Particular {
    /// The title.
    Title,
    /// The subtitle.
    Subtitle,
    /// The language of all texts that are not marked otherwise.
    Language,
    /// The name of the occasion.
    Occasion,
    /// Where the occasion took place.
    OccasionPlace,
    /// Its first day.
    OccasionStarts,
    /// Its last day.
    OccasionEnds,
    /// The name of the recipient of the messages.
    Host,
    /// The acronym of the host.
    HostAcronym,
    /// The code of the country of the host.
    HostCountry,
    /// Where the messages were first published.
    Source,
    /// The address of the source.
    SourceUrl,
    /// The address of the site.
    Url,
    /// The file name of the logo.
    Logo,
    /// Who holds the rights.
    Rights,
    /// The name of a country, by its code, where the collection uses its own.
    PlaceName(String),
}

impl Particular {
    /// The value of this field; `None` if it is empty.
    pub fn get<'a>(&self, collection: &'a RawCollection) -> Option<&'a str> {
        let RawCollection { occasion, host, source, .. } = collection;
        let (occasion, host, source) = (occasion.as_ref(), host.as_ref(), source.as_ref());
        match self {
            Particular::Title => Some(&collection.title),
            Particular::Subtitle => collection.subtitle.as_deref(),
            Particular::Language => Some(&collection.language),
            Particular::Occasion => occasion.map(|occasion| occasion.name.as_str()),
            Particular::OccasionPlace => occasion?.place.as_deref(),
            Particular::OccasionStarts => occasion?.starts.as_deref(),
            Particular::OccasionEnds => occasion?.ends.as_deref(),
            Particular::Host => host.map(|host| host.name.as_str()),
            Particular::HostAcronym => host?.acronym.as_deref(),
            Particular::HostCountry => host?.country.as_deref(),
            Particular::Source => source.map(|source| source.name.as_str()),
            Particular::SourceUrl => source?.url.as_deref(),
            Particular::Url => collection.url.as_deref(),
            Particular::Logo => collection.logo.as_deref(),
            Particular::Rights => collection.rights.as_deref(),
            Particular::PlaceName(code) => collection.place_names.get(code).map(String::as_str),
        }
    }

    /// Sets this field. An occasion, host or source is created with its first field and removed with its last;
    /// a title or language without a value is empty.
    pub(crate) fn set(&self, collection: &mut RawCollection, value: Option<String>) {
        let occasion =
            || RawOccasion { name: String::new(), place: None, starts: None, ends: None };
        let host = || RawHost { name: String::new(), acronym: None, country: None };
        let source = || RawSource { name: String::new(), url: None };
        match self {
            Particular::Title => collection.title = value.unwrap_or_default(),
            Particular::Subtitle => collection.subtitle = value,
            Particular::Language => collection.language = value.unwrap_or_default(),
            Particular::Occasion
            | Particular::OccasionPlace
            | Particular::OccasionStarts
            | Particular::OccasionEnds => {
                let mut occasion = collection.occasion.take().unwrap_or_else(occasion);
                match self {
                    Particular::OccasionPlace => occasion.place = value,
                    Particular::OccasionStarts => occasion.starts = value,
                    Particular::OccasionEnds => occasion.ends = value,
                    _ => occasion.name = value.unwrap_or_default(),
                }
                let RawOccasion { name, place, starts, ends } = &occasion;
                let is_empty =
                    name.is_empty() && [place, starts, ends].iter().all(|it| it.is_none());
                collection.occasion = (!is_empty).then_some(occasion);
            }
            Particular::Host | Particular::HostAcronym | Particular::HostCountry => {
                let mut host = collection.host.take().unwrap_or_else(host);
                match self {
                    Particular::HostAcronym => host.acronym = value,
                    Particular::HostCountry => host.country = value,
                    _ => host.name = value.unwrap_or_default(),
                }
                let RawHost { name, acronym, country } = &host;
                let is_empty = name.is_empty() && acronym.is_none() && country.is_none();
                collection.host = (!is_empty).then_some(host);
            }
            Particular::Source | Particular::SourceUrl => {
                let mut source = collection.source.take().unwrap_or_else(source);
                match self {
                    Particular::SourceUrl => source.url = value,
                    _ => source.name = value.unwrap_or_default(),
                }
                let is_empty = source.name.is_empty() && source.url.is_none();
                collection.source = (!is_empty).then_some(source);
            }
            Particular::Url => collection.url = value,
            Particular::Logo => collection.logo = value,
            Particular::Rights => collection.rights = value,
            Particular::PlaceName(code) => match value {
                Some(name) => drop(collection.place_names.insert(code.clone(), name)),
                None => drop(collection.place_names.remove(code)),
            },
        }
    }

    /// What the field is called in the interface.
    pub fn label(&self) -> String {
        let label = match self {
            Particular::Title => "Title",
            Particular::Subtitle => "Subtitle",
            Particular::Language => "Language",
            Particular::Occasion => "Occasion",
            Particular::OccasionPlace => "Place of the occasion",
            Particular::OccasionStarts => "First day",
            Particular::OccasionEnds => "Last day",
            Particular::Host => "Host",
            Particular::HostAcronym => "Acronym of the host",
            Particular::HostCountry => "Country of the host",
            Particular::Source => "Source",
            Particular::SourceUrl => "Address of the source",
            Particular::Url => "Address of the site",
            Particular::Logo => "Logo",
            Particular::Rights => "Rights",
            Particular::PlaceName(code) => return ["Name of ", code].concat(),
        };
        label.to_owned()
    }
}
