//! Remarks and commands in brackets: `[//]: # (…)`, `[caption]`, `[!note]`.

use crate::import::markdown::remarks::found::Found;
use crate::import::markdown::remarks::source::Source;

/// Labels of link definitions that are used as remarks.
const LABELS: &[&str] = &["", "#", "//", "///", "_"];

/// WordPress shortcodes whose content is not for readers, and what ends it.
const WITH_CONTENT: &[(&str, &str)] = &[
    ("audio", "[/audio]"),
    ("caption", "[/caption]"),
    ("embed", "[/embed]"),
    ("gallery", "[/gallery]"),
    ("playlist", "[/playlist]"),
    ("video", "[/video]"),
    ("wp_caption", "[/wp_caption]"),
];

/// Shortcodes that show their content only to some readers; without an end they are words in brackets.
const FOR_SOME: &[(&str, &str)] = &[
    ("draft", "[/draft]"),
    ("hidden", "[/hidden]"),
    ("hide", "[/hide]"),
    ("member", "[/member]"),
    ("members", "[/members]"),
    ("members_only", "[/members_only]"),
    ("password", "[/password]"),
    ("paywall", "[/paywall]"),
    ("premium", "[/premium]"),
    ("private", "[/private]"),
    ("protected", "[/protected]"),
    ("restrict", "[/restrict]"),
    ("secret", "[/secret]"),
];

/// What begins at a bracket. `line_blank` says whether only space precedes it in its line.
pub fn found(source: &mut Source, at: usize, line_start: usize, line_blank: bool) -> Option<Found> {
    if line_blank && let Some(found) = remark(source, at) {
        return Some(found);
    }
    let rest = source.rest(at);
    if line_blank
        && rest.starts_with("[!")
        && source.text.get(line_start..at).is_some_and(|before| before.contains('>'))
    {
        return callout(source, at);
    }
    shortcode(source, at)
}

/// A link definition used as a remark. Right after a line of text, Markdown takes it for text.
fn remark(source: &mut Source, at: usize) -> Option<Found> {
    let line_end = source.line_end(at);
    let label_end = source.find("]:", at).filter(|end| *end < line_end)?;
    let label = source.text.get(at + 1..label_end)?.trim().to_lowercase();
    let target = source.text.get(label_end + 2..line_end)?.trim();
    let word = target.split_whitespace().next().unwrap_or_default();
    if !LABELS.contains(&&*label) && !matches!(word, "#" | "<>" | "<#>") {
        return None;
    }
    // Its words may continue on the following lines, up to the closing mark.
    let words = target.strip_prefix(word).unwrap_or_default().trim();
    let closing = match words.chars().next() {
        Some('(') => Some(')'),
        Some(quote @ ('"' | '\'')) => Some(quote),
        _ => None,
    };
    let mut end = line_end;
    if let Some(closing) = closing.filter(|c| words.len() < 2 || !words.ends_with(*c)) {
        let mut below = line_end + 1;
        for line in source.rest(below).split('\n').take_while(|line| !line.trim().is_empty()) {
            below += line.len();
            end = below;
            if line.trim_end().ends_with(closing) {
                break;
            }
            below += 1;
        }
    }
    Some(Found::remark(source, at, end))
}

/// The mark of a callout: `> [!note]- Its title`.
fn callout(source: &mut Source, at: usize) -> Option<Found> {
    let line_end = source.line_end(at);
    let end = source.find("]", at).filter(|end| *end < line_end)? + 1;
    let end = end + usize::from(source.rest(end).starts_with(['+', '-']));
    let words = source.words(at, end);
    let note = Some(format!("the kind of a quotation was left out: {words}"));
    Some(Found { start: at, end, note, spaced: true })
}

/// `[caption …]…[/caption]`, `[button link="…"]`.
fn shortcode(source: &mut Source, at: usize) -> Option<Found> {
    let line_end = source.line_end(at);
    let end = source.find("]", at).filter(|end| *end < line_end)? + 1;
    let in_two = source.byte_before(at) == Some(b'[') && source.rest(end).starts_with(']');
    if in_two || source.rest(end).starts_with(['(', '[', ':']) {
        return None;
    }
    let rest = source.rest(at + 1);
    let rest = rest.strip_prefix('/').unwrap_or(rest);
    let length = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "_-".contains(c)))?;
    let (name, behind) = rest.split_at(length);
    let inner = source.text.get(at + 1..end - 1)?;
    let known = WITH_CONTENT.iter().find(|(known, _)| *known == name);
    let known = known.filter(|_| behind.starts_with([' ', ']']));
    let for_some = FOR_SOME.iter().find(|(known, _)| *known == name);
    if let Some((_, mark)) = for_some.filter(|_| behind.starts_with([' ', ']']))
        && !inner.starts_with('/')
        && let Some(content_end) = source.find(mark, end)
    {
        return Some(Found::shortcode(source, at, content_end + mark.len()));
    }
    let attributed = behind.starts_with(' ') && (inner.contains("=\"") || inner.contains("='"));
    if known.is_none() && (name.is_empty() || !attributed) {
        return None;
    }
    let opening = known.filter(|_| !inner.starts_with('/'));
    let content_end = opening.and_then(|(_, mark)| Some(source.find(mark, end)? + mark.len()));
    Some(Found::shortcode(source, at, content_end.unwrap_or(end)))
}
