//! Postings: which messages contain a word.

use super::field::Field;
use super::numbers::{DamagedIndex, Reader, write};

/// The messages that contain each word of an index, read in place from its bytes.
///
/// Occurrences in names are few, and listed one by one: the distance to the message before, with
/// the field in the two lowest bits. For texts there is one entry per message: the distance to the
/// message before, Rice-coded, then the frequency, in bits, unless the word is very common. This is
/// about as small as plain numbers after general compression, which many hosts do not apply to such
/// files.
pub struct Postings {
    bytes: Vec<u8>,
    messages: usize,
    words: Vec<Entry>,
}

/// The offsets of a word's postings, and their numbers of entries.
#[derive(Clone, Copy, Default)]
struct Entry {
    names_at: u32,
    names: u32,
    texts_at: u32,
    texts: u32,
    /// The number of messages with the word, in a name or a text.
    messages: u32,
}

/// Frequencies are capped at this: more hardly makes a message more relevant.
const OFTEN: u32 = 5;
/// For words in more texts than this no frequency is stored: nobody looks for the best of so many.
const COMMON: u32 = 1000;
/// Zeros after the last entry, so that every entry can be read in one step.
const MARGIN: usize = 8;

impl Postings {
    /// The number of messages with a word.
    pub fn messages(&self, rank: usize) -> usize {
        self.entry(rank).messages as usize
    }

    /// The messages with a word in a name.
    pub fn names(&self, rank: usize) -> impl Iterator<Item = (usize, Field)> {
        let Entry { names, names_at, .. } = self.entry(rank);
        let mut reader = Reader::new(&self.bytes, names_at as usize);
        let mut message = 0;
        (0..names).map_while(move |_| {
            let entry = reader.next()?;
            message += entry as usize >> 2;
            Some((message, Field::of_bits(entry & 3)))
        })
    }

    /// The messages with a word in their text, and its frequency, up to five.
    pub fn texts(&self, rank: usize) -> impl Iterator<Item = (usize, u32)> {
        let Entry { texts_at, texts, .. } = self.entry(rank);
        let width = width(self.messages, texts);
        let most = counted(texts);
        let mut at = texts_at as usize * 8;
        let mut next = 0;
        (0..texts).map(move |_| {
            let mut long = 0;
            let mut window = window(&self.bytes, at);
            while window.leading_ones() >= 32 {
                long += 32;
                at += 32;
                window = self::window(&self.bytes, at);
            }
            let ones = window.leading_ones();
            // At most 31 ones and a zero, 20 low bits, and four for the frequency: 56 of the
            // window's 57.
            let below = (window << (ones + 1)).checked_shr(64 - width).unwrap_or_default();
            let often = (window << (ones + 1 + width)).leading_ones().min(most);
            at += (ones + 1 + width + (often + 1).min(most)) as usize;
            let message = next + ((long + ones as usize) << width) + below as usize;
            next = message + 1;
            (message, often + 1)
        })
    }

    fn entry(&self, rank: usize) -> Entry {
        self.words.get(rank).copied().unwrap_or_default()
    }

    /// Loads the postings of an index, which start at offset `at`.
    pub fn read(
        bytes: Vec<u8>,
        at: usize,
        words: usize,
        messages: usize,
    ) -> Result<Postings, DamagedIndex> {
        let mut reader = Reader::new(&bytes, at);
        let (texts, sizes) = (reader.numbers(words)?, reader.numbers(words)?);
        let entry = |texts| Entry { texts, messages: texts, ..Entry::default() };
        let mut entries: Vec<Entry> = texts.into_iter().map(entry).collect();
        // Few words occur in names.
        let named = reader.number()?;
        let mut rank = 0_usize;
        for _ in 0..named {
            rank = rank.saturating_add(reader.number()?);
            let entry = entries.get_mut(rank).ok_or(DamagedIndex)?;
            entry.names = reader.number()? as u32;
            entry.messages = entry.texts.saturating_add(reader.number()? as u32);
            entry.names_at = reader.at() as u32;
            reader.numbers(entry.names as usize)?;
        }
        let mut texts_at = reader.at();
        for (entry, size) in entries.iter_mut().zip(sizes) {
            entry.texts_at = texts_at as u32;
            texts_at = texts_at.saturating_add(size as usize);
        }
        let possible =
            |entry: &Entry| entry.texts as usize <= messages && entry.messages as usize <= messages;
        if texts_at.saturating_add(MARGIN) != bytes.len() || !entries.iter().all(possible) {
            return Err(DamagedIndex);
        }
        Ok(Postings { bytes, messages, words: entries })
    }
}

/// The most repetitions counted in a text, for a word in this many texts.
fn counted(texts: u32) -> u32 {
    if texts > COMMON { 0 } else { OFTEN - 1 }
}

/// The Rice parameter for a word in this many of all messages: the number of low bits of a distance
/// that are written raw, about one less than the average distance has (Kiely, “Selecting the Golomb
/// parameter in Rice coding”, IPN Progress Report 42-159, 2004).
fn width(messages: usize, texts: u32) -> u32 {
    let mean = messages as u32 / texts.max(1);
    (mean * 11 / 16).checked_ilog2().unwrap_or_default().min(20)
}

/// At least 57 bits from a position on, the first in the highest place.
fn window(bytes: &[u8], at: usize) -> u64 {
    let eight = bytes.get(at / 8..at / 8 + 8).and_then(|eight| eight.try_into().ok());
    u64::from_be_bytes(eight.unwrap_or_default()) << (at % 8)
}

/// The postings of one word under construction.
#[derive(Default)]
pub struct Growing {
    names: Vec<(u32, Field)>,
    /// Messages, and the frequency of the word in the text of each.
    texts: Vec<(u32, u32)>,
    /// The number of messages that contain it, anywhere.
    messages: u32,
    /// The last of these, plus one.
    newest: u32,
}

impl Growing {
    /// Records an occurrence in a message; messages must come in order.
    pub fn add(&mut self, message: u32, field: Field) {
        self.messages += u32::from(self.newest != message + 1);
        self.newest = message + 1;
        if field != Field::Body {
            if self.names.last() != Some(&(message, field)) {
                self.names.push((message, field));
            }
            return;
        }
        match self.texts.last_mut().filter(|(last, _)| *last == message) {
            Some((_, often)) => *often += 1,
            None => self.texts.push((message, 1)),
        }
    }

    fn pack_texts(&self, messages: usize) -> Vec<u8> {
        let width = width(messages, self.texts.len() as u32);
        let most = counted(self.texts.len() as u32);
        let mut bits = BitWriter::default();
        let mut next = 0;
        for (message, often) in &self.texts {
            let distance = message - next;
            bits.ones(distance >> width);
            bits.push(false);
            (0..width).rev().for_each(|bit| bits.push(distance >> bit & 1 == 1));
            bits.ones((often - 1).min(most));
            if often - 1 < most {
                bits.push(false);
            }
            next = message + 1;
        }
        bits.bytes
    }
}

/// Writes the postings of words, in dictionary order, in the form that [`Postings::read`] reads.
pub fn pack(bytes: &mut Vec<u8>, words: &[&Growing], messages: usize) {
    let texts: Vec<_> = words.iter().map(|word| word.pack_texts(messages)).collect();
    for word in words {
        write(bytes, word.texts.len() as u32);
    }
    for packed in &texts {
        write(bytes, packed.len() as u32);
    }
    let named = || words.iter().enumerate().filter(|(_, word)| !word.names.is_empty());
    write(bytes, named().count() as u32);
    let mut before = 0;
    for (rank, word) in named() {
        write(bytes, (rank - before) as u32);
        write(bytes, word.names.len() as u32);
        write(bytes, word.messages - word.texts.len() as u32);
        before = rank;
        let mut last = 0;
        for (message, field) in &word.names {
            write(bytes, (message - last) << 2 | field.bits());
            last = *message;
        }
    }
    texts.iter().for_each(|packed| bytes.extend(packed));
    bytes.extend([0; MARGIN]);
}

#[derive(Default)]
struct BitWriter {
    bytes: Vec<u8>,
    used: usize,
}

impl BitWriter {
    fn push(&mut self, bit: bool) {
        if self.used.is_multiple_of(8) {
            self.bytes.push(0);
        }
        if let Some(last) = self.bytes.last_mut() {
            *last |= u8::from(bit) << (7 - self.used % 8);
        }
        self.used += 1;
    }

    fn ones(&mut self, count: u32) {
        (0..count).for_each(|_| self.push(true));
    }
}
