//! Front matter in TOML.

use std::collections::BTreeMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::import::front_matter::tree::{Field, Read, Value};
use crate::import::lines::Lines;

/// Reads TOML. A line that cannot be read costs that line, and not even that where a text was only
/// not put in quotation marks.
pub fn read(toml: &str) -> Read {
    let lines = Lines::of(toml);
    let texts: Vec<_> = toml.lines().collect();
    let (table, errors) = DeTable::parse_recoverable(toml);
    let mut broken = BTreeMap::new();
    for error in errors {
        let at = error.span().map_or(0, |span| span.start.min(toml.len()));
        let text = texts.get(lines.of_byte(at) - 1).copied().unwrap_or_default();
        broken.insert(lines.of_byte(at), text.trim());
    }
    let mut read = Read { fields: fields(table.into_inner(), toml, &lines), ..Read::default() };
    read.fields.retain(|field| !broken.contains_key(&field.line));
    for (line, text) in broken {
        match unquoted(text) {
            Some((name, value)) => {
                let value = Value::Text(value.to_owned());
                read.fields.push(Field { name: name.to_owned(), line, value });
                read.notes.push((
                    line,
                    format!(
                        "this was taken as it is written: {text}. Put texts in quotation marks."
                    ),
                ));
            }
            None => read.unread.push((line, text.to_owned())),
        }
    }
    read
}

/// A field whose text is not in quotation marks.
fn unquoted(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once('=')?;
    let (name, value) = (name.trim(), value.trim());
    let plain = value.starts_with(|c: char| c.is_alphanumeric()) && !value.contains(['"', '#']);
    let worded = !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || "_-".contains(c));
    (plain && worded).then_some((name, value))
}

fn fields(table: DeTable, toml: &str, lines: &Lines) -> Vec<Field> {
    let mut all: Vec<_> = table.into_iter().collect();
    all.sort_by_key(|(name, _)| name.span().start);
    let field = |(name, value): (Spanned<_>, Spanned<DeValue>)| {
        let line = lines.of_byte(name.span().start);
        let name: std::borrow::Cow<str> = name.into_inner();
        Field { name: name.into_owned(), line, value: self::value(value, toml, lines) }
    };
    all.into_iter().map(field).collect()
}

/// A value as it is written; the library bounds how deep they are in one another.
fn value(value: Spanned<DeValue>, toml: &str, lines: &Lines) -> Value {
    let span = value.span();
    match value.into_inner() {
        DeValue::String(text) => Value::Text(text.into_owned()),
        DeValue::Array(list) => {
            let item = |item: Spanned<DeValue>| {
                (lines.of_byte(item.span().start), self::value(item, toml, lines))
            };
            Value::List(list.into_iter().map(item).collect())
        }
        DeValue::Table(table) => Value::Map(fields(table, toml, lines)),
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => {
            Value::Text(toml.get(span).unwrap_or_default().to_owned())
        }
    }
}
