//! Where a value is in a JSON file.

use std::collections::HashMap;
use std::ops::Range;

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

/// The values of a file by their paths.
pub struct Paths<'a>(Option<Value<'a>>);

impl<'a> Paths<'a> {
    /// Reads a file. If it is not JSON, no value has a place.
    pub fn of(text: &'a str) -> Paths<'a> {
        let parsed = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default());
        Paths(parsed.ok().and_then(|parsed| parsed.value))
    }

    /// The byte range of the value at a path such as `messages[3].senders[0].country`, or of its nearest
    /// ancestor in the file.
    pub fn range(&self, path: &str) -> Option<Range<usize>> {
        if path.is_empty() {
            return None;
        }
        let mut value = self.0.as_ref()?;
        for step in path.split(['.', '[', ']']).filter(|step| !step.is_empty()) {
            let next = match value {
                Value::Object(object) => object.get(step).map(|property| &property.value),
                Value::Array(array) => {
                    step.parse().ok().and_then(|at: usize| array.elements.get(at))
                }
                _ => None,
            };
            match next {
                Some(next) => value = next,
                None => break,
            }
        }
        Some(value.start()..value.end())
    }

    /// The position of the first message with each id. Messages without an id that is a string are left out.
    pub fn messages(&self) -> HashMap<&str, usize> {
        let list = match &self.0 {
            Some(Value::Object(file)) => file.get("messages").map(|property| &property.value),
            _ => None,
        };
        let Some(Value::Array(list)) = list else { return HashMap::new() };
        let ids = list.elements.iter().enumerate().filter_map(|(at, message)| {
            let Value::Object(message) = message else { return None };
            let Value::StringLit(id) = &message.get("id")?.value else { return None };
            Some((&*id.value, at))
        });
        ids.rev().collect()
    }

    /// The path of the innermost value at a byte, such as `messages[3].senders[0].country`.
    pub fn path_at(&self, at: usize) -> String {
        let mut path = String::new();
        let mut value = self.0.as_ref();
        while let Some(outer) = value {
            value = match outer {
                Value::Object(object) => {
                    let next = object.properties.partition_point(|property| property.end() <= at);
                    let property = object.properties.get(next).filter(|next| next.start() <= at);
                    if let Some(property) = property {
                        let dot = if path.is_empty() { "" } else { "." };
                        path += &format!("{dot}{}", property.name.as_str());
                    }
                    property.map(|property| &property.value)
                }
                Value::Array(array) => {
                    let next = array.elements.partition_point(|element| element.end() <= at);
                    let element = array.elements.get(next).filter(|next| next.start() <= at);
                    if element.is_some() {
                        path += &format!("[{next}]");
                    }
                    element
                }
                _ => None,
            };
        }
        path
    }
}
