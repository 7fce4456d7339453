//! Every word of a collection, by number and in order.

use std::ops::Range;

/// The words that occur, each with a number: the earlier it occurred, the smaller.
#[derive(Default)]
pub struct Dictionary {
    /// The words, one after another.
    text: String,
    /// Where each word ends in `text`.
    ends: Vec<u32>,
    /// Numbers plus one, by hash, with empty slots in between.
    slots: Vec<u32>,
    /// The numbers in the order of their words, as far as they have been sorted.
    order: Vec<u32>,
    /// The place of each number in `order`.
    ranks: Vec<u32>,
}

/// A word near to one that was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Near {
    /// Its place in the order of words.
    pub rank: usize,
    /// How many letters are wrong.
    pub edits: usize,
}

impl Dictionary {
    /// The number of a word, a new one if it is new.
    pub fn insert(&mut self, word: &str) -> u32 {
        if (self.ends.len() + 1) * 2 > self.slots.len() {
            self.grow();
        }
        let mut slot = self.slot(word);
        loop {
            match self.slots.get(slot).copied() {
                Some(0) | None => break,
                Some(number) if self.word(number - 1) == word => return number - 1,
                Some(_) => slot = (slot + 1) & (self.slots.len() - 1),
            }
        }
        let number = self.ends.len() as u32;
        self.text.push_str(word);
        self.ends.push(self.text.len() as u32);
        if let Some(slot) = self.slots.get_mut(slot) {
            *slot = number + 1;
        }
        number
    }

    /// The word with a number.
    pub fn word(&self, number: u32) -> &str {
        let at = number as usize;
        let end = self.ends.get(at).copied().unwrap_or_default() as usize;
        let start = at.checked_sub(1).and_then(|at| self.ends.get(at)).copied().unwrap_or_default();
        self.text.get(start as usize..end).unwrap_or_default()
    }

    /// Puts the words that have come since in order: what comes after is not found until then.
    pub fn sort(&mut self) {
        if self.order.len() == self.ends.len() {
            return;
        }
        let mut order: Vec<u32> = (0..self.ends.len() as u32).collect();
        order.sort_unstable_by(|a, b| self.word(*a).cmp(self.word(*b)));
        let mut ranks = vec![0; order.len()];
        for (rank, number) in order.iter().enumerate() {
            if let Some(slot) = ranks.get_mut(*number as usize) {
                *slot = rank as u32;
            }
        }
        (self.order, self.ranks) = (order, ranks);
    }

    /// The number of the word at a place in the order.
    pub fn at(&self, rank: usize) -> u32 {
        self.order.get(rank).copied().unwrap_or_default()
    }

    /// The place of a word in the order; past the end for one that is not in order yet.
    pub fn rank(&self, number: u32) -> usize {
        self.ranks.get(number as usize).map_or(usize::MAX, |rank| *rank as usize)
    }

    /// The places of the words that begin so.
    pub fn beginning(&self, prefix: &str) -> Range<usize> {
        let from = self.order.partition_point(|&number| self.word(number) < prefix);
        from..self.behind(from, prefix)
    }

    /// The place of a word.
    pub fn find(&self, word: &str) -> Option<usize> {
        let rank = self.order.partition_point(|&number| self.word(number) < word);
        (rank < self.order.len() && self.word(self.at(rank)) == word).then_some(rank)
    }

    /// The places of a word: one, or none.
    pub fn exactly(&self, word: &str) -> Range<usize> {
        self.find(word).map_or(0..0, |rank| rank..rank + 1)
    }

    /// The place behind those, from a place on, that begin so.
    fn behind(&self, from: usize, prefix: &str) -> usize {
        let rest = self.order.get(from..).unwrap_or_default();
        let count = rest.partition_point(|&number| self.word(number).starts_with(prefix));
        from + count
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
        let mut rank = 0;
        while rank < self.order.len() {
            let here = self.word(self.at(rank));
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
                    next = self.behind(rank, here.get(..bytes).unwrap_or(here));
                    break;
                }
            }
            if letters.len() == here.chars().count() {
                let whole = rows.last().copied().unwrap_or_default();
                let distance = if begins { least(&rows).unwrap_or(whole) } else { whole };
                if distance <= edits {
                    found.push(Near { rank, edits: distance });
                }
            }
            rank = next.max(rank + 1);
        }
        found
    }

    fn slot(&self, word: &str) -> usize {
        // FNV-1a (Fowler, Noll, Vo; RFC 9923), 32 bits.
        let hash = word
            .bytes()
            .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        (hash ^ (hash >> 15)) as usize & (self.slots.len().max(1) - 1)
    }

    fn grow(&mut self) {
        self.slots = vec![0; (self.slots.len() * 2).max(1024)];
        for number in 0..self.ends.len() as u32 {
            let mut slot = self.slot(self.word(number));
            while self.slots.get(slot).is_some_and(|taken| *taken != 0) {
                slot = (slot + 1) & (self.slots.len() - 1);
            }
            if let Some(slot) = self.slots.get_mut(slot) {
                *slot = number + 1;
            }
        }
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
