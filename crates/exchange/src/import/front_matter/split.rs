//! Where front matter ends and the text begins.

use crate::import::front_matter::key::{key_of, known};

/// The formats of front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// YAML, between `---` and `---` or `...`.
    Yaml,
    /// TOML, between `+++` and `+++`.
    Toml,
    /// A JSON object.
    Json,
}

/// A file, split in two.
#[derive(Debug)]
pub struct Split<'a> {
    /// The format of the front matter.
    pub form: Form,
    /// The front matter; empty if there is none.
    pub front: &'a str,
    /// Where the front matter begins, in bytes of the file.
    pub front_at: usize,
    /// Whether the line that ends the front matter is missing.
    pub unclosed: bool,
    /// The text after it.
    pub text: &'a str,
    /// Where the text begins, in bytes of the file.
    pub text_at: usize,
}

/// Splits the front matter from a file. Lines of `---` with no field between them are horizontal rules.
pub fn split(file: &str) -> Split<'_> {
    let blank = file.len() - file.trim_start_matches(['\u{feff}', ' ', '\t', '\n', '\r']).len();
    // Spaces before the first line would make it a code block.
    let start = file.get(..blank).and_then(|blank| blank.rfind(['\n', '\u{feff}']));
    let start = start.map_or(0, |at| at + file.get(at..).map_or(0, first_length));
    let rest = file.get(start..).unwrap_or_default();
    let found = match rest.lines().next().map(str::trim_end) {
        Some("---" | "---yaml" | "---yml") => fenced(file, start, Form::Yaml, &["---", "..."]),
        Some("+++") => fenced(file, start, Form::Toml, &["+++"]),
        // As gray-matter reads it, which many site generators use.
        Some("---toml") => fenced(file, start, Form::Toml, &["---"]),
        Some("---json") => fenced(file, start, Form::Json, &["---"]),
        // As Hexo writes JSON.
        Some(";;;") => fenced(file, start, Form::Json, &[";;;"]),
        _ => object(file, blank),
    };
    let whole =
        Split { form: Form::Yaml, front: "", front_at: 0, unclosed: false, text: file, text_at: 0 };
    found.unwrap_or(whole)
}

/// Whether the first line is a field of a message, without delimiters around the front matter.
pub fn begins_with_field(file: &str) -> bool {
    let first = file.trim_start_matches('\u{feff}').lines().find(|line| !line.trim().is_empty());
    first.and_then(key_of).is_some_and(|(name, value)| known(name) && !value.trim().is_empty())
}

fn first_length(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

/// Front matter between two delimiters, the first of which begins at a byte.
fn fenced<'a>(file: &'a str, at: usize, form: Form, ends: &[&str]) -> Option<Split<'a>> {
    let mut lines = file.get(at..)?.split_inclusive('\n');
    let front_at = at + lines.next()?.len();
    let mut end = front_at;
    for line in lines {
        if ends.contains(&line.trim_end()) {
            let front = file.get(front_at..end)?;
            let text_at = end + line.len();
            let text = file.get(text_at..)?;
            let split = Split { form, front, front_at, unclosed: false, text, text_at };
            return is_front(front, form).then_some(split);
        }
        end += line.len();
    }
    unclosed(file, front_at, form)
}

/// Front matter without a closing line: fields up to the first line that is not one.
fn unclosed(file: &str, front_at: usize, form: Form) -> Option<Split<'_>> {
    let mut text_at = front_at;
    for line in file.get(front_at..)?.split_inclusive('\n') {
        let goes_on = name_of(line, form).is_some() || line.starts_with([' ', '\t', '#', '-']);
        if line.trim().is_empty() || !goes_on {
            break;
        }
        text_at += line.len();
    }
    let front = file.get(front_at..text_at)?;
    let named = front.lines().next().and_then(|line| name_of(line, form));
    let text = file.get(text_at..)?;
    let split = Split { form, front, front_at, unclosed: true, text, text_at };
    named.is_some_and(known).then_some(split)
}

/// Whether the lines are fields: one has a known name, or all have names of one word.
fn is_front(front: &str, form: Form) -> bool {
    let inner = |line: &&str| line.starts_with([' ', '\t', '#', '-', ']', '}']) || line.is_empty();
    let lines = || front.lines().filter(|line| !inner(line) && !line.trim().is_empty());
    let names = || lines().map(|line| name_of(line, form));
    if form != Form::Toml && front.trim_start().starts_with('{') {
        return front.contains(':');
    }
    let worded = |name: &str| !name.contains(char::is_whitespace);
    names().flatten().any(known)
        || names().all(|name| name.is_some_and(worded))
        || front.lines().any(|line| key_of(line.trim_start()).is_some_and(|(name, _)| known(name)))
}

fn name_of(line: &str, form: Form) -> Option<&str> {
    match form {
        Form::Toml if line.trim_start().starts_with('[') => {
            Some(line.trim().trim_matches(['[', ']']))
        }
        Form::Toml => line.split_once('=').map(|(name, _)| name.trim().trim_matches('"')),
        _ => key_of(line).map(|(name, _)| name),
    }
}

/// A JSON object that begins at a byte, up to the bracket that closes it and ends its line.
fn object(file: &str, at: usize) -> Option<Split<'_>> {
    let rest = file.get(at..)?;
    rest.strip_prefix('{')?.trim_start().strip_prefix('"')?;
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for (place, byte) in rest.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            // A string does not continue on the next line: its closing mark is missing.
            b'\n' => quoted = false,
            b'{' | b'[' if !quoted => depth += 1,
            b'}' | b']' if !quoted => depth = depth.saturating_sub(1),
            _ => continue,
        }
        if byte == b'}' && depth == 0 && !quoted {
            let text_at = at + place + 1;
            let (front, text) = (file.get(at..text_at)?, file.get(text_at..)?);
            let form = Form::Json;
            let alone = text.lines().next().is_none_or(|line| line.trim().is_empty());
            return alone.then_some(Split {
                form,
                front,
                front_at: at,
                unclosed: false,
                text,
                text_at,
            });
        }
    }
    None
}
