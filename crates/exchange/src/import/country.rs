//! The countries that people name.

use solidarity_core::places::Country;

use crate::import::note::{Note, Origin};
use crate::names::country_names;

/// The code of a country by its name or letters; none where somebody wrote that there is no single
/// one. What is not known stays as it is, so that it is not lost: the check finds it.
pub fn country(named: &str, origin: &Origin, notes: &mut Vec<Note>) -> Option<String> {
    if country_names::means_none(named) {
        return None;
    }
    let mut note = |text| notes.push(Note { origin: origin.clone(), text });
    if let Some(country) = country_names::known_as(named) {
        if country_names::names_a_part(named) {
            let Country { name, code, .. } = country;
            note(format!(
                "“{named}” has no country code of its own, so it is taken as {name} ({code})."
            ));
        }
        return Some(country.code.to_owned());
    }
    let meant = country_names::nearest(named);
    let meant = meant.map(|country| format!(" Did you mean {} ({})?", country.name, country.code));
    note(format!("“{named}” is not a known country.{}", meant.unwrap_or_default()));
    Some(named.to_owned())
}
