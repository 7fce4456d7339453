//! Language tags that do not exist, or that are probably country codes.

use std::collections::HashSet;

use solidarity_core::collection::{Collection, Text};

use crate::check::finding::{Finding, Instead, Severity};
use crate::check::paths::Paths;
use crate::names::languages::{Doubt, doubt, english_name};

/// The warnings for the language tags of a collection, each where the tag first occurs.
pub fn warnings(collection: &Collection, paths: &Paths) -> Vec<Finding> {
    let at_in_file = paths.messages();
    let mut tags = vec![("collection.language".to_owned(), collection.language.as_str())];
    for message in &collection.messages {
        let Some(at) = at_in_file.get(message.id.as_str()) else { continue };
        let names = message.senders.iter().enumerate();
        let names =
            names.flat_map(|(at, sender)| marked(format!("senders[{at}].names"), &sender.names));
        let texts = names.chain(marked("body".to_owned(), message.body()));
        tags.extend(texts.map(|(path, tag)| (format!("messages[{at}].{path}"), tag)));
    }
    let mut seen = HashSet::new();
    tags.retain(|(_, tag)| seen.insert(*tag));
    tags.into_iter().filter_map(|(path, tag)| of_tag(path, tag, paths)).collect()
}

fn marked(path: String, texts: &[Text]) -> impl Iterator<Item = (String, &str)> {
    let texts = texts.iter().enumerate();
    texts.filter_map(move |(at, text)| Some((format!("{path}[{at}].lang"), text.lang.as_deref()?)))
}

fn of_tag(path: String, tag: &str, paths: &Paths) -> Option<Finding> {
    let (what, cure, instead) = match doubt(tag)? {
        Doubt::NoLanguage { instead } => (
            format!("“{tag}” is not the code of a language."),
            "Browsers and screen readers need the language of a text: use a tag such as “en”, “id” or “zh-Hant” \
             (BCP 47)."
                .to_owned(),
            instead,
        ),
        Doubt::OfCountry { language, instead } => (
            format!("“{tag}” is the code of {language}."),
            format!(
                "If the text is in {language}, leave it as it is. The code of a country is not always that of \
                 its language."
            ),
            Some(instead),
        ),
    };
    let instead = instead.map(|tag| Instead {
        value: tag.to_owned(),
        meaning: english_name(tag).map(str::to_owned),
    });
    let range = paths.range(&path).unwrap_or_default();
    Some(Finding { severity: Severity::Warning, range, path, what, cure, instead })
}
