//! Texts as browsers compare them with the words of a text fragment.

use std::ops::Range;

use super::directive::Directive;
use super::words::parts;
use crate::search::Folding;

/// The longest part of a directive that is looked for, in bytes. Addresses with more are nobody's
/// quotation, and could be made to take long.
const LONGEST: usize = 2_000;
/// What is between two texts: no part of a directive contains it.
const BETWEEN: char = '\n';

/// Several texts in one, without case and accents, each run of white space as one space.
pub struct Comparable {
    folding: Folding,
    text: String,
    /// For each byte, the text and the range of bytes in it that it stands for.
    origins: Vec<(usize, usize, usize)>,
}

impl Comparable {
    /// Makes texts comparable.
    pub fn of(texts: &[&str], folding: Folding) -> Comparable {
        let mut comparable = Comparable { folding, text: String::new(), origins: Vec::new() };
        for (at, text) in texts.iter().enumerate() {
            if at > 0 {
                comparable.push(BETWEEN, (at, 0, 0));
            }
            comparable.add(at, text);
        }
        comparable
    }

    /// The range from one spot to another; a spot is a text and a byte in it.
    pub fn range(&self, start: (usize, usize), end: (usize, usize)) -> Range<usize> {
        let from = self.origins.partition_point(|(text, from, _)| (*text, *from) < start);
        let to = self.origins.partition_point(|(text, _, to)| (*text, *to) <= end);
        from + usize::from(self.is_between(from))..to
    }

    /// The texts that a range touches, and the byte ranges in them; of those in between, all.
    pub fn pieces(&self, range: Range<usize>, texts: &[&str]) -> Vec<(usize, Range<usize>)> {
        let origins = self.origins.get(range).unwrap_or_default();
        let (Some((first, start, _)), Some((last, _, end))) = (origins.first(), origins.last())
        else {
            return Vec::new();
        };
        let touched = texts.iter().enumerate().take(last + 1).skip(*first);
        let piece = |(at, text): (usize, &&str)| {
            let from = if at == *first { *start } else { 0 };
            (at, from..if at == *last { *end } else { text.len() })
        };
        touched.map(piece).collect()
    }

    /// Whether a directive leads here, and nowhere else for a browser with another idea of what a
    /// word is.
    pub fn finds(&self, directive: &Directive, wanted: &Range<usize>) -> bool {
        self.search(directive, false).is_some_and(|found| found == *wanted)
            && self.search(directive, true).is_none_or(|found| found == *wanted)
    }

    /// The first range that a directive describes. The range must consist of whole words, as
    /// browsers require, unless no such range exists.
    pub fn find(&self, directive: &Directive) -> Option<Range<usize>> {
        self.search(directive, true).or_else(|| self.search(directive, false))
    }

    /// Follows “Find a range from a text directive” in the specification.
    fn search(&self, directive: &Directive, words: bool) -> Option<Range<usize>> {
        let Directive { before, start, end, after } = directive;
        let compared = |part: &Option<_>| part.as_deref().map(|part| self.compared(part));
        let (before, start) = (compared(before), self.compared(start));
        let (end, after) = (compared(end), compared(after));
        let given = [before.as_ref(), Some(&start), end.as_ref(), after.as_ref()];
        if given.into_iter().flatten().any(|part| part.is_empty() || part.len() > LONGEST) {
            return None;
        }
        let follows = |at: usize| {
            let fits = |after: &String| self.begins_with(at, after, words).is_some();
            after.as_ref().is_none_or(fits)
        };
        let mut from = 0;
        loop {
            let first = match &before {
                Some(before) => {
                    let context = self.next(before, from, words, false)?;
                    from = self.behind(context.start);
                    let ends = words && (end.is_some() || after.is_none());
                    match self.begins_with(context.end, &start, ends) {
                        Some(first) => first,
                        None => continue,
                    }
                }
                None => {
                    let ends = end.is_some() || after.is_none();
                    let first = self.next(&start, from, words, ends)?;
                    from = self.behind(first.start);
                    first
                }
            };
            let Some(end) = &end else {
                if follows(first.end) {
                    return Some(first);
                }
                continue;
            };
            let mut at = first.end;
            loop {
                // If no end follows this beginning, none follows the next.
                let last = self.next(end, at, words, after.is_none())?;
                if follows(last.end) {
                    return Some(first.start..last.end);
                }
                at = self.behind(last.start);
            }
        }
    }

    /// The next occurrence of a part from a byte on, at the beginning of a word and, if asked for,
    /// the end of one.
    fn next(&self, part: &str, mut from: usize, words: bool, ends: bool) -> Option<Range<usize>> {
        loop {
            let start = from + self.text.get(from..)?.find(part)?;
            let range = start..start + part.len();
            let whole = self.is_boundary(range.start) && (!ends || self.is_boundary(range.end));
            if whole || !words {
                return Some(range);
            }
            from = self.behind(start);
        }
    }

    /// Where a part is, if it is the next after a byte, apart from white space.
    fn begins_with(&self, at: usize, part: &str, ends: bool) -> Option<Range<usize>> {
        let rest = self.text.get(at..)?;
        let start = at + usize::from(rest.starts_with([' ', BETWEEN]));
        let range = start..start + part.len();
        let fits = self.text.get(start..)?.starts_with(part);
        (fits && (!ends || self.is_boundary(range.end))).then_some(range)
    }

    fn is_boundary(&self, at: usize) -> bool {
        let (before, after) = self.text.split_at_checked(at).unwrap_or_default();
        match (before.chars().next_back(), after.chars().next()) {
            (Some(before), Some(after)) => parts(before, after),
            _ => true,
        }
    }

    /// The byte behind the character at a byte.
    fn behind(&self, at: usize) -> usize {
        let c = self.text.get(at..).and_then(|rest| rest.chars().next());
        at + c.map_or(1, char::len_utf8)
    }

    fn is_between(&self, at: usize) -> bool {
        self.text.as_bytes().get(at) == Some(&(BETWEEN as u8))
    }

    fn compared(&self, part: &str) -> String {
        Comparable::of(&[part], self.folding).text
    }

    fn add(&mut self, at: usize, text: &str) {
        let begin = self.text.len();
        let mut space = None;
        for (start, c) in text.char_indices() {
            let end = start + c.len_utf8();
            if c.is_whitespace() {
                space.get_or_insert(start);
                continue;
            }
            if let Some(space) = space.take().filter(|_| self.text.len() > begin) {
                self.push(' ', (at, space, start));
            }
            let before = self.text.len();
            let folding = self.folding;
            folding.compared(c, &mut |c| self.push(c, (at, start, end)));
            // An accent belongs to the letter before it.
            if self.text.len() == before
                && let Some(last) = self.origins.last_mut().filter(|_| before > begin)
            {
                last.2 = end;
            }
        }
    }

    fn push(&mut self, c: char, origin: (usize, usize, usize)) {
        self.text.push(c);
        self.origins.resize(self.text.len(), origin);
    }
}
