//! Shortcodes, such as `[gallery ids="1,2"]`, among the brackets that people write, such as `[sic]`.
//!
//! WordPress replaces the shortcodes it knows, and shows everything else as it is. An export does not say which
//! it knew. So a shortcode is what has a known name, attributes, or an end (`[x]…[/x]`). Doubtful cases are
//! kept and named in notes. The syntax is that of `get_shortcode_regex` in WordPress.

use std::collections::HashSet;

use crate::import::html::lone;
use crate::import::html::shortcode_names::{is_certain, is_usual};

/// A part of a text.
#[derive(Debug)]
pub enum Part {
    Text(String),
    Shortcode(Shortcode),
    Language(Option<String>),
    /// What may be a shortcode; it is also in the text before it.
    Doubtful(String),
}

/// The tag of a shortcode.
#[derive(Debug)]
pub struct Shortcode {
    pub name: String,
    pub closes: bool,
    /// The tag as it was written.
    pub written: String,
}

/// The names in brackets in a text.
pub struct Named<'a> {
    /// Those in `[name`.
    opening: HashSet<&'a str>,
    /// Those in `[/name`.
    closing: HashSet<&'a str>,
}

/// How a text in brackets is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Shortcode,
    Doubtful,
    Words,
}

impl<'a> Named<'a> {
    /// Finds the names in a text.
    pub fn of(html: &'a str) -> Named<'a> {
        let mut named = Named { opening: HashSet::new(), closing: HashSet::new() };
        for (at, _) in html.match_indices('[') {
            let rest = html.get(at + 1..).unwrap_or_default();
            match rest.strip_prefix('/') {
                Some(rest) => named.closing.insert(name_at(rest)),
                None => named.opening.insert(name_at(rest)),
            };
        }
        named
    }

    /// The parts of a text: shortcodes, and the text between them.
    pub fn parts(&self, text: &str) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut open = String::new();
        let mut rest = text;
        while let Some((before, inner)) = rest.split_once('[') {
            open += before;
            let escaped = inner.strip_prefix('[');
            let looked_at = escaped.unwrap_or(inner);
            // Up to the nearest bracket of either kind: no text is read twice.
            let end = looked_at.find(['[', ']']).filter(|end| looked_at.as_bytes()[*end] == b']');
            let Some((inside, after)) = end.and_then(|end| looked_at.split_at_checked(end)) else {
                open.push('[');
                rest = inner;
                continue;
            };
            let after = after.strip_prefix(']').unwrap_or(after);
            if escaped.is_some() {
                // [[this]] is how people write [this] where WordPress would replace it.
                let behind = after.strip_prefix(']');
                let replaced = behind.filter(|_| self.verdict(inside) == Verdict::Shortcode);
                if replaced.is_some() {
                    open += &format!("[{inside}]");
                } else {
                    open.push('[');
                }
                rest = replaced.unwrap_or(inner);
                continue;
            }
            if let Some(lang) = language_mark(inside) {
                parts.push(Part::Text(std::mem::take(&mut open)));
                parts.push(Part::Language(lang));
                rest = after;
                continue;
            }
            match self.verdict(inside) {
                Verdict::Shortcode => {
                    parts.extend(
                        Some(std::mem::take(&mut open))
                            .filter(|text| !text.is_empty())
                            .map(Part::Text),
                    );
                    let (name, closes) = name_of(inside);
                    let (name, written) = (name.to_owned(), format!("[{inside}]"));
                    parts.push(Part::Shortcode(Shortcode { name, closes, written }));
                }
                // A word on a line of its own is judged when the line is complete.
                Verdict::Doubtful if !is_amid(&open, inside, after) => {
                    open += &format!("[{inside}]")
                }
                Verdict::Doubtful => {
                    open += &format!("[{inside}]");
                    parts.push(Part::Text(std::mem::take(&mut open)));
                    parts.push(Part::Doubtful(format!("[{inside}]")));
                }
                Verdict::Words => open += &format!("[{inside}]"),
            }
            rest = after;
        }
        open += rest;
        parts.extend(Some(open).filter(|text| !text.is_empty()).map(Part::Text));
        parts
    }

    fn verdict(&self, inside: &str) -> Verdict {
        let (name, closes) = name_of(inside);
        let behind = inside.get(usize::from(closes) + name.len()..).unwrap_or_default();
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) || name.ends_with('-') {
            return Verdict::Words;
        }
        if closes {
            let sure = is_certain(name) || self.opening.contains(name);
            return match behind.trim().is_empty() {
                true if sure => Verdict::Shortcode,
                true => Verdict::Doubtful,
                false => Verdict::Words,
            };
        }
        let behind = behind.trim_end();
        let whole = behind.ends_with('/');
        let behind = behind.strip_suffix('/').unwrap_or(behind);
        if behind.starts_with('=') {
            let pair = self.closing.contains(name);
            return if pair { Verdict::Shortcode } else { Verdict::Doubtful };
        }
        if !behind.is_empty() && !behind.starts_with(char::is_whitespace) {
            return Verdict::Words;
        }
        let pair = self.closing.contains(name);
        match arguments(behind) {
            Arguments::None if whole || pair || is_certain(name) => Verdict::Shortcode,
            Arguments::None if name.contains('-') && name == name.to_lowercase() => {
                Verdict::Doubtful
            }
            Arguments::None => Verdict::Words,
            Arguments::Quoted => Verdict::Shortcode,
            Arguments::Bare => Verdict::Shortcode,
            Arguments::Short if is_certain(name) || is_usual(name) || pair => Verdict::Shortcode,
            Arguments::Short => Verdict::Doubtful,
            Arguments::Words if is_certain(name) || pair => Verdict::Shortcode,
            Arguments::Address if is_usual(name) => Verdict::Shortcode,
            Arguments::Address => Verdict::Doubtful,
            Arguments::Words if whole || (is_usual(name) && name == name.to_lowercase()) => {
                Verdict::Doubtful
            }
            Arguments::Words => Verdict::Words,
        }
    }
}

/// Whether a text in brackets is more than a word on a line of its own, as far as can be told here.
fn is_amid(before: &str, inside: &str, after: &str) -> bool {
    let line_before = before.rsplit('\n').next().unwrap_or_default();
    let line_after = after.split('\n').next().unwrap_or_default();
    !lone::is_name(inside) || !line_before.trim().is_empty() || !line_after.trim().is_empty()
}

/// The language that a mark such as `:pt` begins; `None` for `:`, which ends it.
pub fn language_mark(text: &str) -> Option<Option<String>> {
    let lang = text.strip_prefix(':')?;
    let is_code =
        (2..=3).contains(&lang.len()) && lang.bytes().all(|byte| byte.is_ascii_lowercase());
    (is_code || lang.is_empty()).then(|| is_code.then(|| lang.to_owned()))
}

/// The name after a bracket, and whether there is a slash before it.
fn name_of(inside: &str) -> (&str, bool) {
    match inside.strip_prefix('/') {
        Some(rest) => (name_at(rest), true),
        None => (name_at(inside), false),
    }
}

fn name_at(text: &str) -> &str {
    let of_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let end = text.find(|c| !of_name(c)).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

/// What follows the name of a shortcode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Arguments {
    None,
    /// `size="large"`, before anything else.
    Quoted,
    /// Only `size=large`.
    Bare,
    /// Only `n=12`, which may be mathematics.
    Short,
    /// Only the address of a page, or a number.
    Address,
    Words,
}

fn arguments(text: &str) -> Arguments {
    let text = text.trim();
    if text.is_empty() {
        return Arguments::None;
    }
    let of_key = |key: &str| {
        key.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
            && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
    };
    let first = text.split_once('=').map(|(key, value)| (key.trim_end(), value.trim_start()));
    if first.is_some_and(|(key, value)| {
        of_key(key) && value.starts_with(['"', '\'', '“', '”', '″', '’', '«'])
    }) {
        return Arguments::Quoted;
    }
    let pairs = || text.split_whitespace().map(|part| part.split_once('='));
    let is_pair = |pair: Option<(&str, &str)>| {
        pair.is_some_and(|(key, value)| of_key(key) && !value.is_empty())
    };
    if pairs().all(is_pair) {
        let short = pairs().flatten().all(|(key, _)| key.len() < 2);
        return if short { Arguments::Short } else { Arguments::Bare };
    }
    let is_address = text.starts_with("http://") || text.starts_with("https://");
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    let one_word = !text.contains(char::is_whitespace);
    if one_word && (is_address || is_number) { Arguments::Address } else { Arguments::Words }
}
