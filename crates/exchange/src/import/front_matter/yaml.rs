//! Front matter in YAML: what was written, without the meaning that YAML gives to `no` or `1.10`.

use std::collections::HashMap;

use granit_parser::{Event, Parser, ScalarStyle, Span, options};

use crate::import::front_matter::key::key_of;
use crate::import::front_matter::tree::{Field, Read, Value};

/// The most values that front matter may have, counting aliased ones each time.
const MOST_VALUES: usize = 10_000;

/// How deeply values may be nested.
const DEEPEST: usize = 32;

/// Reads YAML whose root is a map; anything else is an error.
pub fn read(yaml: &str) -> Result<Read, ()> {
    let options = options! {
        max_buffered_comment_events: usize::MAX,
        flow_nesting_limit: DEEPEST,
        block_nesting_limit: DEEPEST,
        emit_unresolved_aliases: true,
    };
    let mut reading = Reading::default();
    for next in Parser::new_from_str_with_options(yaml, options) {
        let (event, span) = next.map_err(|_| ())?;
        reading.take(event, span, yaml)?;
    }
    match reading.top {
        Some(Value::Map(fields)) => {
            let Reading { notes, unread, .. } = reading;
            let lines: Vec<_> = yaml.lines().collect();
            let text = |line: usize| lines.get(line - 1).map_or("", |line| line.trim()).to_owned();
            let unread = unread.into_iter().map(|line| (line, text(line))).collect();
            Ok(Read { fields, notes, unread })
        }
        None => Ok(Read { notes: reading.notes, ..Read::default() }),
        Some(_) => Err(()),
    }
}

/// A value that is not complete.
struct Open {
    line: usize,
    anchor: usize,
    kind: Kind,
}

enum Kind {
    List(Vec<(usize, Value)>),
    Map {
        fields: Vec<Field>,
        /// The name of a field whose value has not been read, and its line.
        name: Option<(String, usize)>,
    },
}

/// An anchored value, with the number of values in it and their depth.
struct Anchored {
    value: Value,
    size: usize,
    depth: usize,
}

#[derive(Default)]
struct Reading {
    open: Vec<Open>,
    anchored: HashMap<usize, Anchored>,
    values: usize,
    top: Option<Value>,
    notes: Vec<(usize, String)>,
    /// The lines of aliases without an anchor.
    unread: Vec<usize>,
}

impl Reading {
    fn take(&mut self, event: Event, span: Span, yaml: &str) -> Result<(), ()> {
        let line = span.start.line();
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                if span.slice(yaml).is_some_and(swallows_field) {
                    return Err(());
                }
                let plain = style == ScalarStyle::Plain && tag.is_none();
                // The line end after the last line of a block is not part of the value.
                let text = match style {
                    ScalarStyle::Literal | ScalarStyle::Folded => {
                        text.trim_end_matches('\n').into()
                    }
                    _ => text,
                };
                let value = match &*text {
                    "" | "~" if plain => Value::Nothing,
                    _ => Value::Text(text.into_owned()),
                };
                if let Value::Text(word) = &value
                    && plain
                    && word.eq_ignore_ascii_case("null")
                    && !self.awaits_name()
                {
                    let text = format!(
                        "“{word}” is taken for a word. If it is to mean that there is nothing, delete it."
                    );
                    self.notes.push((line, text));
                }
                self.complete(value, line, anchor, 1, 0)?;
            }
            Event::SequenceStart(_, anchor, _) => {
                self.open.push(Open { line, anchor, kind: Kind::List(Vec::new()) });
            }
            Event::MappingStart(_, anchor, _) => {
                let kind = Kind::Map { fields: Vec::new(), name: None };
                self.open.push(Open { line, anchor, kind });
            }
            Event::SequenceEnd | Event::MappingEnd => {
                let Open { line, anchor, kind } = self.open.pop().ok_or(())?;
                let value = match kind {
                    Kind::List(items) => Value::List(items),
                    Kind::Map { fields, .. } => Value::Map(merged(fields)),
                };
                let (size, depth) = if anchor > 0 { measured(&value) } else { (1, 0) };
                self.complete(value, line, anchor, size, depth)?;
            }
            Event::Alias(anchor) => {
                let Anchored { value, size, depth } = self.anchored.get(&anchor).ok_or(())?;
                let (size, depth) = (*size, *depth);
                if self.values + size > MOST_VALUES || self.open.len() + depth > DEEPEST {
                    return Err(());
                }
                let value = value.clone();
                self.complete(value, line, 0, size, depth)?;
            }
            Event::UnresolvedAlias(_) => {
                self.unread.push(line);
                self.complete(Value::Nothing, line, 0, 1, 0)?;
            }
            Event::Comment(text, _) => {
                let comment = span.slice(yaml).map_or_else(|| format!("#{text}"), str::to_owned);
                self.notes.push((line, format!(
                    "“{}” was left out: in YAML, whatever follows a “#” is a comment. If it belongs to \
                     the value, put the whole value in quotation marks.",
                    comment.trim_end()
                )));
            }
            _ => {}
        }
        Ok(())
    }

    /// Whether the next value is the name of a field.
    fn awaits_name(&self) -> bool {
        matches!(self.open.last(), Some(Open { kind: Kind::Map { name: None, .. }, .. }))
    }

    /// Adds a value to the open collection.
    fn complete(
        &mut self,
        value: Value,
        line: usize,
        anchor: usize,
        size: usize,
        depth: usize,
    ) -> Result<(), ()> {
        self.values += size;
        if self.values > MOST_VALUES {
            return Err(());
        }
        if anchor > 0 {
            self.anchored.insert(anchor, Anchored { value: value.clone(), size, depth });
        }
        match self.open.last_mut().map(|open| &mut open.kind) {
            None if self.top.is_some() => return Err(()),
            None => self.top = Some(value),
            Some(Kind::List(items)) => items.push((line, value)),
            Some(Kind::Map { fields, name }) => match name.take() {
                None => *name = Some((value.shown(), line)),
                Some((name, line)) => fields.push(Field { name, line, value }),
            },
        }
        Ok(())
    }
}

/// Whether a text of several lines contains an unindented field: its quotation mark was not closed where it
/// should be.
fn swallows_field(written: &str) -> bool {
    written.starts_with(['"', '\'']) && written.lines().skip(1).any(|line| key_of(line).is_some())
}

/// The number of values in a value, and their depth.
fn measured(value: &Value) -> (usize, usize) {
    let inner: Vec<&Value> = match value {
        Value::Nothing | Value::Text(_) => Vec::new(),
        Value::List(items) => items.iter().map(|(_, item)| item).collect(),
        Value::Map(fields) => fields.iter().map(|field| &field.value).collect(),
    };
    inner
        .into_iter()
        .map(measured)
        .fold((1, 0), |(size, depth), (inner, below)| (size + inner, depth.max(below + 1)))
}

/// Fields, together with those of merged maps: `<<: *other`.
fn merged(fields: Vec<Field>) -> Vec<Field> {
    let (merged, mut fields): (Vec<_>, Vec<_>) = fields
        .into_iter()
        .partition(|field| field.name == "<<" && matches!(field.value, Value::Map(_)));
    for Field { value, .. } in merged {
        let Value::Map(more) = value else { continue };
        let more: Vec<_> = more
            .into_iter()
            .filter(|field| fields.iter().all(|own| own.name != field.name))
            .collect();
        fields.extend(more);
    }
    fields
}
