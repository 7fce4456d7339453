//! Languages by the names and codes that people write.

use solidarity_core::collection::is_language_tag;

use crate::names::country_names;
use crate::names::fold::folded;
use crate::names::language_lookup::{canonical, misspelt, of_country, of_name, of_script};

pub use crate::names::language_lookup::english_name;

/// The length in letters of the longest text that is looked up: longer ones are not language names.
const MOST: usize = 100;

/// What was written where a language was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Language {
    /// A language, by its BCP 47 tag in the usual case.
    Tag(String),
    /// A name of several languages, or several names, with the tags.
    Ambiguous(Vec<String>),
    /// An unknown name or code, with the tags of similar ones, if any.
    Unknown {
        /// Most likely first.
        nearest: Vec<String>,
    },
}

/// Reads the name of a language (in English, in itself, or in one of 25 others) or its code.
pub fn read(text: &str) -> Language {
    let text = text.trim();
    if text.chars().nth(MOST).is_some() {
        return Language::Unknown { nearest: Vec::new() };
    }
    // `Lao` is a name, `lao` a code.
    let is_name = text.len() > 2
        && text.starts_with(|c: char| c.is_ascii_uppercase())
        && text != text.to_uppercase();
    let named = || named(text);
    let first = if is_name { named().or_else(|| coded(text)) } else { coded(text).or_else(named) };
    first.unwrap_or_else(|| nearest_to(text))
}

/// The tag of a language by its name or code. Anything else stays as it is: the check reports it.
pub fn tag_of(text: String) -> String {
    match read(&text) {
        Language::Tag(tag) => tag,
        _ => text,
    }
}

/// Better advice on a text that is not one language, if there is any.
pub fn cure(language: &Language) -> Option<String> {
    let (tags, question) = match language {
        Language::Ambiguous(tags) => (tags, "Use the tag of the right language:"),
        // A single one is offered by `instead`.
        Language::Unknown { nearest } if nearest.len() > 1 => {
            (nearest, "Did you mean one of these?")
        }
        _ => return None,
    };
    let tags = tags.iter().map(|tag| match english_name(tag) {
        Some(name) => format!("“{tag}” ({name})"),
        None => format!("“{tag}”"),
    });
    Some(format!("{question} {}.", tags.collect::<Vec<_>>().join(", ")))
}

/// Why a well-formed tag may be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// No language has this two-letter code.
    NoLanguage {
        /// What was probably meant by a country code.
        instead: Option<&'static str>,
    },
    /// It is the code of a language, and also of a country with another language.
    OfCountry {
        /// The English name of the language.
        language: &'static str,
        /// The language of the country.
        instead: &'static str,
    },
}

/// Why a tag may be wrong, if so. Three-letter codes are not checked.
pub fn doubt(tag: &str) -> Option<Doubt> {
    let language = tag.split('-').next().unwrap_or(tag).to_lowercase();
    let instead = of_country(&language);
    match (canonical(&language), instead) {
        (None, instead) => (language.len() == 2).then_some(Doubt::NoLanguage { instead }),
        (Some(meant), Some(instead)) if tag.len() == 2 => {
            Some(Doubt::OfCountry { language: english_name(meant)?, instead })
        }
        _ => None,
    }
}

/// A language by a tag, even with `_` in it or with a three-letter code; `None` if the text is not a
/// well-formed tag.
fn coded(text: &str) -> Option<Language> {
    let tag = text.replace('_', "-");
    if !is_language_tag(&tag) {
        return None;
    }
    let (language, rest) = tag.split_once('-').unwrap_or((&tag, ""));
    let language = language.to_lowercase();
    let known = canonical(&language);
    if known.is_none() && (language.len() == 2 || of_name(&folded(text)).is_some()) {
        let nearest = of_country(&language).into_iter().map(str::to_owned).collect();
        return (language.len() == 2).then_some(Language::Unknown { nearest });
    }
    // `in` was once Indonesian, and is India.
    if let (Some(known), Some(other)) = (known, of_country(&tag.to_lowercase()))
        && known != language
    {
        return Some(Language::Ambiguous(vec![known.to_owned(), other.to_owned()]));
    }
    let mut tag = known.unwrap_or(&language).to_owned();
    let mut extension = false;
    for part in rest.split('-').filter(|part| !part.is_empty()) {
        extension |= part.len() == 1;
        tag.push('-');
        match part.len() {
            2 if !extension => tag.push_str(&part.to_uppercase()),
            4 if !extension && part.bytes().all(|b| b.is_ascii_alphabetic()) => {
                let (first, others) = part.split_at(1);
                tag.push_str(&first.to_uppercase());
                tag.push_str(&others.to_lowercase());
            }
            _ => tag.push_str(&part.to_lowercase()),
        }
    }
    Some(Language::Tag(tag))
}

/// A language by a name, with a script or country if one is named: `Serbian (Latin)`.
fn named(text: &str) -> Option<Language> {
    if let Some(tags) = of_list(text) {
        return Some(one_of(tags));
    }
    let name = folded(text);
    if let Some(tags) = of_name(&name).or_else(|| of_name(&without_word_for_language(&name)?)) {
        return Some(one_of(tags));
    }
    let (name, variety) = text.split_once(['(', ',', '（'])?;
    let tags = of_name(&folded(name))?;
    match tags.as_slice() {
        [tag] => Some(variety_of(tag, variety.trim_end_matches([')', '）', ' ']))),
        _ => Some(one_of(tags)),
    }
}

/// A folded name without the word “language” in it: `english language`, `bahasa inggris`.
fn without_word_for_language(name: &str) -> Option<String> {
    const WORDS: &str = "language langue lingua lengua idioma sprache taal sprak jezik jezyk jazyk kalba dili bahasa wika wikang \
        язык мова език јазик језик اللغه لغه زبان भाषा ভাষা மொழி";
    // Thai writes no space after the word.
    if let Some(rest) = name.strip_prefix("ภาษา") {
        return Some(rest.to_owned());
    }
    let is_word = |word: &&str| WORDS.split(' ').any(|other| other == *word);
    let words: Vec<_> = name.split(' ').collect();
    let kept: Vec<_> = words.iter().copied().filter(|word| !is_word(word)).collect();
    (!kept.is_empty() && kept.len() < words.len()).then(|| kept.join(" "))
}

/// The languages of a list; `None` if it is not a list, or has anything but names.
fn of_list(text: &str) -> Option<Vec<String>> {
    let parts = text.split(['/', ';', '+', '&']).flat_map(|part| part.split(" and "));
    let parts: Vec<_> = parts.filter(|part| !part.trim().is_empty()).collect();
    if parts.len() < 2 {
        return None;
    }
    let mut tags: Vec<String> = Vec::new();
    for part in parts {
        for tag in of_name(&folded(part))? {
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        }
    }
    Some(tags)
}

/// A language with what follows it: a script, a country, or another name of it.
fn variety_of(tag: &str, variety: &str) -> Language {
    if let Some(script) = of_script(&folded(variety)) {
        return Language::Tag(format!("{tag}-{script}"));
    }
    if let Some(others) = of_name(&folded(variety)) {
        return match others.as_slice() {
            [other] if other == tag || other.starts_with(&format!("{tag}-")) => {
                Language::Tag(other.clone())
            }
            _ => one_of([vec![tag.to_owned()], others].concat()),
        };
    }
    match country_names::read(variety).country() {
        Some(country) => Language::Tag(format!("{tag}-{}", country.code)),
        None => Language::Unknown { nearest: vec![tag.to_owned()] },
    }
}

fn one_of(tags: Vec<String>) -> Language {
    match <[String; 1]>::try_from(tags) {
        Ok([tag]) => Language::Tag(tag),
        Err(tags) => Language::Ambiguous(tags),
    }
}

fn nearest_to(text: &str) -> Language {
    let nearest = misspelt(&folded(text));
    let nearest = if nearest.len() > 3 { Vec::new() } else { nearest };
    Language::Unknown { nearest: nearest.into_iter().map(str::to_owned).collect() }
}
