//! Queries that find something in a collection, to show what can be typed.

use super::fold::{Folder, Token};
use crate::collection::Collection;

/// At least so many letters has a word of which the beginning is an example.
const LONG: usize = 7;
/// So many letters of it are typed.
const TYPED: usize = 5;
/// So many messages are looked at: the first.
const LOOKED_AT: usize = 100;

/// Queries that find something, each where the collection has what it needs.
///
/// They are made of the names of senders, signatories and countries alone, which are there before any
/// text is, and are the same wherever they are made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Examples {
    /// The beginning of a word.
    pub beginning: Option<String>,
    /// A phrase in quotation marks.
    pub phrase: Option<String>,
    /// A word that several messages have, and with a minus one that they do not all have.
    pub exclusion: Option<String>,
    /// `country:` with a country of a sender.
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

    /// In the order of the fields.
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

/// A word that most names have, without one that only one of them has.
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
