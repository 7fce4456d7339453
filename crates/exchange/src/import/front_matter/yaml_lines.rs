//! Reads invalid YAML field by field, so that a slip costs no more than its own lines.

use crate::import::front_matter::key::key_of;
use crate::import::front_matter::tree::{Field, Read, Value};
use crate::import::front_matter::yaml;

/// Reads YAML, whatever is wrong with it.
pub fn read(yaml: &str) -> Read {
    yaml::read(yaml).unwrap_or_else(|()| {
        let blocks = blocks(yaml);
        let (sound, broken): (Vec<_>, Vec<_>) =
            blocks.into_iter().partition(|(_, block)| yaml::read(&block.join("\n")).is_ok());
        let mut read = together(&sound, yaml).unwrap_or_default();
        if read.fields.is_empty() {
            for (line, block) in &sound {
                take(block, *line, &mut read);
            }
        }
        for (line, block) in &broken {
            take(block, *line, &mut read);
        }
        read.fields.sort_by_key(|field| field.line);
        read
    })
}

/// Reads fields that are each valid together, because some may refer to others.
fn together(blocks: &[(usize, Vec<&str>)], yaml: &str) -> Result<Read, ()> {
    let mut lines = vec![""; yaml.lines().count()];
    for (first, block) in blocks {
        for (line, kept) in lines.iter_mut().skip(first - 1).zip(block) {
            *line = kept;
        }
    }
    yaml::read(&lines.join("\n"))
}

/// The lines of each field, with the number of the first. Indented lines and list items belong to the field
/// before.
fn blocks(yaml: &str) -> Vec<(usize, Vec<&str>)> {
    let mut blocks: Vec<(usize, Vec<&str>)> = Vec::new();
    for (at, line) in yaml.lines().enumerate() {
        let goes_on = line.trim().is_empty()
            || line.starts_with([' ', '\t', ']', '}'])
            || line.starts_with("- ")
            || line.trim_end() == "-";
        match blocks.last_mut().filter(|(_, block)| {
            goes_on && block.first().is_some_and(|first| key_of(first).is_some())
        }) {
            Some((_, block)) => block.push(line),
            None if line.trim().is_empty() => {}
            None => blocks.push((at + 1, vec![line])),
        }
    }
    for (_, block) in &mut blocks {
        while block.last().is_some_and(|line| line.trim().is_empty()) {
            block.pop();
        }
    }
    blocks
}

/// Reads what can be read of the lines of a field.
fn take(block: &[&str], line: usize, read: &mut Read) {
    if whole(block, line, read) || mended(block, line, read) {
        return;
    }
    let Some((first, rest)) = block.split_first() else { return };
    // What follows a complete line cannot belong to it, so it was indented by mistake.
    let complete = key_of(first).is_some_and(|(_, value)| !value.trim().is_empty());
    if rest.is_empty() || !complete {
        let text = block.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ");
        read.unread.push((line, text));
        return;
    }
    for (at, next) in block.iter().enumerate().filter(|(_, next)| !next.trim().is_empty()) {
        let (next, line) = ([next.trim()], line + at);
        let is_field = next.iter().all(|next| key_of(next).is_some());
        if !(is_field && (whole(&next, line, read) || mended(&next, line, read))) {
            read.unread.push((line, next.concat()));
        }
    }
}

/// Reads lines that are valid, at least with spaces for tabs. Returns whether they were.
fn whole(block: &[&str], line: usize, read: &mut Read) -> bool {
    let spaced = |line: &&str| {
        let inner = line.trim_start();
        let before = line.get(..line.len() - inner.len()).unwrap_or_default();
        before.replace('\t', "  ") + inner
    };
    let spaced: Vec<_> = block.iter().map(spaced).collect();
    let Ok(found) = yaml::read(&block.join("\n")).or_else(|()| yaml::read(&spaced.join("\n")))
    else {
        return false;
    };
    read.fields.extend(found.fields.into_iter().map(|field| moved(field, line - 1)));
    read.notes.extend(found.notes.into_iter().map(|(at, note)| (at + line - 1, note)));
    read.unread.extend(found.unread.into_iter().map(|(at, text)| (at + line - 1, text)));
    true
}

/// Reads lines that are valid once their values are quoted, if it is clear what was meant. Returns whether it
/// is.
fn mended(block: &[&str], line: usize, read: &mut Read) -> bool {
    let mut notes = Vec::new();
    let mut lines = Vec::new();
    for (at, written) in block.iter().enumerate() {
        let inner = written.trim_start_matches([' ', '\t', '-']);
        let before = written.get(..written.len() - inner.len()).unwrap_or_default();
        let value = key_of(inner).filter(|(_, value)| {
            !value.trim().is_empty()
                && (!value.starts_with([' ', '\t']) || yaml::read(inner).is_err())
        });
        let Some((name, value)) = value.filter(|(_, value)| is_plain(value.trim())) else {
            lines.push((*written).to_owned());
            continue;
        };
        let (value, comment) = value.split_once(" #").unwrap_or((value, ""));
        let quoted = value.trim().replace('\'', "''");
        let comment = if comment.is_empty() { String::new() } else { format!(" #{comment}") };
        lines.push(format!("{before}{name}: '{quoted}'{comment}"));
        notes.push((line + at, format!(
            "this is not valid YAML, and was kept as written: {}. Put a space after the colon, and \
             the value in quotation marks.",
            inner.trim_end()
        )));
    }
    let lines: Vec<_> = lines.iter().map(String::as_str).collect();
    let taken = !notes.is_empty() && whole(&lines, line, read);
    if taken {
        read.notes.append(&mut notes);
    }
    taken
}

/// Whether an invalid value can only be meant literally: it opens no quotation that would be closed elsewhere.
fn is_plain(value: &str) -> bool {
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
    let closed =
        quote.is_none_or(|quote| value.matches(quote).count() % 2 == 0 && !value.contains('\\'));
    closed && !value.starts_with(['[', ']', '{', '}', '|', '>', '&', '*', '!', '#', ','])
}

/// A field this many lines further down.
fn moved(field: Field, lines: usize) -> Field {
    fn value_moved(value: Value, lines: usize) -> Value {
        match value {
            Value::List(items) => Value::List(
                items
                    .into_iter()
                    .map(|(at, item)| (at + lines, value_moved(item, lines)))
                    .collect(),
            ),
            Value::Map(fields) => {
                Value::Map(fields.into_iter().map(|field| moved(field, lines)).collect())
            }
            value => value,
        }
    }
    Field { line: field.line + lines, value: value_moved(field.value, lines), ..field }
}
