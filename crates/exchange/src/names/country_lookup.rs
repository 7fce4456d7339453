//! The tables of the names of countries.

use std::collections::HashMap;
use std::sync::LazyLock;

use solidarity_core::places::{Country, Region};

use crate::names::country::Named;
use crate::names::country_table::{
    AMBIGUOUS, FORMER, NAMES, NONE, PARENTS, PARTS, REGIONS, STATELESS,
};
use crate::names::fold::folded;
use crate::names::similar::Spelling;
use crate::names::table::{Meaning, Table};

/// What goes by exactly this name or code, whichever way its words are turned: `Korea, Republic of`.
pub fn exact(text: &str) -> Option<Named> {
    let text = text.trim();
    if let Some(country) = of_code(text) {
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

/// The names with which misspelt ones are compared, with the country of each; `None` for what is no
/// country.
pub fn spellings() -> &'static [Spelling<Option<&'static Country>>] {
    &SPELLINGS
}

static SPELLINGS: LazyLock<Vec<Spelling<Option<&'static Country>>>> = LazyLock::new(|| {
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
    names.map(|(name, country)| Spelling::of(name, country)).collect()
});

/// The names of CLDR (Unicode License v3, `data/LICENSE`), in all of its languages.
static CLDR: LazyLock<Table> = LazyLock::new(|| Table::of(include_str!("data/countries.txt")));

/// What is decided by hand, and the names of ISO 3166-1, by folded name.
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

/// The country with a code of ISO 3166-1, in two letters or three, or that of the European Union.
fn of_code(text: &str) -> Option<&'static Country> {
    let code = text.to_ascii_uppercase();
    match (text.len(), code.as_str()) {
        // Rarely Namibia.
        (_, "NA") if text != code => None,
        (2, "UK") => Country::from_code("GB"),
        (2, "EL") => Country::from_code("GR"),
        (2, _) => Country::from_code(&code),
        (3, _) => Country::from_code(rust_iso3166::from_alpha3(&code)?.alpha2),
        _ => None,
    }
}

/// Whether there is nothing but a dash, or an abbreviation of “not applicable”.
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
    if let [Meaning { code, .. }] = meanings.as_slice() {
        let parent =
            || PARENTS.iter().find(|(part, _)| part == code).and_then(|(_, of)| country_of(of));
        let region = || Region::from_id(code).map(Named::Region);
        let country = country_of(code).map(Named::Country);
        return country
            .or_else(|| parent().map(Named::PartOf))
            .or_else(region)
            .or(Some(Named::None));
    }
    let countries: Vec<_> =
        meanings.iter().filter_map(|meaning| country_of(meaning.code)).collect();
    let region = meanings.iter().find_map(|meaning| Region::from_id(meaning.code));
    (!meanings.is_empty()).then_some(Named::Ambiguous(countries, region))
}

/// A folded official name without the form of the state before it: `republic chile`.
fn without_form_of_state(folded: &str) -> Option<&str> {
    const FORMS: [&str; 12] = [
        "bundesrepublik",
        "commonwealth",
        "emirate",
        "federation",
        "kingdom",
        "nation",
        "principality",
        "republic",
        "state",
        "sultanate",
        "territory",
        "union",
    ];
    const BEFORE: [&str; 7] =
        ["arab", "democratic", "federal", "independent", "islamic", "peoples", "socialist"];
    // Thai writes no space after the word for “country”.
    if let Some(country) = folded.strip_prefix("ประเทศ") {
        return Some(country);
    }
    let mut rest = folded;
    let mut country = None;
    while let Some((word, after)) = rest.split_once(' ') {
        if FORMS.contains(&word) {
            country = Some(after);
        } else if !BEFORE.contains(&word) {
            break;
        }
        rest = after;
    }
    country
}
