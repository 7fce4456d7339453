//! Front matter in JSON.

use jsonc_parser::ast::{ObjectProp, Value as Json};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use crate::import::front_matter::tree::{Field, Read, Value};
use crate::lines::Lines;

/// The most unreadable lines that are left out of one object.
const MOST_UNREAD: usize = 20;

/// Reads a JSON object. A line that cannot be read is left out.
pub fn read(json: &str) -> Read {
    let lines = Lines::of(json);
    let mut read = Read::default();
    let mut json = json.to_owned();
    for _ in 0..MOST_UNREAD {
        match parse_to_ast(&json, &CollectOptions::default(), &ParseOptions::default()) {
            Ok(parsed) => {
                if let Some(Json::Object(object)) = parsed.value {
                    let field = |property| field(property, &json, &lines);
                    read.fields = object.properties.into_iter().map(field).collect();
                }
                return read;
            }
            Err(error) => {
                let at = error.range().start.min(json.len().saturating_sub(1));
                let start =
                    json.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
                let end = json.get(at..).and_then(|behind| behind.find('\n'));
                let end = end.map_or(json.len(), |length| at + length);
                let line = json.get(start..end).unwrap_or_default().to_owned();
                read.unread.push((lines.line(at), line.trim().to_owned()));
                if line.trim().is_empty() {
                    break;
                }
                json.replace_range(start..end, &" ".repeat(line.len()));
            }
        }
    }
    read
}

fn field(property: ObjectProp, json: &str, lines: &Lines) -> Field {
    Field {
        line: lines.line(property.range.start),
        name: property.name.into_string(),
        value: value(property.value, json, lines),
    }
}

/// A value as it is written. The library limits the nesting.
fn value(value: Json, json: &str, lines: &Lines) -> Value {
    match value {
        Json::StringLit(text) => Value::Text(text.value.into_owned()),
        Json::NullKeyword(_) => Value::Nothing,
        Json::Array(list) => {
            let item =
                |item: Json| (lines.line(item.range().start), self::value(item, json, lines));
            Value::List(list.elements.into_iter().map(item).collect())
        }
        Json::Object(object) => {
            let field = |property| field(property, json, lines);
            Value::Map(object.properties.into_iter().map(field).collect())
        }
        Json::NumberLit(_) | Json::BooleanLit(_) => {
            let range = value.range();
            Value::Text(json.get(range.start..range.end).unwrap_or_default().to_owned())
        }
    }
}
