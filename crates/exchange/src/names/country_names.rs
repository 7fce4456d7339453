//! Countries by the names that people write.

use solidarity_core::places::{Country, Region};

pub use crate::names::country::Named;
use crate::names::country_lookup::{exact, misspelt};
use crate::names::{flags, fold::folded};

/// The length in letters of the longest text that is looked up: longer ones are not country names.
const MOST: usize = 100;

/// Reads what was written for a country, in any language of CLDR, regardless of case, accents and punctuation.
pub fn read(text: &str) -> Named {
    let unknown = Named::Unknown { nearest: Vec::new() };
    if text.chars().nth(MOST).is_some() {
        return unknown;
    }
    let (flags, rest) = flags::split(text);
    if flags.is_empty() {
        return named(text).unwrap_or_else(|| nearest_to(text));
    }
    let flags: Option<Vec<_>> = flags.iter().map(|flag| of_flag(flag)).collect();
    flags.map_or(unknown, |flags| flagged(&flags, &rest))
}

/// Flags with the text next to them.
fn flagged(flags: &[Named], rest: &str) -> Named {
    let countries = distinct(flags.iter().filter_map(Named::country));
    let flag = match (flags, countries.as_slice()) {
        ([flag], _) | ([flag, ..], [_]) => flag.clone(),
        _ => Named::Several(countries.clone()),
    };
    if folded(rest).is_empty() {
        return flag;
    }
    match (named(rest), countries.as_slice()) {
        (Some(name), _) if name == flag => name,
        (Some(name), [country]) if name.country() == Some(country) => name,
        // The flag says which of the countries with this name is meant.
        (Some(Named::Ambiguous(meant, _)), [country]) if meant.contains(country) => {
            Named::Country(country)
        }
        _ => Named::Unknown { nearest: countries },
    }
}

/// The country with a name or code, if it is certain. Codes must be in capitals: in lower case they are words,
/// such as “it” and “and”.
pub fn known_as(text: &str) -> Option<&'static Country> {
    let text = text.trim();
    let small = text.len() <= 3 && text.bytes().any(|b| b.is_ascii_lowercase());
    if small { None } else { read(text).country() }
}

/// One country or several, by name; `None` if none has that name.
fn named(text: &str) -> Option<Named> {
    in_parts(text, &SEPARATORS)
}

/// Separators between country names: first those of lists, last those that also occur within names.
const SEPARATORS: [&[&str]; 3] = [
    &["/", ";", "|", "\n", "+", "•", "·", "、", "，", "،", " – ", " — "],
    &[",", "(", ")", "[", "]", " - ", "（", "）", "formerly ", "also known as ", "aka "],
    &[
        "&", " and ", " or ", " et ", " y ", " e ", " und ", " och ", " og ", " en ", " i ", " и ",
        " і ", " ja ", " ve ", " dan ", " at ", " và ", "和", "及", "與", " و", " और ",
    ],
];

fn in_parts(text: &str, separators: &[&[&str]]) -> Option<Named> {
    if let Some(named) = exact(text) {
        return Some(named);
    }
    let (separators, finer) = separators.split_first()?;
    let parts = parts(text, separators);
    if parts.len() < 2 {
        return in_parts(text, finer);
    }
    let parts: Option<Vec<_>> = parts.iter().map(|part| in_parts(part, finer)).collect();
    together(&parts?)
}

/// What the parts of a text mean together: several countries, or one that all parts agree on, as in
/// `España (Spain)` and `Korea (KR)`.
fn together(parts: &[Named]) -> Option<Named> {
    let countries = distinct(parts.iter().flat_map(|part| match part {
        Named::Several(countries) => countries.clone(),
        part => part.country().into_iter().collect(),
    }));
    let fits = |country: &Country, part: &Named| match part {
        Named::Country(_) | Named::PartOf(_) => true,
        Named::Ambiguous(meant, _) => meant.contains(&country),
        Named::Region(region) => country.region() == *region,
        _ => false,
    };
    match countries.as_slice() {
        [] => of_no_country(parts),
        [country] if parts.iter().all(|part| matches!(part, Named::PartOf(_))) => {
            Some(Named::PartOf(country))
        }
        [country] => {
            parts.iter().all(|part| fits(country, part)).then_some(Named::Country(country))
        }
        _ => {
            let all = parts
                .iter()
                .all(|part| part.country().is_some() || matches!(part, Named::Several(_)));
            all.then_some(Named::Several(countries))
        }
    }
}

/// What parts without a country mean together: one region, several, or none.
fn of_no_country(parts: &[Named]) -> Option<Named> {
    let first = parts.first()?;
    if parts.iter().all(|part| part == first) {
        return matches!(first, Named::Region(_) | Named::None | Named::Stateless)
            .then(|| first.clone());
    }
    parts
        .iter()
        .all(|part| matches!(part, Named::Region(_) | Named::Stateless))
        .then_some(Named::Stateless)
}

fn parts(text: &str, separators: &[&str]) -> Vec<String> {
    let mut parts = vec![text.to_lowercase()];
    for separator in separators {
        parts = parts.iter().flat_map(|part| part.split(separator)).map(str::to_owned).collect();
    }
    parts.retain(|part| !folded(part).is_empty());
    parts
}

/// What an unknown text may have meant: the country after a place, or a misspelt country.
fn nearest_to(text: &str) -> Named {
    let parts = parts(text, &[",", "(", ")", ";", "/", " - ", " – ", "\n"]);
    if let [first, .., last] = parts.as_slice() {
        let country_of = |part: &str| exact(part).and_then(|named| named.country());
        let first = || country_of(first).filter(|_| text.contains('('));
        let country = country_of(last).or_else(first);
        let others_are_places = || {
            parts.iter().filter_map(|part| exact(part)).all(|named| {
                named.country().is_some()
                    || matches!(named, Named::Stateless | Named::Region(_) | Named::Unknown { .. })
            })
        };
        let country = country.filter(|_| others_are_places());
        if country.is_some() || parts.iter().any(|part| exact(part).is_some()) {
            return Named::Unknown { nearest: country.into_iter().collect() };
        }
    }
    let near = misspelt(&folded(text));
    // A text that is as near to the name of a people is not a misspelt country.
    let countries: Option<Vec<_>> = near.into_iter().collect();
    let nearest = countries.filter(|countries| countries.len() <= 3).unwrap_or_default();
    Named::Unknown { nearest }
}

fn of_flag(flag: &str) -> Option<Named> {
    let country = |code: &str| Country::from_code(&code.to_ascii_uppercase());
    match flag.split_at_checked(2)? {
        ("eu", "") => Some(Named::Region(Region::Europe)),
        ("un", "") => Some(Named::None),
        (code, "") => country(code).map(Named::Country),
        (code, _) => country(code).map(Named::PartOf),
    }
}

fn distinct(countries: impl IntoIterator<Item = &'static Country>) -> Vec<&'static Country> {
    let mut distinct = Vec::new();
    for country in countries {
        if !distinct.contains(&country) {
            distinct.push(country);
        }
    }
    distinct
}
