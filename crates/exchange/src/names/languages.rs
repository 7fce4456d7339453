//! Languages by the names that people write.

use std::sync::LazyLock;

use deunicode::deunicode;
use isolang::Language;
use solidarity_core::collection::is_language_tag;

use crate::names::similar::nearest;

/// How alike two names must be to be taken for one another, from 0 to 1 (Jaro–Winkler).
const ALIKE: f64 = 0.88;

/// The tag of a language by its English name or its own: `Portuguese`, `Português`. What is a tag,
/// or is not known, stays as it is: the check finds it.
pub fn tag_of(named: String) -> String {
    if is_language_tag(&named) {
        return named;
    }
    known_as(&named).map_or(named, |language| tag(language).to_owned())
}

/// The tag and the English name of the language that somebody may have meant, if one is near.
pub fn nearest_language(named: &str) -> Option<(&'static str, &'static str)> {
    let language = known_as(named).or_else(|| {
        let wanted = folded(named);
        let common = NAMES.iter().filter(|(_, language)| language.to_639_1().is_some());
        nearest(&wanted, common.map(|(name, language)| (name, *language)), ALIKE)
    })?;
    Some((tag(language), language.to_name()))
}

/// Every name of every language, folded; those of languages with a tag of two letters first.
static NAMES: LazyLock<Vec<(String, Language)>> = LazyLock::new(|| {
    let mut names: Vec<_> = isolang::languages()
        .flat_map(|language| names(language).map(move |name| (folded(name), language)))
        .collect();
    names.sort_by_key(|(_, language)| language.to_639_1().is_none());
    names
});

fn names(language: Language) -> impl Iterator<Item = &'static str> {
    let name = language.to_name();
    // Nobody writes “Modern Greek” of a letter.
    let short = name.strip_prefix("Modern ");
    [Some(name), short, language.to_autonym()].into_iter().flatten()
}

fn known_as(named: &str) -> Option<Language> {
    let wanted = folded(named);
    NAMES.iter().find(|(name, _)| *name == wanted).map(|(_, language)| *language)
}

fn tag(language: Language) -> &'static str {
    language.to_639_1().unwrap_or_else(|| language.to_639_3())
}

fn folded(name: &str) -> String {
    deunicode(name.trim()).to_lowercase()
}
