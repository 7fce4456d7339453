//! Front matter in TOML.

use std::borrow::Cow;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::import::front_matter::tree::{Field, Read, Value};
use crate::lines::Lines;

/// Reads TOML. A line that cannot be read is left out alone; if only the quotation marks are missing, it is
/// read.
pub fn read(toml: &str) -> Read {
    let mut read = Read::default();
    if let Ok(table) = DeTable::parse(toml) {
        read.fields = fields(table.into_inner(), toml, &Lines::of(toml), 0);
    } else {
        for (line, block) in blocks(toml) {
            take(&block, line, &mut read);
        }
    }
    let comments = toml.lines().enumerate().filter(|(_, line)| line.trim_start().starts_with('#'));
    read.notes.extend(
        comments.map(|(at, line)| {
            (at + 1, format!("“{}” was left out: it is a comment.", line.trim()))
        }),
    );
    read
}

/// The lines of each field or table, with the number of the first.
fn blocks(toml: &str) -> Vec<(usize, Vec<&str>)> {
    let mut blocks: Vec<(usize, Vec<&str>)> = Vec::new();
    let mut in_table = false;
    for (at, line) in toml.lines().enumerate() {
        let is_table = line.starts_with('[') && line.trim_end().ends_with(']');
        in_table |= is_table;
        let begins = is_table || (!in_table && name_of(line).is_some());
        match blocks.last_mut().filter(|_| !begins) {
            Some((_, block)) => block.push(line),
            None => blocks.push((at + 1, vec![line])),
        }
    }
    blocks
}

/// The name to which a line assigns a value.
fn name_of(line: &str) -> Option<&str> {
    let name = line.split_once('=')?.0.trim();
    let worded = name.chars().all(|c| c.is_alphanumeric() || "_-.\"'".contains(c));
    (worded && !name.is_empty()).then_some(name)
}

/// Reads what can be read of the lines of a field or table.
fn take(block: &[&str], line: usize, read: &mut Read) {
    let text = block.join("\n");
    if let Ok(table) = DeTable::parse(&text) {
        for field in fields(table.into_inner(), &text, &Lines::of(&text), line - 1) {
            let same = read.fields.iter_mut().rfind(|other| other.name == field.name);
            match (same.map(|other| &mut other.value), field.value) {
                // Each table of a list is read by itself.
                (Some(Value::List(items)), Value::List(more)) => items.extend(more),
                (_, value) => read.fields.push(Field { value, ..field }),
            }
        }
        return;
    }
    let Some((first, rest)) = block.split_first() else { return };
    match unquoted(first) {
        Some((name, value)) => {
            let value = Value::Text(value.to_owned());
            read.fields.push(Field { name: name.to_owned(), line, value });
            let note = format!(
                "this was kept as written: {}. Put texts in quotation marks.",
                first.trim()
            );
            read.notes.push((line, note));
        }
        None => read.unread.push((line, first.trim().to_owned())),
    }
    let rest = rest.iter().enumerate().filter(|(_, next)| !is_blank(next));
    read.unread.extend(rest.map(|(at, next)| (line + at + 1, next.trim().to_owned())));
}

/// Whether there is no value in a line.
fn is_blank(line: &str) -> bool {
    let line = line.trim_start();
    line.is_empty() || line.starts_with('#')
}

/// A field whose text is not in quotation marks.
fn unquoted(line: &str) -> Option<(&str, &str)> {
    let name = name_of(line)?;
    let value = line.split_once('=')?.1.trim();
    let plain = value.starts_with(|c: char| c.is_alphanumeric()) && !value.contains(['"', '#']);
    plain.then_some((name, value))
}

/// The fields of a table, whose text begins this many lines further down.
fn fields(table: DeTable, toml: &str, lines: &Lines, down: usize) -> Vec<Field> {
    let mut all: Vec<_> = table.into_iter().collect();
    all.sort_by_key(|(name, _)| name.span().start);
    let field = |(name, value): (Spanned<Cow<str>>, Spanned<DeValue>)| Field {
        line: lines.line(name.span().start) + down,
        name: name.into_inner().into_owned(),
        value: self::value(value, toml, lines, down),
    };
    all.into_iter().map(field).collect()
}

/// A value as it is written. The library limits the nesting.
fn value(value: Spanned<DeValue>, toml: &str, lines: &Lines, down: usize) -> Value {
    let span = value.span();
    match value.into_inner() {
        DeValue::String(text) => Value::Text(text.into_owned()),
        DeValue::Array(list) => {
            let item = |item: Spanned<DeValue>| {
                let line = lines.line(item.span().start) + down;
                (line, self::value(item, toml, lines, down))
            };
            Value::List(list.into_iter().map(item).collect())
        }
        DeValue::Table(table) => Value::Map(fields(table, toml, lines, down)),
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => {
            Value::Text(toml.get(span).unwrap_or_default().to_owned())
        }
    }
}
