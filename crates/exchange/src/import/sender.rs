//! The sender in a title or a heading.

use solidarity_core::collection::raw::{RawSender, RawText};
use solidarity_core::places::Country;

use crate::import::country::country;
use crate::import::note::{Note, Origin};
use crate::names::country_names;

/// What separates a name from the country after it.
const ENDS: [&str; 6] = [", ", " – ", " — ", " - ", " (", "\n"];

/// The sender of a heading; a country at its end is the sender's.
pub fn of(heading: &str, origin: &Origin, notes: &mut Vec<Note>) -> RawSender {
    let (name, named) = with_country(heading).unzip();
    let in_one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let country = named.and_then(|named| country(named, origin, notes));
    let shown = country.as_deref().and_then(Country::from_code).map(|country| country.name);
    RawSender {
        names: Some(in_one_line(name.unwrap_or(heading)))
            .filter(|name| !name.is_empty())
            .map(RawText::Plain)
            .into_iter()
            .collect(),
        acronym: None,
        country,
        region: None,
        // The heading is kept if it names the country differently from how it will be shown.
        heading: named.filter(|named| shown != Some(named)).map(|_| in_one_line(heading)),
    }
}

/// The name and the country of a heading that ends with one.
pub fn with_country(heading: &str) -> Option<(&str, &str)> {
    let cut = ENDS.iter().filter_map(|end| heading.rsplit_once(end));
    let mut cut = cut.map(|(name, country)| (name, country.trim_end_matches(')').trim()));
    // “Harmonia (Lisbon, Portugal)” would leave a bracket open.
    let is_whole = |name: &str| name.matches('(').count() == name.matches(')').count();
    cut.rfind(|(name, named)| is_whole(name) && country_names::known_as(named).is_some())
}
