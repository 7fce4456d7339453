//! Example queries with results in a collection, which show what can be typed.

use super::fold::{Folder, Token};
use crate::collection::Collection;

/// The least length of a word whose beginning serves as an example.
const LONG: usize = 7;
/// The length of that beginning.
const TYPED: usize = 5;
/// Only this many messages, from the first on, are considered.
const LOOKED_AT: usize = 100;

/// Example queries, each present if the collection offers one.
///
/// They use only names of senders, signatories and countries, which are loaded before any text, so
/// that the build and the browser choose the same ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Examples {
    /// The beginning of a word.
    pub beginning: Option<String>,
    /// A phrase in quotation marks.
    pub phrase: Option<String>,
    /// A word that several messages have, followed by an excluded one that only some of these have.
    pub exclusion: Option<String>,
    /// `country:` with a sender's country.
    pub country: Option<String>,
    /// `from:` with a word of a sender's name.
    pub sender: Option<String>,
    /// `by:` with a word of a signatory's name.
    pub signatory: Option<String>,
}

impl Examples {
    /// Examples for a collection.
    pub fn of(collection: &Collection, folder: Folder) -> Examples {
        let mut examples = Examples::default();
        let mut names = Vec::new();
        for message in collection.messages.iter().take(LOOKED_AT) {
            for sender in &message.senders {
                names.extend(sender.names.iter().map(|name| words(folder, &name.text)));
                if let (None, Some(country)) = (&examples.country, sender.country) {
                    examples.country = Some(in_field("country", collection.place_name(country)));
                }
            }
            for signature in &message.signatures {
                if let (None, Some(word)) =
                    (&examples.signatory, words(folder, &signature.name).last())
                {
                    examples.signatory = Some(in_field("by", word));
                }
            }
        }
        for words in &names {
            let long = words.iter().find(|word| letters(word) >= LONG);
            if let (None, Some(word)) = (&examples.beginning, long) {
                examples.beginning = Some(word.chars().take(TYPED).collect());
            }
            if let (None, [first, second, ..]) = (&examples.phrase, words.as_slice()) {
                examples.phrase = Some(in_marks(&((*first).to_owned() + " " + second)));
            }
            if let (None, Some(word)) = (&examples.sender, words.first()) {
                examples.sender = Some(in_field("from", word));
            }
        }
        examples.exclusion = exclusion(&names);
        examples
    }

    /// The examples, in the order of the fields.
    pub fn list(self) -> [Option<String>; 6] {
        let Examples { beginning, phrase, exclusion, country, sender, signatory } = self;
        [beginning, phrase, exclusion, country, sender, signatory]
    }
}

/// The words of a name, without initials.
fn words(folder: Folder, name: &str) -> Vec<&str> {
    let of = |token: &Token| name.get(token.start..token.ends.last().copied()?);
    let words = folder.tokens(name);
    words.iter().filter_map(of).filter(|word| letters(word) > 1).collect()
}

fn letters(word: &str) -> usize {
    word.chars().count()
}

fn in_field(field: &str, name: &str) -> String {
    let one = name.chars().all(char::is_alphanumeric);
    let name = if one { name.to_owned() } else { in_marks(name) };
    field.to_owned() + ":" + &name
}

fn in_marks(phrase: &str) -> String {
    "“".to_owned() + phrase + "”"
}

/// The word in most names, and an excluded one that only one of these has.
fn exclusion(names: &[Vec<&str>]) -> Option<String> {
    let with = |word: &&str| names.iter().filter(|words| words.contains(word)).count();
    let mut most = 1;
    let mut example = None;
    for words in names {
        let other = words.iter().find(|word| letters(word) >= LONG && with(word) == 1);
        for (word, other) in words.iter().zip(other.into_iter().cycle()) {
            let count = with(word);
            if letters(word) >= TYPED && count > most {
                most = count;
                example = Some((*word).to_owned() + " -" + other);
            }
        }
    }
    example
}
