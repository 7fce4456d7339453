//! Remarks and commands in braces: Hugo, Jekyll (Liquid), Jinja, Handlebars, MDX, Kramdown and CriticMarkup.

use crate::import::markdown::remarks::found::Found;
use crate::import::markdown::remarks::source::Source;

/// Commands whose content is not for readers either.
const REMARKS: &[&str] = &["comment", "draft", "hidden", "internal", "private", "secret", "todo"];

/// What begins at a brace.
pub fn found(source: &mut Source, at: usize) -> Option<Found> {
    let rest = source.rest(at);
    if let Some(inner) = rest.strip_prefix("{{") {
        let inner = inner.trim_start_matches(['-', ' ', '<', '%']);
        return if inner.starts_with("/*") {
            between(source, at, "*/", "}}")
        } else if inner.starts_with("!--") {
            between(source, at, "--}}", "")
        } else {
            command(source, at, "{{", "}}")
        };
    }
    if rest.starts_with("{%") {
        return command(source, at, "{%", "%}");
    }
    if rest.starts_with("{/*") {
        return between(source, at, "*/", "}");
    }
    for (open, close) in [("{>>", "<<}"), ("{--", "--}"), ("{~~", "~~}")] {
        if rest.starts_with(open) {
            // An unclosed remark extends to the end of its line; other signs are then not markup.
            let unclosed = (open == "{>>").then(|| source.line_end(at));
            let end = source.find(close, at + 3).map(|end| end + 3).or(unclosed)?;
            return Some(Found::remark(source, at, end));
        }
    }
    let end = source.find("}", at)? + 1;
    let inner = source.text.get(at + 1..end - 1)?;
    if inner.len() > 2 && inner.starts_with('#') && inner.ends_with('#') {
        return Some(Found::remark(source, at, end));
    }
    // Pandoc and Kramdown use them at the end of a line to name headings and paragraphs.
    let names = inner.strip_prefix(':').unwrap_or(inner).trim_start();
    let is_name = inner.starts_with(':') || names.starts_with(['#', '.']);
    let is_name = is_name && names.get(1..).is_some_and(|n| n.starts_with(char::is_alphanumeric));
    let ends_line = source.text.get(end..source.line_end(at).max(end))?.trim().is_empty();
    if is_name && ends_line && !inner.contains('\n') {
        let note = Some(format!("the name or style of a paragraph was left out: {{{inner}}}"));
        return Some(Found { start: at, end, note, spaced: true });
    }
    None
}

/// A remark up to a mark, and another one right after it.
fn between(
    source: &mut Source,
    at: usize,
    mark: &'static str,
    then: &'static str,
) -> Option<Found> {
    let end = source.find(mark, at + 3).map(|end| end + mark.len());
    let end = end.and_then(|end| Some(source.find(then, end)? + then.len()));
    let length = source.text.len();
    Some(match end {
        Some(end) => Found::remark(source, at, end),
        None => Found::unclosed(source, at, length, mark),
    })
}

/// A command, with its content if that is a remark.
fn command(
    source: &mut Source,
    at: usize,
    open: &'static str,
    close: &'static str,
) -> Option<Found> {
    let end = source.find(close, at + 2)? + 2;
    // A command does not extend over an empty line.
    if source.find("\n\n", at).is_some_and(|empty| empty < end) {
        return None;
    }
    let name = name(source.text.get(at + 2..end - 2)?);
    if name.starts_with('#') {
        return Some(Found::remark(source, at, end));
    }
    if !REMARKS.contains(&name) {
        return Some(Found::shortcode(source, at, end));
    }
    let mut from = end;
    let length = source.text.len();
    while let Some(next) = source.find(open, from) {
        let Some(next_end) = source.find(close, next + 2).map(|end| end + 2) else { break };
        let inner = self::name(source.text.get(next + 2..next_end - 2)?);
        if inner.strip_prefix('/').or(inner.strip_prefix("end")) == Some(name) {
            return Some(Found::remark(source, at, next_end));
        }
        from = next_end;
    }
    Some(Found::unclosed(source, at, length, name))
}

/// The first word of a command.
fn name(inner: &str) -> &str {
    let inner = inner.trim_matches(['<', '>', '%', '-', ' ', '\t', '\n']);
    let end = inner.find([' ', '\t', '\n', '=', '"']).unwrap_or(inner.len());
    inner.get(..end).unwrap_or_default()
}
