//! The part of a message that a card shows.

use std::ops::{Range, RangeInclusive};

use super::fold::Folder;
use super::marker::Marker;
use crate::collection::Message;
use crate::text::{is_unspaced, segments};

/// Bodies of at most this many words are shown whole where there is room.
const WHOLE: usize = 90;
/// How many words of a longer body are shown where there is room.
const SHOWN: RangeInclusive<usize> = 40..=56;
/// How many letters are shown on a phone: four lines to five.
const SHORT: RangeInclusive<usize> = 115..=165;
/// How many words before a match are shown where the excerpt begins in mid-text.
const LEAD: usize = 5;
/// A last paragraph of so many words is a valediction if it ends with a comma.
const VALEDICTION: usize = 4;

/// Some of a message's body, cut where a sentence ends, or at least a clause or a longer word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt<'a> {
    /// The parts, one from each paragraph that the excerpt touches.
    pub passages: Vec<Passage<'a>>,
    /// Whether something was left out before.
    pub cut_before: bool,
    /// Whether something was left out after.
    pub cut_after: bool,
}

/// Some of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage<'a> {
    /// The text that every card shows.
    pub text: &'a str,
    /// What follows it where there is room.
    pub rest: &'a str,
    /// BCP 47 tag of its language, where that is not the collection's.
    pub lang: Option<&'a str>,
}

impl<'a> Excerpt<'a> {
    /// A short body whole, save for a valediction; of a longer one the passage that answers most of
    /// what was asked for.
    pub fn of(message: &'a Message, marker: &Marker, folder: Folder) -> Excerpt<'a> {
        let body = Body::of(message);
        let first = body.first_word(marker, folder);
        let end = body.end(marker, folder);
        let last = if body.words.len() <= WHOLE {
            end
        } else {
            body.good_place(first + SHOWN.start()..=first + SHOWN.end()).min(end)
        };
        // A word that no phone has room for is shown nevertheless.
        let fitting = |letters| first + body.fitting(first, letters).max(1);
        let (few, most) = (fitting(*SHORT.start()), fitting(*SHORT.end()));
        let short = if most >= last { last } else { body.good_place(few..=most) };
        Excerpt {
            passages: body.passages(first, short, last),
            cut_before: first > 0,
            cut_after: last < end,
        }
    }

    /// Whether only some of it is shown where there is little room.
    pub fn has_rest(&self) -> bool {
        self.passages.iter().any(|passage| !passage.rest.is_empty())
    }
}

/// A body in words.
struct Body<'a> {
    message: &'a Message,
    /// Each word: its paragraph, and its bytes there.
    words: Vec<(usize, Range<usize>)>,
}

impl<'a> Body<'a> {
    fn of(message: &'a Message) -> Body<'a> {
        let mut words = Vec::new();
        for (at, paragraph) in message.body().iter().enumerate() {
            words.extend(segments(&paragraph.text).into_iter().map(|word| (at, word)));
        }
        Body { message, words }
    }

    fn paragraph(&self, at: usize) -> &'a str {
        self.message.body().get(at).map(|paragraph| paragraph.text.as_str()).unwrap_or_default()
    }

    /// The words from one to another, in pieces of one paragraph each; those from `short` on as the
    /// rest.
    fn passages(&self, first: usize, short: usize, last: usize) -> Vec<Passage<'a>> {
        // The bytes of each passage: where it begins, where its rest begins, where it ends.
        let mut pieces: Vec<(usize, [usize; 3])> = Vec::new();
        for (nth, (at, range)) in self.words.iter().enumerate().take(last).skip(first) {
            let shown = if nth < short { range.end } else { range.start };
            match pieces.last_mut().filter(|(before, _)| before == at) {
                Some((_, [_, rest, end])) => {
                    if nth < short {
                        *rest = range.end;
                    }
                    *end = range.end;
                }
                None => pieces.push((*at, [range.start, shown, range.end])),
            }
        }
        let passage = |(at, [start, rest, end]): (usize, [usize; 3])| {
            let paragraph = self.message.body().get(at)?;
            let text = paragraph.text.as_str();
            Some(Passage {
                text: text.get(start..rest)?,
                rest: text.get(rest..end)?,
                lang: paragraph.lang.as_deref(),
            })
        };
        pieces.into_iter().filter_map(passage).collect()
    }

    /// Where the words end, without a valediction such as “In solidarity,”: on a card no name
    /// follows it. It stays if it alone has what was searched for.
    fn end(&self, marker: &Marker, folder: Folder) -> usize {
        let all = self.words.len();
        let Some((last, _)) = self.words.last() else { return all };
        let text = self.paragraph(*last);
        let start = self.words.partition_point(|(at, _)| at < last);
        let found = |at| !marker.marks(folder, self.paragraph(at)).is_empty();
        let valediction = start > 0
            && all - start <= VALEDICTION
            && text.trim_end().ends_with([',', '،', '，', '、'])
            && (!found(*last) || (0..*last).any(found));
        if valediction { start } else { all }
    }

    /// How many words from one on fit into so many letters.
    fn fitting(&self, first: usize, letters: usize) -> usize {
        let mut room = letters;
        let words = self.words.iter().skip(first);
        let fits = |(at, range): &&(usize, Range<usize>)| {
            let word = self.paragraph(*at).get(range.clone()).unwrap_or_default();
            // Han, kana and Hangul are twice as wide as other letters.
            let wide = |c: char| if c < '\u{2e80}' { 1 } else { 2 };
            let width = word.chars().map(wide).sum::<usize>() + 1;
            let fits = width <= room;
            room = room.saturating_sub(width);
            fits
        };
        words.take_while(fits).count()
    }

    /// Of places to end at, counted in words, the last of the best.
    fn good_place(&self, places: RangeInclusive<usize>) -> usize {
        let latest = *places.end();
        places.max_by_key(|place| (self.fitness(*place), *place)).unwrap_or(latest)
    }

    /// How good it is to end before a word: best at the end of a sentence or a paragraph, then of a
    /// clause, then after a long word; “to …” and “of the …” leave readers hanging.
    fn fitness(&self, place: usize) -> u8 {
        let before = place.checked_sub(1).and_then(|before| self.words.get(before));
        let Some((at, range)) = before else { return 0 };
        let word = self.paragraph(*at).get(range.clone()).unwrap_or_default();
        let ends_paragraph = self.words.get(place).is_none_or(|(next, _)| next != at);
        let bare = word.trim_end_matches(['”', '’', '"', '\'', '»', ')', ']', '」', '』']);
        match bare.chars().next_back() {
            Some('.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '۔' | '।') => 4,
            Some(',' | ';' | ':' | '،' | '؛' | '、' | '，' | '；' | '：') => 3,
            _ if ends_paragraph => 4,
            Some(last) if is_unspaced(last) => 2,
            _ => match bare.chars().count() {
                0..4 => 0,
                4..6 => 1,
                _ => 2,
            },
        }
    }

    /// The word to begin with: the first, unless another passage of the same length answers more of
    /// what was asked for; of passages that answer as much the one with most marks, then the
    /// earliest.
    fn first_word(&self, marker: &Marker, folder: Folder) -> usize {
        // The word that each mark is in, and what it answers.
        let mut hits: Vec<(usize, usize)> = Vec::new();
        for (at, paragraph) in self.message.body().iter().enumerate() {
            for (range, answers) in marker.each(folder, &paragraph.text) {
                let word = self.words.partition_point(|(p, w)| (*p, w.end) <= (at, range.start));
                hits.push((word, answers));
            }
        }
        let opening = self.fitting(0, *SHORT.start());
        let mut best = (0, 0, 0);
        for (at, (word, _)) in hits.iter().enumerate() {
            // Passages begin a few words before a mark; the first one with the text.
            let start = if *word < opening { 0 } else { word.saturating_sub(LEAD) };
            let from = hits.get(at..).unwrap_or_default();
            let inside = from.iter().take_while(|(word, _)| *word < start + SHOWN.start());
            let mut answered: Vec<usize> = Vec::new();
            let mut marks = 0;
            for (_, answers) in inside {
                marks += 1;
                if !answered.contains(answers) {
                    answered.push(*answers);
                }
            }
            if (answered.len(), marks) > (best.0, best.1) {
                best = (answered.len(), marks, start);
            }
        }
        // Not so late that the excerpt would run out of text.
        let all = self.words.len();
        let fits = |start: &usize| start + self.fitting(*start, *SHORT.end()) == all;
        (0..=best.2).rev().take_while(fits).last().unwrap_or(best.2)
    }
}
