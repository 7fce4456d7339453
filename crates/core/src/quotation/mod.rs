//! Quoting a passage of a message: its words, and an address that opens at them.
//!
//! The address names the paragraph, for every browser (`#q3`), followed by the words as a text
//! fragment (<https://wicg.github.io/scroll-to-text-fragment/>), which most browsers find and
//! highlight themselves. For those that do not, [`find`] does.

mod comparable;
mod directive;
mod words;

use std::ops::Range;

use crate::search::Folding;
use comparable::Comparable;
use directive::{Directive, escaped};
use words::{Words, byte_at};

/// A passage whose words take more than this in an address, in bytes, is identified by its first and
/// last words.
const LONG: usize = 240;
/// How many words identify the beginning or end of a passage, or its context, at first; and how many
/// at most, if a text repeats itself.
const FEW: usize = 4;
const MOST: usize = 256;

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

/// What quoting needs to know of a message.
#[derive(Clone, Copy)]
pub struct Quotable<'a> {
    /// Its paragraphs.
    pub paragraphs: &'a [&'a str],
    /// What precedes them on its page: browsers look for the words of a link there, too.
    pub preceding: &'a [&'a str],
    /// How words are compared.
    pub folding: Folding,
    /// Where the words of a text begin and end according to the browser, in UTF-16 units (Unicode
    /// Standard Annex 29). Where it does not know, the result is empty.
    pub boundaries: fn(&str) -> Vec<usize>,
}

impl<'a> Quotable<'a> {
    /// The passage between two spots, widened to whole words; `None` if it is empty or white space.
    pub fn passage(&self, start: Spot, end: Spot) -> Option<Passage> {
        let ((mut first, units), (mut last, end_units)) = (start, end);
        let (mut opening, mut closing) = (self.paragraph(first)?, self.paragraph(last)?);
        let (mut from, mut to) = (byte_at(opening, units), byte_at(closing, end_units));
        if (first, from) >= (last, to) {
            return None;
        }
        from = skip_space(opening, from);
        while from >= opening.len() && first < last {
            first += 1;
            opening = self.paragraph(first)?;
            from = skip_space(opening, 0);
        }
        to = trim_space(closing, to);
        while to == 0 && first < last {
            last -= 1;
            closing = self.paragraph(last)?;
            to = trim_space(closing, closing.len());
        }
        if (first, from) >= (last, to) {
            return None;
        }
        let start = skip_space(opening, self.words(opening).boundary_before(from));
        let end = trim_space(closing, self.words(closing).boundary_after(to));
        Some(Passage { paragraphs: first..last, start, end })
    }

    /// The words of a passage, letter for letter, with an empty line between paragraphs.
    pub fn text(&self, passage: &Passage) -> String {
        let mut words = String::new();
        for (at, range) in self.pieces(passage) {
            if !words.is_empty() {
                words += "\n\n";
            }
            words += self.paragraph(at).and_then(|text| text.get(range)).unwrap_or_default();
        }
        words
    }

    /// The fragment that leads to a passage, without the `#`: as few words as distinguish it from
    /// every other passage of the message and from what precedes the message. If no words do, it
    /// leads to the paragraph.
    pub fn fragment(&self, passage: &Passage) -> String {
        let texts = Comparable::of(&[self.preceding, self.paragraphs].concat(), self.folding);
        let preceding = self.preceding.len();
        let Range { start: first, end: last } = passage.paragraphs;
        let wanted =
            texts.range((preceding + first, passage.start), (preceding + last, passage.end));
        let Some(words) = WordsAround::of(self, passage) else { return paragraph_id(first) };
        let mut few = FEW;
        while few <= MOST {
            let (quoted, is_short) = words.quoted(passage, few);
            // Few words are elsewhere, too, be it in what a page says around the message.
            let plain = (!is_short).then(|| quoted.clone());
            let in_context = words.with_context(passage, quoted, few);
            for directive in plain.into_iter().chain([in_context]) {
                if texts.finds(&directive, &wanted) {
                    return format!("{}{}", passage_id(first), directive.written());
                }
            }
            few *= 2;
        }
        paragraph_id(first)
    }

    fn pieces(&self, passage: &Passage) -> Vec<(usize, Range<usize>)> {
        let Range { start: first, end: last } = passage.paragraphs;
        let piece = |at: usize| {
            let from = if at == first { passage.start } else { 0 };
            let whole = self.paragraph(at).map_or(0, str::len);
            (at, from..if at == last { passage.end } else { whole })
        };
        (first..=last).map(piece).collect()
    }

    fn paragraph(&self, at: usize) -> Option<&'a str> {
        self.paragraphs.get(at).copied()
    }

    fn words(&self, text: &'a str) -> Words<'a> {
        Words::of(text, &(self.boundaries)(text))
    }
}

/// The words of the paragraphs in and around a passage, found once.
struct WordsAround<'a> {
    /// The paragraph in which it begins.
    opening: Words<'a>,
    /// The paragraph in which it ends, if that is another.
    closing: Option<Words<'a>>,
    /// The paragraph before, if nothing precedes the passage in its own.
    before: Option<Words<'a>>,
    /// The paragraph after, if nothing follows the passage in its own.
    after: Option<Words<'a>>,
}

impl<'a> WordsAround<'a> {
    fn of(quotable: &Quotable<'a>, passage: &Passage) -> Option<WordsAround<'a>> {
        let Range { start: first, end: last } = passage.paragraphs;
        let words = |at: usize| quotable.paragraph(at).map(|text| quotable.words(text));
        let (opening, closing) = (quotable.paragraph(first)?, quotable.paragraph(last)?);
        let begins = trim_space(opening, passage.start) == 0;
        let ends = skip_space(closing, passage.end) == closing.len();
        Some(WordsAround {
            opening: words(first)?,
            closing: if first < last { words(last) } else { None },
            before: if begins { first.checked_sub(1).and_then(words) } else { None },
            after: if ends { words(last + 1) } else { None },
        })
    }

    /// What names the words of a passage, with a number of words for its beginning and end if it is
    /// long; and whether they are very few.
    fn quoted(&self, passage: &Passage, few: usize) -> (Directive, bool) {
        if let Some(closing) = &self.closing {
            let head = self.opening.first(few, passage.start..usize::MAX);
            let tail = closing.last(few, 0..passage.end);
            return (Directive::between(head, tail), false);
        }
        let part = passage.start..passage.end;
        let whole = self.opening.cut(part.clone());
        let count = self.opening.count(part.clone());
        // The same beginning and the same end may both be elsewhere; the whole is not.
        if escaped(whole).len() <= LONG || count < 2 || few == MOST {
            return (Directive::exactly(whole), count < FEW);
        }
        // Beginning and end must not overlap.
        let few = few.min(count / 2);
        let head = self.opening.first(few, part.clone());
        let tail = self.opening.last(few, part);
        (Directive::between(head, tail), false)
    }

    /// Adds a number of words before and after the passage: of its own paragraph or, at its
    /// beginning or end, of the one beside.
    fn with_context(&self, passage: &Passage, quoted: Directive, few: usize) -> Directive {
        let before = match &self.before {
            Some(before) => before.last(few, 0..usize::MAX),
            None => self.opening.last(few, 0..passage.start),
        };
        let closing = self.closing.as_ref().unwrap_or(&self.opening);
        let after = match &self.after {
            Some(after) => after.first(few, 0..usize::MAX),
            None => closing.first(few, passage.end..usize::MAX),
        };
        let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Directive { before: given(before), after: given(after), ..quoted }
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
/// and hide them from the page; and if a part of the quotation is longer than 2,000 bytes, because
/// such a link was not made to be followed.
pub fn find(paragraphs: &[&str], fragment: &str, folding: Folding) -> Vec<(usize, Range<usize>)> {
    let Some(directive) = Directive::read(fragment) else { return Vec::new() };
    let texts = Comparable::of(paragraphs, folding);
    texts.find(&directive).map(|range| texts.pieces(range, paragraphs)).unwrap_or_default()
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
    let id = fragment.split_once(directive::MARK).map_or(fragment, |(id, _)| id);
    id.strip_prefix(letter)?.parse::<usize>().ok()?.checked_sub(1)
}

fn skip_space(text: &str, from: usize) -> usize {
    text.len() - text.get(from..).unwrap_or_default().trim_start().len()
}

fn trim_space(text: &str, to: usize) -> usize {
    text.get(..to).unwrap_or_default().trim_end().len()
}
