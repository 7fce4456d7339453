//! How browsers find the passage that a text fragment describes: “Find a range from a text directive” and
//! “Find a string in range” of <https://wicg.github.io/scroll-to-text-fragment/>, over paragraphs.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// A letter of a text as it is compared: without case and accents, white space as one space.
struct Letter {
    paragraph: usize,
    range: Range<usize>,
    base: String,
    /// Whether a word may begin or end before it.
    boundary: bool,
}

/// The words that a directive such as `text=from,to` leads to.
pub fn find(
    paragraphs: &[&str],
    directive: &str,
    boundaries: fn(&str) -> Vec<usize>,
) -> Option<String> {
    let mut parts: Vec<_> = directive.strip_prefix("text=")?.split(',').collect();
    let decoded = |part: &str| {
        let text = percent_encoding::percent_decode_str(part).decode_utf8_lossy().into_owned();
        letters(&[&text], |_| Vec::new()).into_iter().map(|letter| letter.base).collect::<Vec<_>>()
    };
    let before = parts.first()?.strip_suffix('-').map(decoded);
    if before.is_some() {
        parts.remove(0);
    }
    let after = parts.last()?.strip_prefix('-').map(decoded);
    if after.is_some() {
        parts.pop();
    }
    let start = decoded(parts.first()?);
    let end = parts.get(1).map(|part| decoded(part));
    let page = Page(letters(paragraphs, boundaries));
    let range = page.find(before.as_deref(), &start, end.as_deref(), after.as_deref())?;
    Some(page.text(paragraphs, range))
}

struct Page(Vec<Letter>);

impl Page {
    fn find(
        &self,
        before: Option<&[String]>,
        start: &[String],
        end: Option<&[String]>,
        after: Option<&[String]>,
    ) -> Option<Range<usize>> {
        let mut from = 0;
        loop {
            let ends = end.is_some() || after.is_none();
            let found = if let Some(before) = before {
                let context = self.string(before, from, true, false)?;
                from = context.start + 1;
                let next = self.behind_space(context.end);
                let found = self.string(start, next, false, ends)?;
                if found.start != next {
                    continue;
                }
                found
            } else {
                let found = self.string(start, from, true, ends)?;
                from = found.start + 1;
                found
            };
            let mut at = found.end;
            loop {
                let whole = match end {
                    Some(end) => {
                        let last = self.string(end, at, true, after.is_none())?;
                        at = last.start + 1;
                        found.start..last.end
                    }
                    None => found.clone(),
                };
                let Some(after) = after else { return Some(whole) };
                let next = self.behind_space(whole.end);
                let suffix = self.string(after, next, false, true)?;
                if suffix.start == next {
                    return Some(whole);
                }
                if end.is_none() {
                    break;
                }
            }
        }
    }

    /// The first occurrence within one paragraph from a letter on.
    fn string(
        &self,
        wanted: &[String],
        from: usize,
        starts: bool,
        ends: bool,
    ) -> Option<Range<usize>> {
        let boundary = |at: usize| self.0.get(at).is_none_or(|letter| letter.boundary);
        (from..=self.0.len().checked_sub(wanted.len())?).map(|at| at..at + wanted.len()).find(
            |range| {
                let letters = &self.0[range.clone()];
                let inside = letters.iter().all(|l| l.paragraph == letters[0].paragraph);
                let same =
                    letters.iter().zip(wanted).all(|(letter, wanted)| letter.base == *wanted);
                !wanted.is_empty()
                    && inside
                    && same
                    && (!starts || boundary(range.start))
                    && (!ends || boundary(range.end))
            },
        )
    }

    fn behind_space(&self, at: usize) -> usize {
        at + self.0[at..].iter().take_while(|letter| letter.base == " ").count()
    }

    fn text(&self, paragraphs: &[&str], range: Range<usize>) -> String {
        let (first, last) = (&self.0[range.start], &self.0[range.end - 1]);
        let pieces = (first.paragraph..=last.paragraph).map(|at| {
            let start = if at == first.paragraph { first.range.start } else { 0 };
            let end = if at == last.paragraph { last.range.end } else { paragraphs[at].len() };
            &paragraphs[at][start..end]
        });
        pieces.collect::<Vec<_>>().join("\n\n")
    }
}

fn letters(paragraphs: &[&str], boundaries: fn(&str) -> Vec<usize>) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::new();
    for (paragraph, text) in paragraphs.iter().enumerate() {
        let ends = boundaries(text);
        let mut units = 0;
        for (at, c) in text.char_indices() {
            let range = at..at + c.len_utf8();
            let boundary = at == 0 || ends.binary_search(&units).is_ok();
            units += c.len_utf16();
            let base = base(c);
            let last = letters.last_mut().filter(|last| last.paragraph == paragraph);
            match last {
                // White space at the beginning is not shown, and in a row it is one space.
                None if base == " " => {}
                Some(last) if base == " " && last.base == " " => last.range.end = range.end,
                Some(last) if base.is_empty() => last.range.end = range.end,
                _ => letters.push(Letter { paragraph, range, base, boundary }),
            }
        }
        if letters.last().is_some_and(|last| last.paragraph == paragraph && last.base == " ") {
            letters.pop();
        }
    }
    letters
}

/// The letter without case and accents; nothing if it is an accent: a combining mark, but for those that
/// take the vowel from a letter or give it a voice.
fn base(c: char) -> String {
    if c.is_whitespace() {
        return " ".to_owned();
    }
    let parts = c.nfkd().filter(|part| matches!(canonical_combining_class(*part), 0 | 8 | 9));
    parts.collect::<String>().to_lowercase()
}
