//! Builds an index.

use rustc_hash::FxHashMap;

use super::bits::Bits;
use super::dictionary::{Dictionary, SPELLED, TWIN};
use super::field::Field;
use super::fold::{Folder, Glue, Token};
use super::index::{Index, MARK};
use super::letters::without_article;
use super::numbers::{DamagedIndex, write};
use super::{postings, word_order};
use crate::collection::{Collection, Message};
use crate::ordering::sorted;

/// Builds an index message by message, so that the page stays responsive.
pub struct Builder {
    folder: Folder,
    /// Words with their numbers, in the order of first occurrence.
    numbers: FxHashMap<String, u32>,
    /// The postings of each word, by number.
    postings: Vec<postings::Growing>,
    /// The numbers of the words that occur in an English text.
    english: Bits,
    order: word_order::Growing,
    /// The number of words in the body of each message.
    lengths: Vec<u32>,
}

/// A serialised index.
pub struct Packed {
    /// What [`Index::read`] reads.
    pub index: Vec<u8>,
    /// What [`super::WordOrder::read`] reads.
    pub order: Vec<u8>,
}

impl Builder {
    /// An empty builder.
    pub fn new(folder: Folder) -> Builder {
        Builder {
            folder,
            numbers: FxHashMap::default(),
            postings: Vec::new(),
            english: Bits::default(),
            order: word_order::Growing::default(),
            lengths: Vec::new(),
        }
    }

    /// A builder with all messages of a collection.
    pub fn of(folder: Folder, collection: &Collection) -> Builder {
        let mut builder = Builder::new(folder);
        for message in &collection.messages {
            builder.add(collection, message);
        }
        builder
    }

    /// The number of messages added.
    pub fn messages(&self) -> usize {
        self.lengths.len()
    }

    /// Adds a message, whose body must have been loaded.
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
        for paragraph in message.body() {
            let english = english(paragraph.lang.as_deref());
            length += self.add_text(Field::Body, &paragraph.text, english);
        }
        self.lengths.push(length);
        self.order.end_message();
    }

    /// The index of the messages added, serialised.
    pub fn pack(&self) -> Packed {
        let mut words: Vec<(&str, usize)> =
            self.numbers.iter().map(|(word, number)| (word.as_str(), *number as usize)).collect();
        let order = sorted(words.len(), &mut |a, b| {
            let word = |at: usize| words.get(at).map(|(word, _)| *word);
            word(a).cmp(&word(b))
        });
        words = order.into_iter().filter_map(|at| words.get(at).copied()).collect();

        let mut bytes = MARK.to_vec();
        write(&mut bytes, self.lengths.len() as u32);
        self.lengths.iter().for_each(|length| write(&mut bytes, *length));
        write(&mut bytes, words.len() as u32);
        let mut before = "";
        for (word, _) in &words {
            Dictionary::write(&mut bytes, before, word);
            before = word;
        }
        let mut english = Bits::default();
        let mut ranks = vec![0; words.len()];
        for (rank, (_, number)) in words.iter().enumerate() {
            if self.english.has(*number) {
                english.set(rank);
            }
            if let Some(slot) = ranks.get_mut(*number) {
                *slot = rank as u32;
            }
        }
        english.pack(&mut bytes, words.len());
        let postings: Vec<_> =
            words.iter().filter_map(|(_, number)| self.postings.get(*number)).collect();
        postings::pack(&mut bytes, &postings, self.lengths.len());
        Packed { index: bytes, order: self.order.pack(&ranks) }
    }

    /// The index of the messages added.
    ///
    /// # Errors
    /// None in practice: it reads what it has just written.
    pub fn finish(&self) -> Result<Index, DamagedIndex> {
        let Packed { index, order } = self.pack();
        let mut index = Index::read(index)?;
        index.add_order(order)?;
        Ok(index)
    }

    /// Adds a text, and returns its number of words.
    fn add_text(&mut self, field: Field, text: &str, english: bool) -> u32 {
        let mut count = 0;
        // Also index joined parts as one word: `covid-19` as `covid19`.
        let mut joined = String::new();
        let mut parts = 0;
        let mut entry = String::new();
        let folder = self.folder;
        folder.each_token(text, &mut |token: &Token| {
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
            entry.clone_from(&token.folded);
            if !token.spelled.is_empty() {
                entry.push(SPELLED);
                entry += &token.spelled;
            }
            let number = self.add_word(field, &entry, english);
            self.order.word(number);
            if !token.twin.is_empty() {
                entry.clear();
                entry.push(TWIN);
                entry += &token.twin;
                self.add_word(field, &entry, false);
            }
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
        self.order.end_text();
        count
    }

    fn add_word(&mut self, field: Field, word: &str, english: bool) -> u32 {
        let number = match self.numbers.get(word) {
            Some(number) => *number,
            None => {
                let number = self.numbers.len() as u32;
                self.numbers.insert(word.to_owned(), number);
                self.postings.push(postings::Growing::default());
                number
            }
        };
        if english {
            self.english.set(number as usize);
        }
        let message = self.lengths.len() as u32;
        if let Some(postings) = self.postings.get_mut(number as usize) {
            postings.add(message, field);
        }
        number
    }
}

fn is_english(tag: &str) -> bool {
    tag == "en" || tag.starts_with("en-")
}

impl Index {
    /// Indexes a whole collection.
    ///
    /// # Errors
    /// None in practice, as for [`Builder::finish`].
    pub fn new(folder: Folder, collection: &Collection) -> Result<Index, DamagedIndex> {
        Builder::of(folder, collection).finish()
    }
}
