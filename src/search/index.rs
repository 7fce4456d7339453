//! The index: which messages have which words, and where.

use rust_stemmers::{Algorithm, Stemmer};

use super::bits::{Bits, Shortcuts};
use super::dictionary::Dictionary;
use super::postings::{Postings, read, write};
use super::{Folder, Glue, Token};
use crate::collection::{Collection, Message};

/// Stands between fields and paragraphs in a message's sequence of words: no phrase goes across.
const BREAK: u32 = 0;

/// Finds the messages of one collection by their words. Messages are added one by one, so that the
/// page can do something else in between; those added by the last [`Index::settle`] are found.
pub struct Index {
    pub(super) folder: Folder,
    pub(super) dictionary: Dictionary,
    /// For each word by its number, where it stands.
    pub(super) postings: Vec<Postings>,
    /// The words that stand in an English text: only those are inflected.
    english: Bits,
    pub(super) shortcuts: Shortcuts,
    /// The words of each message in their order, as numbers plus one, and [`BREAK`]s.
    sequences: Vec<u8>,
    /// Where the sequence of each message ends.
    sequence_ends: Vec<u32>,
    /// How many words the body of each message has.
    pub(super) lengths: Vec<u32>,
    /// The sum of them.
    pub(super) length: u64,
}

/// Where in a message a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// In the text.
    Body,
    /// In the name of a sender's country.
    Country,
    /// In the name or office of somebody who signed.
    Signatory,
    /// In a name of a sender.
    Sender,
}

impl Index {
    /// An index without messages.
    pub fn empty(folder: Folder) -> Index {
        Index {
            folder,
            dictionary: Dictionary::default(),
            postings: Vec::new(),
            english: Bits::default(),
            shortcuts: Shortcuts::default(),
            sequences: Vec::new(),
            sequence_ends: Vec::new(),
            lengths: Vec::new(),
            length: 0,
        }
    }

    /// Indexes a whole collection.
    pub fn new(folder: Folder, collection: &Collection) -> Index {
        let mut index = Index::empty(folder);
        for message in &collection.messages {
            index.add(collection, message);
        }
        index.settle();
        index
    }

    /// How many messages there are.
    pub fn len(&self) -> usize {
        self.lengths.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.lengths.is_empty()
    }

    /// Adds a message, to be found from the next [`Index::settle`] on.
    pub fn add(&mut self, collection: &Collection, message: &Message) {
        let english = |lang: Option<&str>| is_english(lang.unwrap_or(&collection.language));
        for sender in &message.senders {
            for name in &sender.names {
                self.add_text(Field::Sender, &name.text, english(name.lang.as_deref()));
            }
            if let Some(acronym) = &sender.acronym {
                self.add_text(Field::Sender, acronym, false);
            }
            if let Some(country) = sender.country {
                let own = collection.place_name(country);
                self.add_text(Field::Country, country.name, false);
                if own != country.name {
                    self.add_text(Field::Country, own, false);
                }
            }
        }
        for signature in &message.signatures {
            self.add_text(Field::Signatory, &signature.name, false);
            if let Some(role) = &signature.role {
                self.add_text(Field::Signatory, role, english(None));
            }
        }
        let mut length = 0;
        for paragraph in &message.body {
            let english = english(paragraph.lang.as_deref());
            length += self.add_text(Field::Body, &paragraph.text, english);
        }
        self.lengths.push(length);
        self.length += u64::from(length);
        self.sequence_ends.push(self.sequences.len() as u32);
    }

    /// Makes what was added found.
    pub fn settle(&mut self) {
        self.dictionary.sort();
    }

    /// The words of a message in their order, as numbers, and `None` where a field or paragraph
    /// ends.
    pub(super) fn sequence(&self, message: usize) -> impl Iterator<Item = Option<u32>> {
        let end = |at: usize| self.sequence_ends.get(at).copied().unwrap_or_default() as usize;
        let start = message.checked_sub(1).map_or(0, end);
        let mut bytes = self.sequences.get(start..end(message)).unwrap_or_default().iter();
        std::iter::from_fn(move || read(&mut bytes).map(|n| n.checked_sub(1)))
    }

    /// The words of the same stem as a word, in English: `struggling` and `struggle`.
    pub(super) fn inflected(&self, word: &str) -> Vec<usize> {
        // Shorter words are too often the beginning of others.
        if word.len() < 4 || !word.is_ascii() {
            return Vec::new();
        }
        let stemmer = Stemmer::create(Algorithm::English);
        let stem = stemmer.stem(word);
        // A stem changes no more than the last letter of what words have in common: `parti`.
        let common = stem.get(..stem.len().saturating_sub(1).max(3)).unwrap_or(&stem);
        let candidates = self.dictionary.beginning(common).filter(|&rank| {
            let number = self.dictionary.at(rank);
            let other = self.dictionary.word(number);
            other != word && self.english.has(number as usize) && stemmer.stem(other) == stem
        });
        candidates.collect()
    }

    /// Adds a text; how many words it has.
    fn add_text(&mut self, field: Field, text: &str, english: bool) -> u32 {
        let mut count = 0;
        // Of what is joined, all together: `covid-19` is `covid19`, too.
        let mut joined = String::new();
        let mut parts = 0;
        let folder = self.folder;
        folder.each_token(text, |token: &Token| {
            if token.glue != Glue::Joined {
                if parts > 1 {
                    self.add_word(field, &joined, false);
                }
                joined.clear();
                parts = 0;
            }
            joined.push_str(&token.folded);
            parts += 1;
            count += 1;
            let number = self.add_word(field, &token.folded, english);
            write(&mut self.sequences, number + 1);
            let bare = match token.possessor {
                Some(end) => token.folded.get(..end),
                None => without_article(&token.folded),
            };
            if let Some(bare) = bare {
                self.add_word(field, bare, english);
            }
        });
        if parts > 1 {
            self.add_word(field, &joined, false);
        }
        write(&mut self.sequences, BREAK);
        count
    }

    fn add_word(&mut self, field: Field, word: &str, english: bool) -> u32 {
        let number = self.dictionary.insert(word);
        let message = self.lengths.len();
        if self.postings.len() <= number as usize {
            self.postings.resize_with(number as usize + 1, Postings::default);
        }
        if english {
            self.english.set(number as usize);
        }
        if let Some(postings) = self.postings.get_mut(number as usize)
            && postings.add(message as u32, field)
        {
            self.shortcuts.add(word, message);
        }
        number
    }
}

/// A word that begins with the Arabic article, without it.
pub(super) fn without_article(word: &str) -> Option<&str> {
    word.strip_prefix("ال").filter(|rest| rest.chars().count() > 2)
}

fn is_english(tag: &str) -> bool {
    tag == "en" || tag.starts_with("en-")
}
