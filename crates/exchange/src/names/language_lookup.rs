//! Lookup in the tables of language names and codes.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::names::fold::folded;
use crate::names::language_table::{AMBIGUOUS, NAMES, OF_COUNTRIES, SCRIPTS};
use crate::names::similar::Spellings;
use crate::names::table::Table;

/// The tags of the languages with a folded name.
pub fn of_name(folded: &str) -> Option<Vec<String>> {
    let written = WRITTEN.get(folded).copied();
    let tags: Vec<String> = match written {
        Some(tags) => tags.split(' ').map(str::to_owned).collect(),
        None => CLDR.meanings(folded).map(|meaning| meaning.code.to_owned()).collect(),
    };
    (!tags.is_empty()).then_some(tags)
}

/// The tag of a language by its code of two or three letters (ISO 639), including deprecated ones: `ger` is
/// `de`, and `iw` is `he`.
pub fn canonical(code: &str) -> Option<&'static str> {
    CODES.get(code).map(|(tag, _)| *tag)
}

/// The English name of a language or, if there is none, of its primary language.
pub fn english_name(tag: &str) -> Option<&'static str> {
    let written = |tag: &str| {
        let (_, names) = NAMES.iter().find(|(other, _)| *other == tag)?;
        names.split('|').next()
    };
    let language = tag.split('-').next().unwrap_or(tag);
    written(tag)
        .or_else(|| CODES.get(language).map(|(_, name)| *name))
        .or_else(|| written(language))
}

/// The language that was probably meant by a country code.
pub fn of_country(code: &str) -> Option<&'static str> {
    OF_COUNTRIES.iter().find(|(country, _)| *country == code).map(|(_, tag)| *tag)
}

/// The code of a script by its folded name.
pub fn of_script(name: &str) -> Option<&'static str> {
    let script =
        SCRIPTS.iter().find(|(_, names)| names.split('|').any(|other| folded(other) == name));
    script.map(|(code, _)| *code)
}

/// The tags of languages whose names a folded text may misspell, nearest first.
pub fn misspelt(folded: &str) -> Vec<&'static str> {
    SPELLINGS.misspelt(folded)
}

/// The names of CLDR (Unicode License v3, `data/LICENSE`).
static CLDR: LazyLock<Table> = LazyLock::new(|| Table::of(include_str!("data/languages.txt")));

/// Tags and English names by code.
static CODES: LazyLock<HashMap<&str, (&str, &str)>> = LazyLock::new(|| {
    let rows = include_str!("data/language_codes.txt").lines();
    rows.filter_map(|row| {
        let (code, rest) = row.split_once('\t')?;
        Some((code, rest.split_once('\t')?))
    })
    .collect()
});

/// The names decided by hand: tags by folded name.
static WRITTEN: LazyLock<HashMap<String, &str>> = LazyLock::new(|| {
    let rows = NAMES.iter().chain(AMBIGUOUS);
    rows.flat_map(|(tags, names)| names.split('|').map(|name| (folded(name), *tags))).collect()
});

static SPELLINGS: LazyLock<Spellings<&str>> = LazyLock::new(|| {
    let written = WRITTEN
        .iter()
        .flat_map(|(name, tags)| tags.split(' ').map(move |tag| (name.as_str(), tag)));
    let common = CLDR.iter().filter(|(_, meaning)| meaning.common);
    let names = written.chain(common.map(|(name, meaning)| (name, meaning.code)));
    Spellings::of(names)
});
