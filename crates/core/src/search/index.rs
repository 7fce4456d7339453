//! The index: which messages have which words, and where.

use rust_stemmers::{Algorithm, Stemmer};

use super::bits::Bits;
use super::dictionary::Dictionary;
use super::numbers::{DamagedIndex, Reader};
use super::postings::Postings;
use super::word_order::WordOrder;

/// What the file begins with: what it is, and the version of its form.
pub(super) const MARK: &[u8] = b"atlas-index-2\n";

/// Finds the messages of one collection by their words.
pub struct Index {
    pub(super) dictionary: Dictionary,
    pub(super) postings: Postings,
    /// The words that stand in an English text: only those are inflected.
    english: Bits,
    /// How many words the body of each message has.
    pub(super) lengths: Vec<u32>,
    /// The mean of them.
    pub(super) mean: f32,
    /// The order of the words in each message, if it is there.
    pub(super) order: Option<WordOrder>,
}

impl Index {
    /// Takes over an index that [`Builder::pack`] wrote. Only the words are unpacked; where they stand
    /// is read in place.
    ///
    /// # Errors
    /// When the bytes are something else, or not all of it.
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

    /// Adds the order of words, without which phrases are answered by what has all of their words.
    ///
    /// # Errors
    /// When the bytes are something else, or not all of it.
    pub fn add_order(&mut self, bytes: Vec<u8>) -> Result<(), DamagedIndex> {
        self.order = Some(WordOrder::read(bytes, self.len())?);
        Ok(())
    }

    /// How many messages there are.
    pub fn len(&self) -> usize {
        self.lengths.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.lengths.is_empty()
    }

    /// The words of the same stem as a word, in English: `struggling` and `struggle`.
    pub(super) fn inflected(&self, word: &str) -> Vec<usize> {
        // Shorter words are hardly inflected.
        if word.len() < 3 || !word.is_ascii() {
            return Vec::new();
        }
        let stemmer = Stemmer::create(Algorithm::English);
        let stem = stemmer.stem(word);
        // A stem changes no more than the last letter of what words have in common: `parti`.
        let common = stem.get(..stem.len().saturating_sub(1).max(3)).unwrap_or(&stem);
        let candidates = self.dictionary.beginning(common).filter(|&rank| {
            let other = self.dictionary.word(rank);
            other != word && self.english.has(rank) && stemmer.stem(other) == stem
        });
        candidates.collect()
    }
}
