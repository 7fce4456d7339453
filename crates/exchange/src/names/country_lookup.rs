//! Lookup in the tables of country names.

use std::collections::HashMap;
use std::sync::LazyLock;

use solidarity_core::places::{Country, Region};
use unicode_normalization::UnicodeNormalization;

use crate::names::city_table::CITIES;
use crate::names::country::Named;
use crate::names::country_table::{
    AMBIGUOUS, FORMER, NAMES, NONE, PARENTS, PARTS, REGIONS, STATELESS,
};
use crate::names::fold::folded;
use crate::names::similar::Spellings;
use crate::names::table::{Meaning, Table};

/// What has exactly this name or code, in either word order: `Korea, Republic of`.
pub fn exact(text: &str) -> Option<Named> {
    let text = text.trim();
    if let Some(country) = of_code(&text.nfkc().collect::<String>()) {
        return Some(Named::Country(country));
    }
    if is_no_text(text) {
        return Some(Named::None);
    }
    let turned = turned(text).map(|turned| folded(&turned));
    let names = [Some(folded(text)), turned];
    let mut names = names.iter().flatten().filter(|name| !name.is_empty());
    names.find_map(|name| of_name(name).or_else(|| of_name(without_form_of_state(name)?)))
}

/// The countries whose names a folded text may misspell, nearest first; `None` stands for a name of something
/// else.
pub fn misspelt(folded: &str) -> Vec<Option<&'static Country>> {
    SPELLINGS.misspelt(folded)
}

static SPELLINGS: LazyLock<Spellings<Option<&'static Country>>> = LazyLock::new(|| {
    let written = WRITTEN.iter().flat_map(|(name, named)| {
        let countries = match named {
            Named::Country(country) | Named::PartOf(country) => vec![Some(*country)],
            Named::Ambiguous(countries, None) => countries.iter().copied().map(Some).collect(),
            _ => vec![None],
        };
        countries.into_iter().map(move |country| (name.as_str(), country))
    });
    let common = CLDR.iter().filter(|(_, meaning)| meaning.common);
    let names = written.chain(common.map(|(name, meaning)| (name, country_of(meaning.code))));
    Spellings::of(names)
});

/// The names of CLDR (Unicode License v3, `data/LICENSE`), in all of its languages.
static CLDR: LazyLock<Table> = LazyLock::new(|| Table::of(include_str!("data/countries.txt")));

/// The names decided by hand, and those of ISO 3166-1, by folded name.
static WRITTEN: LazyLock<HashMap<String, Named>> = LazyLock::new(|| {
    let countries = |codes: &str| codes.split(' ').filter_map(country_of).collect::<Vec<_>>();
    let region = |codes: &str| codes.split(' ').find_map(Region::from_id);
    let mut written = HashMap::new();
    let mut add = |names: &str, named: Named| {
        for name in names.split('|').map(folded).filter(|name| !name.is_empty()) {
            written.insert(name, named.clone());
        }
    };
    for country in Country::all() {
        add(country.name, Named::Country(country));
        if let Some(iso) = rust_iso3166::from_alpha2(country.code) {
            add(iso.name, Named::Country(country));
        }
    }
    for (code, names) in CITIES {
        add(names, Named::Unknown { nearest: countries(code) });
    }
    for (code, names) in NAMES {
        countries(code).into_iter().for_each(|country| add(names, Named::Country(country)));
    }
    for (code, names) in PARTS {
        countries(code).into_iter().for_each(|country| add(names, Named::PartOf(country)));
    }
    REGIONS
        .iter()
        .filter_map(|(id, names)| Some((Region::from_id(id)?, names)))
        .for_each(|(region, names)| add(names, Named::Region(region)));
    FORMER.iter().for_each(|(codes, names)| add(names, Named::Former(countries(codes))));
    add(STATELESS, Named::Stateless);
    add(NONE, Named::None);
    for (codes, names) in AMBIGUOUS {
        add(names, Named::Ambiguous(countries(codes), region(codes)));
    }
    written
});

fn country_of(code: &str) -> Option<&'static Country> {
    Country::from_code(code)
}

/// The country with a code of ISO 3166-1, in two or three letters, or the European Union.
fn of_code(text: &str) -> Option<&'static Country> {
    let code = text.to_ascii_uppercase();
    match (text.len(), code.as_str()) {
        // In lower case, “not applicable”.
        (_, "NA") if text == "na" => None,
        (2, "UK") => Country::from_code("GB"),
        (2, "EL") => Country::from_code("GR"),
        (2, _) => Country::from_code(&code),
        (3, _) => Country::from_code(rust_iso3166::from_alpha3(&code)?.alpha2),
        _ => None,
    }
}

/// Whether a text is only a dash, or an abbreviation of “not applicable”.
fn is_no_text(text: &str) -> bool {
    let dash = |c: char| {
        matches!(c, '-' | '_' | '.' | '–' | '—' | '―' | '‐' | '‑' | '−' | '/') || c.is_whitespace()
    };
    text.chars().all(dash)
        || matches!(text.to_lowercase().as_str(), "n/a" | "n.a." | "n.a" | "#n/a")
}

/// `Korea, Republic of` and `Korea (Republic of)` as `Republic of Korea`.
fn turned(text: &str) -> Option<String> {
    let (first, last) = text.split_once([',', '(', '['])?;
    let last = last.trim_end_matches([')', ']', ' ']);
    (!last.contains([',', '(', '['])).then(|| format!("{last} {first}"))
}

fn of_name(folded: &str) -> Option<Named> {
    if let Some(named) = WRITTEN.get(folded) {
        return Some(named.clone());
    }
    let meanings: Vec<Meaning> = CLDR.meanings(folded).collect();
    // An abbreviation in a rare language is a word in others.
    if folded.is_ascii() && folded.len() < 4 && meanings.iter().all(|meaning| !meaning.common) {
        return None;
    }
    let mut countries: Vec<_> =
        meanings.iter().filter_map(|meaning| country_of(meaning.code)).collect();
    let region = meanings.iter().find_map(|meaning| Region::from_id(meaning.code));
    if let ([country], None) = (countries.as_slice(), region)
        && folded.is_ascii()
        && meanings.iter().all(|meaning| !meaning.common)
    {
        // A name in a rare language may be a misspelt name of another country in a common language: `Nigera`.
        let near = misspelt(folded).into_iter().flatten();
        let others: Vec<_> = near.filter(|other| other != country).collect();
        countries.extend(others);
    }
    match (countries.as_slice(), region, meanings.as_slice()) {
        (_, _, []) => None,
        ([], Some(region), [_]) => Some(Named::Region(region)),
        ([], None, [Meaning { code, .. }]) => Some(parent(code).map_or(Named::None, Named::PartOf)),
        ([country], None, [_]) => Some(Named::Country(country)),
        _ => Some(Named::Ambiguous(countries, region)),
    }
}

/// The country of a part that has its own code only in CLDR.
fn parent(code: &str) -> Option<&'static Country> {
    PARENTS.iter().find(|(part, _)| *part == code).and_then(|(_, country)| country_of(country))
}

/// A folded official name without the form of government: `republic chile`.
fn without_form_of_state(folded: &str) -> Option<&str> {
    const FORMS: &str = " bundesrepublik commonwealth emirate estado etat federation kingdom konigreich kongeriket \
        koninkrijk nation principado principality principaute regno reino republic republica republik republika \
        republiken republiek republique repubblica royaume state stato sultanate territory union ";
    const BESIDE: &str = " arab da de democratic democratica democratique del der des di do du federal federale \
        federativa independent islamic islamica islamique la le peoples populaire popular socialist socialista van ";
    let is_in = |words: &str, word: &str| words.split(' ').any(|other| other == word);
    // Thai writes no space after the word for “country”.
    if let Some(country) = folded.strip_prefix("ประเทศ") {
        return Some(country);
    }
    let mut rest = folded;
    let mut country = None;
    while let Some((word, after)) = rest.split_once(' ') {
        let is_form = is_in(FORMS, word);
        if !is_form && !is_in(BESIDE, word) {
            break;
        }
        rest = after;
        country = Some(rest).filter(|_| is_form || country.is_some());
    }
    country
}
