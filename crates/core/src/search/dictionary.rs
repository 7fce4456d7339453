//! Every word of a collection, in order.

use std::ops::Range;

use super::numbers::{DamagedIndex, Reader};

/// The words that occur, in order: the place of a word in the order stands for it.
///
/// An entry is a word as it is folded; where that is not how it is spelled, [`SPELLED`] and its spelling
/// follow, so that all spellings of a word are next to one another. Entries that begin with [`TWIN`] are
/// words written with two letters for one (`mueller`), where a text has the one.
pub struct Dictionary {
    /// The words, one after another.
    text: String,
    /// Where each word ends in `text`.
    ends: Vec<u32>,
}

/// Comes between a word and its spelling.
pub const SPELLED: char = '\u{1}';
/// Comes before a word that is written with two letters for one.
pub const TWIN: char = '\u{2}';

/// Stands for a length that a half byte does not hold.
const LONG: usize = 15;

/// A word near to one that was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Near {
    /// Its place in the order of words.
    pub rank: usize,
    /// How many letters are wrong.
    pub edits: usize,
    /// Whether that is of the whole word, and not of its beginning.
    pub whole: bool,
}

impl Dictionary {
    /// Reads so many words. Each begins with some bytes of the word before: a byte has how many, up to 15,
    /// and how many follow, up to 14; for more a 15 and a number.
    pub fn read(reader: &mut Reader, words: usize) -> Result<Dictionary, DamagedIndex> {
        let mut text: Vec<u8> = Vec::new();
        let mut ends = Vec::new();
        let mut start = 0;
        for _ in 0..words {
            let lengths = usize::from(*reader.bytes(1)?.first().ok_or(DamagedIndex)?);
            let shared = lengths >> 4;
            let length = match lengths & LONG {
                LONG => reader.number()?,
                length => length,
            };
            let rest = reader.bytes(length)?;
            let end = text.len();
            if shared > end - start {
                return Err(DamagedIndex);
            }
            text.extend_from_within(start..start + shared);
            text.extend(rest);
            start = end;
            ends.push(text.len() as u32);
        }
        let text = String::from_utf8(text).map_err(|_| DamagedIndex)?;
        Ok(Dictionary { text, ends })
    }

    /// Writes a word as [`Dictionary::read`] reads it, after another.
    pub fn write(bytes: &mut Vec<u8>, before: &str, word: &str) {
        let same = before.chars().zip(word.chars()).take_while(|(a, b)| a == b);
        let ends = same.scan(0, |end, (c, _)| {
            *end += c.len_utf8();
            Some(*end)
        });
        let shared = ends.take_while(|end| *end <= 15).last().unwrap_or_default();
        let length = word.len() - shared;
        bytes.push((shared << 4 | length.min(LONG)) as u8);
        if length >= LONG {
            super::numbers::write(bytes, length as u32);
        }
        bytes.extend(word.bytes().skip(shared));
    }

    /// The word at a place, folded.
    pub fn word(&self, rank: usize) -> &str {
        self.parts(rank).0
    }

    /// The word at a place as it is spelled, in lower case and decomposed.
    pub fn spelling(&self, rank: usize) -> &str {
        let (word, spelling) = self.parts(rank);
        spelling.unwrap_or(word)
    }

    fn parts(&self, rank: usize) -> (&str, Option<&str>) {
        let entry = self.entry(rank);
        match entry.split_once(SPELLED) {
            Some((word, spelling)) => (word, Some(spelling)),
            None => (entry, None),
        }
    }

    fn entry(&self, rank: usize) -> &str {
        let end = |at: usize| self.ends.get(at).copied().unwrap_or_default() as usize;
        let start = rank.checked_sub(1).map_or(0, end);
        self.text.get(start..end(rank)).unwrap_or_default()
    }

    /// The places of the words that begin so.
    pub fn beginning(&self, prefix: &str) -> Range<usize> {
        let from = self.behind(0, |entry| entry < prefix);
        from..self.behind(from, |entry| entry.starts_with(prefix))
    }

    /// The places of a word in all its spellings.
    pub fn exactly(&self, word: &str) -> Range<usize> {
        let from = self.behind(0, |entry| entry < word);
        let same = |entry: &str| {
            let rest = entry.strip_prefix(word);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(SPELLED))
        };
        from..self.behind(from, same)
    }

    /// The place behind those, from a place on, of which something holds, as it does of none after.
    fn behind(&self, from: usize, holds: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (from, self.ends.len());
        while low < high {
            let middle = low.midpoint(high);
            if holds(self.entry(middle)) { low = middle + 1 } else { high = middle }
        }
        low
    }

    /// The words within so many wrong letters of a word, or of a word that it begins.
    ///
    /// A letter too many, too few, another, or two neighbours swapped are one edit each
    /// (Damerau–Levenshtein, as optimal string alignment: Boytsov, “Indexing methods for approximate
    /// dictionary searching”, ACM JEA 16, 2011, §2.2). Neighbours in the order share the rows of
    /// what they begin with; where a beginning is hopeless all words with it are passed over.
    pub fn near(&self, word: &str, edits: usize, begins: bool) -> Vec<Near> {
        let typed: Vec<char> = word.chars().collect();
        let width = typed.len() + 1;
        // Row `d`, from `d * width` on, is for the first `d` letters of the word in hand.
        let mut rows: Vec<usize> = (0..width).collect();
        let mut letters: Vec<char> = Vec::new();
        let mut found = Vec::new();
        let mut rank = self.behind(0, |entry| entry.starts_with(TWIN));
        while rank < self.ends.len() {
            let here = self.word(rank);
            let shared = here.chars().zip(&letters).take_while(|(a, b)| a == *b).count();
            letters.truncate(shared);
            rows.truncate((shared + 1) * width);
            let mut next = rank + 1;
            // The fewest edits to any beginning of this word.
            let least = |rows: &[usize]| rows.chunks(width).filter_map(|r| r.last()).min().copied();
            let mut bytes: usize = letters.iter().map(|c| c.len_utf8()).sum();
            for c in here.chars().skip(shared) {
                add_row(&mut rows, &typed, &letters, c);
                letters.push(c);
                bytes += c.len_utf8();
                let row = rows.get(rows.len() - width..).unwrap_or_default();
                let hopeless = row.iter().all(|&distance| distance > edits);
                if hopeless && !(begins && least(&rows).is_some_and(|least| least <= edits)) {
                    let beginning = here.get(..bytes).unwrap_or(here);
                    next = self.behind(rank, |word| word.starts_with(beginning));
                    break;
                }
            }
            if letters.len() == here.chars().count() {
                let whole = rows.last().copied().unwrap_or_default();
                let distance = if begins { least(&rows).unwrap_or(whole) } else { whole };
                if distance <= edits {
                    found.push(Near { rank, edits: distance, whole: whole <= edits });
                }
            }
            rank = next.max(rank + 1);
        }
        found
    }
}

/// Adds the row for one more letter.
fn add_row(rows: &mut Vec<usize>, typed: &[char], letters: &[char], c: char) {
    let width = typed.len() + 1;
    let above = rows.len() - width;
    let cell = |rows: &[usize], at: usize| rows.get(at).copied().unwrap_or_default();
    rows.push(letters.len() + 1);
    for (at, &t) in typed.iter().enumerate() {
        let mut distance = cell(rows, above + at) + usize::from(t != c);
        distance =
            distance.min(cell(rows, above + at + 1) + 1).min(cell(rows, above + width + at) + 1);
        let swapped = at > 0 && letters.last() == Some(&t) && typed.get(at - 1) == Some(&c);
        if swapped && above >= width {
            distance = distance.min(cell(rows, above - width + at - 1) + 1);
        }
        rows.push(distance);
    }
}
