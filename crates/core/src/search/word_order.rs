//! The word order of each message, for checking phrases.

use super::numbers::{DamagedIndex, Reader, write};

/// The header of the file: its type, and the version of its format.
const MARK: &[u8] = b"atlas-order-1\n";
/// Separates fields and paragraphs, which no phrase crosses.
const BREAK: u32 = 0;

/// The words of each message as numbers, read in place. Words are numbered by first occurrence, so
/// that common ones tend to have small numbers, of fewer bytes.
pub struct WordOrder {
    bytes: Vec<u8>,
    /// The rank in the dictionary of each number.
    ranks: Vec<u32>,
    /// The start of each message, and the end of the last.
    starts: Vec<u32>,
}

impl WordOrder {
    /// Reads the word order that a [`super::Builder`] packed for this many messages.
    ///
    /// # Errors
    /// If the bytes are something else.
    pub fn read(bytes: Vec<u8>, of: usize) -> Result<WordOrder, DamagedIndex> {
        let mut reader = Reader::new(&bytes, 0);
        reader.expect(MARK)?;
        let words = reader.number()?;
        let ranks = reader.numbers(words)?;
        let messages = reader.number()?;
        let mut starts = reader.numbers(messages)?;
        let mut at = reader.at() as u32;
        for start in &mut starts {
            (*start, at) = (at, at.checked_add(*start).ok_or(DamagedIndex)?);
        }
        starts.push(at);
        if at as usize != bytes.len() || messages != of {
            return Err(DamagedIndex);
        }
        Ok(WordOrder { bytes, ranks, starts })
    }

    /// The words of a message in order, as ranks in the dictionary; a number beyond all ranks ends
    /// each field and paragraph.
    pub fn of(&self, message: usize) -> impl Iterator<Item = usize> {
        let at = |message: usize| self.starts.get(message).copied().unwrap_or_default() as usize;
        let end = at(message + 1);
        let mut reader = Reader::new(&self.bytes, at(message));
        std::iter::from_fn(move || {
            let number = (reader.at() < end).then(|| reader.next()).flatten()?;
            let place = number.checked_sub(1).and_then(|number| self.ranks.get(number as usize));
            Some(place.map_or(usize::MAX, |rank| *rank as usize))
        })
    }
}

/// A word order under construction.
#[derive(Default)]
pub struct Growing {
    bytes: Vec<u8>,
    ends: Vec<u32>,
}

impl Growing {
    /// Adds the next word, by its number.
    pub fn word(&mut self, number: u32) {
        write(&mut self.bytes, number + 1);
    }

    /// Ends a field or paragraph.
    pub fn end_text(&mut self) {
        write(&mut self.bytes, BREAK);
    }

    /// Ends a message.
    pub fn end_message(&mut self) {
        self.ends.push(self.bytes.len() as u32);
    }

    /// Serialises it, with the rank in the dictionary of each number.
    pub fn pack(&self, ranks: &[u32]) -> Vec<u8> {
        let mut bytes = MARK.to_vec();
        write(&mut bytes, ranks.len() as u32);
        ranks.iter().for_each(|rank| write(&mut bytes, *rank));
        write(&mut bytes, self.ends.len() as u32);
        let mut start = 0;
        for end in &self.ends {
            write(&mut bytes, end - start);
            start = *end;
        }
        bytes.extend(&self.bytes);
        bytes
    }
}
