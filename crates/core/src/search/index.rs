//! The index: which messages contain which words, and in which zone.

use rust_stemmers::{Algorithm, Stemmer};

use super::bits::Bits;
use super::dictionary::Dictionary;
use super::numbers::{DamagedIndex, Reader};
use super::postings::Postings;
use super::word_order::WordOrder;

/// The header of the file: its type, and the version of its format.
pub(super) const MARK: &[u8] = b"atlas-index-2\n";

/// The search index of a collection.
pub struct Index {
    pub(super) dictionary: Dictionary,
    pub(super) postings: Postings,
    /// The words that occur in an English text; only those have other forms.
    english: Bits,
    /// The number of words in the body of each message.
    pub(super) lengths: Vec<u32>,
    /// Their mean.
    pub(super) mean: f32,
    /// The order of the words in each message, if it has been loaded.
    pub(super) order: Option<WordOrder>,
}

impl Index {
    /// Loads an index written by [`Builder::pack`](super::builder::Builder::pack). Only the dictionary is unpacked; the postings
    /// are read in place.
    ///
    /// # Errors
    /// If the bytes are something else, or incomplete.
    pub fn read(bytes: Vec<u8>) -> Result<Index, DamagedIndex> {
        let mut reader = Reader::new(&bytes, 0);
        reader.expect(MARK)?;
        let messages = reader.number()?;
        let lengths = reader.numbers(messages)?;
        let words = reader.number()?;
        let dictionary = Dictionary::read(&mut reader, words)?;
        let english = Bits::of(reader.bytes(Bits::size(words))?);
        let at = reader.at();
        let postings = Postings::read(bytes, at, words, messages)?;
        let length: f32 = lengths.iter().map(|length| *length as f32).sum();
        let mean = (length / messages.max(1) as f32).max(1.0);
        Ok(Index { dictionary, postings, english, lengths, mean, order: None })
    }

    /// Adds the word order; without it, phrases match messages with all their words in any order.
    ///
    /// # Errors
    /// If the bytes are something else, or incomplete.
    pub fn add_order(&mut self, bytes: Vec<u8>) -> Result<(), DamagedIndex> {
        self.order = Some(WordOrder::read(bytes, self.len())?);
        Ok(())
    }

    /// The number of messages.
    pub fn len(&self) -> usize {
        self.lengths.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.lengths.is_empty()
    }

    /// The English words with the same stem: `struggling` and `struggle`.
    pub(super) fn inflected(&self, word: &str) -> Vec<usize> {
        // Shorter words have hardly any other forms.
        if word.len() < 3 || !word.is_ascii() {
            return Vec::new();
        }
        let stemmer = Stemmer::create(Algorithm::English);
        let stem = stemmer.stem(word);
        // A stem differs from the words' common prefix in the last letter at most: `parti`.
        let common = stem.get(..stem.len().saturating_sub(1).max(3)).unwrap_or(&stem);
        let candidates = self.dictionary.beginning(common).filter(|&rank| {
            let other = self.dictionary.word(rank);
            other != word && self.english.has(rank) && stemmer.stem(other) == stem
        });
        candidates.collect()
    }
}
