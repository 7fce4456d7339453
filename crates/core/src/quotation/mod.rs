//! Quoting a passage of a message: its words, and an address that opens at them.
//!
//! The address names the paragraph, for every browser (`#q3`), followed by the words as a text
//! fragment (<https://wicg.github.io/scroll-to-text-fragment/>), which most browsers find and
//! highlight themselves. For those that do not, [`find`] does.

use std::ops::Range;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What precedes the words in a fragment.
const DIRECTIVE: &str = ":~:text=";
/// A passage with more letters than this is identified by its first and last words.
const LONG: usize = 160;
/// How many words identify the beginning or end of a passage, or its context.
const FEW: usize = 4;
/// What a text directive leaves unescaped. The comma and the hyphen have a meaning there.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'.').remove(b'_').remove(b'~');

/// A passage of whole words, from one spot to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// The paragraphs, from 0, in which it begins and ends.
    paragraphs: Range<usize>,
    /// The byte in the first paragraph where it begins.
    start: usize,
    /// The byte in the last paragraph before which it ends.
    end: usize,
}

/// A spot in a message, as browsers count: the paragraph, from 0, and the UTF-16 units before the
/// spot.
pub type Spot = (usize, usize);

impl Passage {
    /// The passage between two spots, widened to whole words; `None` if it contains no word.
    pub fn between(paragraphs: &[&str], start: Spot, end: Spot) -> Option<Passage> {
        let (first, last) = (start.0, end.0);
        let (opening, closing) = (*paragraphs.get(first)?, *paragraphs.get(last)?);
        let (mut from, mut to) = (byte_at(opening, start.1), byte_at(closing, end.1));
        if (first, from) >= (last, to) {
            return None;
        }
        from = word_start(opening, skip_space(opening, from));
        to = word_end(closing, trim_space(closing, to));
        if from >= opening.len() && first < last {
            return Passage::between(paragraphs, (first + 1, 0), end);
        }
        if to == 0 && first < last {
            let before = paragraphs.get(last - 1)?.encode_utf16().count();
            return Passage::between(paragraphs, start, (last - 1, before));
        }
        let passage = Passage { paragraphs: first..last, start: from, end: to };
        let empty = passage.text(paragraphs).trim().is_empty();
        (!empty).then_some(passage)
    }

    /// Its words, letter for letter, with an empty line between paragraphs.
    pub fn text(&self, paragraphs: &[&str]) -> String {
        let pieces = self.pieces(paragraphs);
        let text = |(at, range): (usize, Range<usize>)| paragraphs.get(at)?.get(range);
        pieces.into_iter().filter_map(text).collect::<Vec<_>>().join("\n\n")
    }

    /// The fragment that leads to it, without the `#`: as few words as distinguish it from every
    /// other passage of the message.
    pub fn fragment(&self, paragraphs: &[&str]) -> String {
        let pieces = self.pieces(paragraphs);
        let words = |piece: Option<&(usize, Range<usize>)>| -> Vec<&str> {
            let text = piece.and_then(|(at, range)| paragraphs.get(*at)?.get(range.clone()));
            text.unwrap_or_default().split_whitespace().collect()
        };
        let (first, last) = (words(pieces.first()), words(pieces.last()));
        let letters: usize = first.iter().map(|word| word.chars().count() + 1).sum();
        let one_piece = pieces.len() == 1 && letters <= LONG;
        let (before, after) = self.beside(paragraphs);
        let mut fragment = String::new();
        let mut few = FEW;
        loop {
            let what = if one_piece {
                escape(&first.join(" "))
            } else {
                let head = first.get(..few.min(first.len())).unwrap_or_default();
                let tail = last.get(last.len().saturating_sub(few)..).unwrap_or_default();
                format!("{},{}", escape(&head.join(" ")), escape(&tail.join(" ")))
            };
            let short = one_piece && first.len() < FEW;
            for beside in [false, true] {
                if short && !beside {
                    continue;
                }
                let (mut before, mut after) = (escape(&before), escape(&after));
                if !before.is_empty() {
                    before += "-,";
                }
                if !after.is_empty() {
                    after = format!(",-{after}");
                }
                let (before, after) =
                    if beside { (before.as_str(), after.as_str()) } else { ("", "") };
                let id = passage_id(self.paragraphs.start);
                fragment = format!("{id}{DIRECTIVE}{before}{what}{after}");
                if find(paragraphs, &fragment) == pieces {
                    return fragment;
                }
            }
            few *= 2;
            if few > first.len().max(last.len()) * 2 {
                return fragment;
            }
        }
    }

    /// A few words before and after it, in the same paragraphs.
    fn beside(&self, paragraphs: &[&str]) -> (String, String) {
        let before = paragraphs.get(self.paragraphs.start).and_then(|p| p.get(..self.start));
        let before: Vec<_> = before.unwrap_or_default().split_whitespace().collect();
        let after = paragraphs.get(self.paragraphs.end).and_then(|p| p.get(self.end..));
        let after = after.unwrap_or_default().split_whitespace();
        let before = before.get(before.len().saturating_sub(FEW)..).unwrap_or_default().join(" ");
        (before, after.take(FEW).collect::<Vec<_>>().join(" "))
    }

    fn pieces(&self, paragraphs: &[&str]) -> Vec<(usize, Range<usize>)> {
        let Range { start: first, end: last } = self.paragraphs;
        let piece = |at: usize| {
            let length = paragraphs.get(at).map_or(0, |p| p.len());
            let from = if at == first { self.start } else { 0 };
            let to = if at == last { self.end } else { length };
            (at, from..to)
        };
        (first..=last).map(piece).collect()
    }
}

/// The id of a paragraph. The argument counts from 0, the id from 1.
pub fn paragraph_id(at: usize) -> String {
    format!("p{}", at + 1)
}

/// The id for a passage in a paragraph, counted from 0. It differs from the id of the paragraph
/// because browsers that find the words of a passage hide them from the page: otherwise a link to a
/// passage could not be distinguished from a link to the whole paragraph.
pub fn passage_id(at: usize) -> String {
    format!("q{}", at + 1)
}

/// Where the words quoted by the fragment of an address (without its `#`) are: the paragraphs, and
/// the byte ranges in them. Empty if it quotes none, as in browsers that find the words themselves
/// and hide them from the page.
pub fn find(paragraphs: &[&str], fragment: &str) -> Vec<(usize, Range<usize>)> {
    let Some((_, directive)) = fragment.split_once(DIRECTIVE) else { return Vec::new() };
    let directive = directive.split('&').next().unwrap_or_default();
    let mut parts: Vec<_> = directive.split(',').collect();
    let before = parts.first().and_then(|part| part.strip_suffix('-')).map(unescape);
    if before.is_some() {
        parts.remove(0);
    }
    let after = parts.last().and_then(|part| part.strip_prefix('-')).map(unescape);
    if after.is_some() {
        parts.pop();
    }
    let texts: Vec<_> = parts.into_iter().map(unescape).collect();
    let (first, last) = match texts.as_slice() {
        [text] => (text, None),
        [first, last] => (first, Some(last)),
        _ => return Vec::new(),
    };
    let fits_before = |at: usize, start: usize| {
        let head = paragraphs.get(at).and_then(|paragraph| paragraph.get(..start));
        before.as_ref().is_none_or(|b| ends_with(head.unwrap_or_default().trim_end(), b))
    };
    let fits_after = |at: usize, end: usize| {
        let tail = paragraphs.get(at).and_then(|paragraph| paragraph.get(end..));
        after.as_ref().is_none_or(|a| starts_with(tail.unwrap_or_default().trim_start(), a))
    };
    for (at, paragraph) in paragraphs.iter().enumerate() {
        for range in occurrences(paragraph, first).filter(|range| fits_before(at, range.start)) {
            let Some(last) = last else {
                if fits_after(at, range.end) {
                    return vec![(at, range)];
                }
                continue;
            };
            for (end, paragraph) in paragraphs.iter().enumerate().skip(at) {
                let from = if end == at { range.end } else { 0 };
                let found = occurrences(paragraph, last)
                    .find(|found| found.start >= from && fits_after(end, found.end));
                if let Some(found) = found {
                    let whole = Passage { paragraphs: at..end, start: range.start, end: found.end };
                    return whole.pieces(paragraphs);
                }
            }
        }
    }
    Vec::new()
}

/// The paragraph that a fragment names as a whole, counted from 0.
pub fn paragraph_of(fragment: &str) -> Option<usize> {
    number(fragment, 'p')
}

/// The paragraph in which a fragment names a passage, counted from 0.
pub fn passage_of(fragment: &str) -> Option<usize> {
    number(fragment, 'q')
}

fn number(fragment: &str, letter: char) -> Option<usize> {
    let id = fragment.split_once(DIRECTIVE).map_or(fragment, |(id, _)| id);
    id.strip_prefix(letter)?.parse::<usize>().ok()?.checked_sub(1)
}

/// Where a text occurs in a paragraph. Any run of white space matches any other.
fn occurrences<'a>(paragraph: &'a str, text: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
    let starts = paragraph.char_indices().map(|(at, _)| at);
    starts.filter_map(move |at| {
        let rest = paragraph.get(at..)?;
        let length = prefix_length(rest, text)?;
        Some(at..at + length)
    })
}

/// The number of bytes that `prefix` takes up at the beginning of `text`, if the text begins with
/// it.
fn prefix_length(text: &str, prefix: &str) -> Option<usize> {
    let mut words = prefix.split_whitespace();
    let mut length = words.next().filter(|word| text.starts_with(word))?.len();
    for word in words {
        let rest = text.get(length..)?;
        let skipped = skip_space(rest, 0);
        if skipped == 0 || !rest.get(skipped..)?.starts_with(word) {
            return None;
        }
        length += skipped + word.len();
    }
    Some(length)
}

fn starts_with(text: &str, prefix: &str) -> bool {
    prefix_length(text, prefix).is_some()
}

fn ends_with(text: &str, suffix: &str) -> bool {
    occurrences(text, suffix).any(|found| found.end == text.len())
}

fn escape(text: &str) -> String {
    utf8_percent_encode(text, ESCAPED).to_string()
}

fn unescape(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

fn byte_at(text: &str, units: usize) -> usize {
    let mut before = 0;
    for (at, c) in text.char_indices() {
        if before >= units {
            return at;
        }
        before += c.len_utf16();
    }
    text.len()
}

fn skip_space(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    from + rest.len() - rest.trim_start().len()
}

fn trim_space(text: &str, to: usize) -> usize {
    text.get(..to).unwrap_or_default().trim_end().len()
}

fn word_start(text: &str, from: usize) -> usize {
    let (before, rest) = text.split_at_checked(from).unwrap_or_default();
    if !rest.starts_with(in_word) {
        return from;
    }
    let word = before.trim_end_matches(in_word).len();
    from - before.get(word..).unwrap_or_default().trim_start_matches(apostrophe).len()
}

fn word_end(text: &str, to: usize) -> usize {
    let (before, rest) = text.split_at_checked(to).unwrap_or_default();
    if !before.ends_with(in_word) {
        return to;
    }
    let word = rest.len() - rest.trim_start_matches(in_word).len();
    to + rest.get(..word).unwrap_or_default().trim_end_matches(apostrophe).len()
}

fn in_word(c: char) -> bool {
    c.is_alphanumeric() || apostrophe(c)
}

fn apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}
