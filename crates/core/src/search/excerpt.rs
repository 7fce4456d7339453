//! The excerpt of a message that a card shows.

use std::ops::{Range, RangeInclusive};

use super::fold::Folder;
use super::marker::Marker;
use crate::collection::Message;
use crate::text::{is_unspaced, segments};

/// Bodies of up to this many words are shown in full where there is room.
const WHOLE: usize = 90;
/// The number of words shown of a longer body where there is room.
const SHOWN: RangeInclusive<usize> = 40..=56;
/// The number of letters shown on a phone: four to five lines.
const SHORT: RangeInclusive<usize> = 115..=165;
/// The number of words shown before a match if the excerpt starts in mid-text.
const LEAD: usize = 5;
/// A last paragraph of up to this many words is a valediction if it ends with a comma.
const VALEDICTION: usize = 4;

/// Part of a message's body, cut at the end of a sentence, or else of a clause or a longer word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt<'a> {
    /// The parts, one from each paragraph that the excerpt touches.
    pub passages: Vec<Passage<'a>>,
    /// Whether text before it was omitted.
    pub cut_before: bool,
    /// Whether text after it was omitted.
    pub cut_after: bool,
}

/// Part of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage<'a> {
    /// The text that every card shows.
    pub text: &'a str,
    /// What follows it where there is room.
    pub rest: &'a str,
    /// BCP 47 tag of its language, if it is not the collection's.
    pub lang: Option<&'a str>,
}

impl<'a> Excerpt<'a> {
    /// A short body in full, except for a valediction; otherwise the passage that matches most of
    /// the query.
    pub fn of(message: &'a Message, marker: &Marker, folder: Folder) -> Excerpt<'a> {
        let body = Body::of(message);
        let first = body.first_word(marker, folder);
        let end = body.end(marker, folder);
        let last = if body.words.len() <= WHOLE {
            end
        } else {
            body.good_place(first + SHOWN.start()..=first + SHOWN.end()).min(end)
        };
        // Show at least one word, even if it is too long for a phone.
        let fitting = |letters| first + body.fitting(first, letters).max(1);
        let (few, most) = (fitting(*SHORT.start()), fitting(*SHORT.end()));
        let short = if most >= last { last } else { body.good_place(few..=most) };
        Excerpt {
            passages: body.passages(first, short, last),
            cut_before: first > 0,
            cut_after: last < end,
        }
    }

    /// Whether less of it is shown where space is short.
    pub fn has_rest(&self) -> bool {
        self.passages.iter().any(|passage| !passage.rest.is_empty())
    }
}

/// A body divided into words.
struct Body<'a> {
    message: &'a Message,
    /// The paragraph of each word, and its byte range there.
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

    /// The words from `first` to `last`, divided by paragraphs; those from `short` on form the
    /// rest.
    fn passages(&self, first: usize, short: usize, last: usize) -> Vec<Passage<'a>> {
        // Byte offsets in each passage: its start, the start of its rest, its end.
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

    /// The end of the words, without a valediction such as “In solidarity,”, because no name
    /// follows it on a card. It stays if it is the only match.
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

    /// The number of words, from one on, that fit into this many letters.
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

    /// The best place to end within a range, counted in words; of equals the last.
    fn good_place(&self, places: RangeInclusive<usize>) -> usize {
        let latest = *places.end();
        places.max_by_key(|place| (self.fitness(*place), *place)).unwrap_or(latest)
    }

    /// How well the excerpt can end before a word: best after a sentence or a paragraph, then after
    /// a clause, then after a long word. “to …” or “of the …” would leave readers hanging.
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

    /// The word to start with: the first, unless another passage of the same length matches more of
    /// the query. Of passages that match equally, the one with the most marks is chosen, then the
    /// earliest.
    fn first_word(&self, marker: &Marker, folder: Folder) -> usize {
        // The word of each mark, and the part of the query that it matches.
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
            // Passages start a few words before a mark; the first starts with the text.
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
        // Start early enough to fill the excerpt.
        let all = self.words.len();
        let fits = |start: &usize| start + self.fitting(*start, *SHORT.end()) == all;
        (0..=best.2).rev().take_while(fits).last().unwrap_or(best.2)
    }
}
