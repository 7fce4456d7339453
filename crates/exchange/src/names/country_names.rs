//! Countries by the names that people write.

use deunicode::deunicode;
use solidarity_core::places::Country;

use crate::names::similar;

/// Names in common use that neither the table nor ISO 3166-1 has: for countries that were renamed,
/// parts that stand for the whole, and the short forms of long names. They say which country
/// somebody may have meant, not what it is to be called.
const OTHER_NAMES: &[(&str, &str)] = &[
    ("america", "US"),
    ("bolivia", "BO"),
    ("bosnia", "BA"),
    ("britain", "GB"),
    ("burma", "MM"),
    ("cape verde", "CV"),
    ("czech republic", "CZ"),
    ("dprk", "KP"),
    ("drc", "CD"),
    ("east timor", "TL"),
    ("eswatini", "SZ"),
    ("great britain", "GB"),
    ("holland", "NL"),
    ("ivory coast", "CI"),
    ("korea", "KR"),
    ("laos", "LA"),
    ("macedonia", "MK"),
    ("moldova", "MD"),
    ("palestinian territories", "PS"),
    ("republic of ireland", "IE"),
    ("republic of korea", "KR"),
    ("russia", "RU"),
    ("south korea", "KR"),
    ("swaziland", "SZ"),
    ("syria", "SY"),
    ("tanzania", "TZ"),
    ("the bahamas", "BS"),
    ("the gambia", "GM"),
    ("the netherlands", "NL"),
    ("the philippines", "PH"),
    ("turkey", "TR"),
    ("uae", "AE"),
    ("uk", "GB"),
    ("united states of america", "US"),
    ("usa", "US"),
    ("vatican", "VA"),
    ("venezuela", "VE"),
    ("vietnam", "VN"),
];

/// Parts that are called countries and have no code of their own.
const PARTS: &[(&str, &str)] =
    &[("england", "GB"), ("northern ireland", "GB"), ("scotland", "GB"), ("wales", "GB")];

/// What stands where a country is asked for, and says that there is none.
const NONE: &[&str] = &["global", "international", "none", "worldwide"];

/// How alike two names must be to be taken for one another, from 0 to 1 (Jaro–Winkler).
const ALIKE: f64 = 0.88;

/// The country that goes by a name or code, whatever its case and accents: its name in the
/// table, its name, its two or its three letters in ISO 3166-1, or another in common use.
pub fn known_as(text: &str) -> Option<&'static Country> {
    let wanted = folded(text);
    names().find(|(name, _)| *name == wanted).map(|(_, country)| country)
}

/// Whether somebody wrote that there is no single country.
pub fn means_none(text: &str) -> bool {
    NONE.contains(&&*folded(text))
}

/// Whether somebody wrote the name of a part of a country, for which the country stands.
pub fn names_a_part(text: &str) -> bool {
    let wanted = folded(text);
    PARTS.iter().any(|(name, _)| *name == wanted)
}

/// The country whose name is nearest to what somebody wrote, if one is near.
pub fn nearest(text: &str) -> Option<&'static Country> {
    if let Some(country) = known_as(text) {
        return Some(country);
    }
    let wanted = folded(text);
    // Three letters are near to too many codes.
    if wanted.chars().count() < 4 {
        return None;
    }
    similar::nearest(&wanted, names().filter(|(name, _)| name.chars().count() > 3), ALIKE)
}

/// Every name and code, folded.
fn names() -> impl Iterator<Item = (String, &'static Country)> {
    let table = Country::all().iter().flat_map(|country| {
        let iso = rust_iso3166::from_alpha2(country.code);
        let iso = iso.into_iter().flat_map(|iso| [iso.name.to_owned(), iso.alpha3.to_owned()]);
        let own = [country.name.to_owned(), country.code.to_owned()];
        own.into_iter().chain(iso).map(move |name| (folded(&name), country))
    });
    let others = OTHER_NAMES.iter().chain(PARTS).filter_map(|(name, code)| {
        Country::from_code(code).map(|country| ((*name).to_owned(), country))
    });
    table.chain(others)
}

fn folded(name: &str) -> String {
    let plain = deunicode(name).to_lowercase().replace('.', "");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
