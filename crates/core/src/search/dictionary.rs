//! All words of a collection, sorted.

use std::ops::Range;

use super::numbers::{DamagedIndex, Reader};

/// The words of a collection, sorted. A word is identified by its rank in this order.
///
/// An entry is a folded word. If its spelling differs, [`SPELLED`] and the spelling follow, so that
/// all spellings of a word are adjacent. Entries that begin with [`TWIN`] are alternatives with two
/// letters for one (`mueller`), for words that a text spells with the one.
pub struct Dictionary {
    /// The words, one after another.
    text: String,
    /// Where each word ends in `text`.
    ends: Vec<u32>,
}

/// Separates a word from its spelling.
pub const SPELLED: char = '\u{1}';
/// Precedes an alternative with two letters for one.
pub const TWIN: char = '\u{2}';

/// Marks a length too large for half a byte.
const LONG: usize = 15;

/// A word similar to one that was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Near {
    /// Its rank in the dictionary.
    pub rank: usize,
    /// The number of edits.
    pub edits: usize,
    /// Whether they are counted against the whole word, and not just its beginning.
    pub whole: bool,
}

impl Dictionary {
    /// Reads this many words. Each shares a prefix with the word before. One byte holds the length
    /// of the prefix, up to 15, and of the rest, up to 14; a longer rest is marked by 15, and its
    /// length follows.
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

    /// Writes a word in the form that [`Dictionary::read`] reads, given the word before.
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

    /// The folded word at a rank.
    pub fn word(&self, rank: usize) -> &str {
        self.parts(rank).0
    }

    /// The spelling at a rank, in lower case and decomposed.
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

    /// The ranks of the words with this prefix.
    pub fn beginning(&self, prefix: &str) -> Range<usize> {
        let from = self.behind(0, |entry| entry < prefix);
        from..self.behind(from, |entry| entry.starts_with(prefix))
    }

    /// The ranks of a word in all its spellings.
    pub fn exactly(&self, word: &str) -> Range<usize> {
        let from = self.behind(0, |entry| entry < word);
        let same = |entry: &str| {
            let rest = entry.strip_prefix(word);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(SPELLED))
        };
        from..self.behind(from, same)
    }

    /// The end of the run, from a rank on, of words that satisfy a predicate; no later word may.
    fn behind(&self, from: usize, holds: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (from, self.ends.len());
        while low < high {
            let middle = low.midpoint(high);
            if holds(self.entry(middle)) { low = middle + 1 } else { high = middle }
        }
        low
    }

    /// The words within this many edits of a word, or whose beginnings are.
    ///
    /// An extra, missing, wrong or swapped letter is one edit each (Damerau–Levenshtein, as optimal
    /// string alignment: Boytsov, “Indexing methods for approximate dictionary searching”, ACM JEA
    /// 16, 2011, §2.2). Adjacent words share the rows for their common prefix; if a prefix is too
    /// far off, all words with it are skipped.
    pub fn near(&self, word: &str, edits: usize, begins: bool) -> Vec<Near> {
        let typed: Vec<char> = word.chars().collect();
        let width = typed.len() + 1;
        // Row `d`, at `d * width`, is for the first `d` letters of the current word.
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
            // The fewest edits to any prefix of this word.
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
