//! The tables that were imported, which can be read again with other columns while the page lives.

use std::collections::HashMap;

use leptos::prelude::*;
use solidarity_core::collection::raw::RawMessage;
use solidarity_studio::Key;
use solidarity_studio::intake::{Intake, Report};
use wasm_bindgen::JsValue;

use super::reading::{self, Given, Read};
use super::words::in_vain;
use crate::state::Studio;
use crate::state::notices::Notice;

/// No more bytes than this are kept.
const MOST_BYTES: u32 = 100_000_000;

/// What is kept of imports.
#[derive(Default)]
pub struct Kept {
    tables: Vec<Table>,
    /// What was read, while a question about it is open.
    pub waiting: Option<(Read, Report)>,
}

/// A source with tables, and what became of it.
struct Table {
    given: Given,
    /// What somebody has said of its columns.
    columns: HashMap<String, String>,
    /// The messages as they were imported.
    imported: HashMap<Key, RawMessage>,
}

impl Studio {
    /// Keeps the sources that have tables, with the messages that they became.
    pub(super) fn keep(&self, given: &[Given], report: &Report, inserted: &[Key]) {
        for source in report.sources.iter().filter(|source| !source.tables.is_empty()) {
            let Some(given) = given.iter().find(|given| is_of(&source.name, &given.name)) else {
                continue;
            };
            let imported = self.with_untracked(|document| {
                let entries = inserted.iter().filter_map(|key| document.entry(*key));
                let of_source = entries.filter(|entry| {
                    let file = entry.origin.as_ref().map(|origin| origin.file.as_str());
                    file.is_some_and(|file| is_of(file, &given.name))
                });
                of_source.map(|entry| (entry.key, entry.message.clone())).collect::<HashMap<_, _>>()
            });
            self.importing.kept.update_value(|kept| kept.put(given, imported.unwrap_or_default()));
        }
    }

    /// How many of the messages of a source have been edited since they were imported.
    pub fn edited_since(&self, source: &str) -> usize {
        self.importing.kept.with_value(|kept| {
            let Some(table) = kept.table(source) else { return 0 };
            let is_edited = |(key, before): &(&Key, &RawMessage)| {
                let now =
                    self.with_untracked(|document| document.message(**key).cloned()).flatten();
                now.is_some_and(|now| now != **before)
            };
            table.imported.iter().filter(is_edited).count()
        })
    }

    /// Whether a source can be read again.
    pub fn can_read_again(&self, source: &str) -> bool {
        self.importing.kept.with_value(|kept| kept.table(source).is_some())
    }

    /// Reads a source again, with other meanings of some of its columns, and puts the messages in the place of
    /// those that it became before.
    pub fn read_again(&self, source: &str, chosen: HashMap<String, String>) {
        let found = self.importing.kept.with_value(|kept| {
            let table = kept.table(source)?;
            let mut columns = table.columns.clone();
            columns.extend(chosen);
            Some((table.given.clone(), columns, table.imported.keys().copied().collect::<Vec<_>>()))
        });
        let Some((given, columns, keys)) = found else { return };
        let (studio, source) = (*self, given.name.clone());
        leptos::task::spawn_local(async move {
            let said = serde_json::to_string(&columns).unwrap_or_default();
            let read = studio.watched(reading::read(&studio, vec![given], &said)).await;
            match read {
                Some(Ok(read)) if read.imported.messages.is_empty() => {
                    let report = Report::of(&read.imported);
                    studio.say(Some(Notice::error(in_vain(&report))));
                }
                Some(Ok(read)) => {
                    studio.importing.kept.update_value(|kept| {
                        if let Some(table) =
                            kept.tables.iter_mut().find(|it| it.given.name == source)
                        {
                            table.columns = columns;
                        }
                    });
                    studio.replace(read, keys);
                }
                Some(Err(error)) => studio.say(Some(Notice::error(error))),
                None => {}
            }
        });
    }

    fn replace(&self, read: Read, keys: Vec<Key>) {
        let there = self.with_untracked(|document| {
            let keys = keys.into_iter().filter(|key| document.position(*key).is_some());
            keys.collect::<Vec<_>>()
        });
        if there.is_none() {
            self.begin("", "en");
        }
        self.importing.dialog.set(None);
        let report = Report::of(&read.imported);
        self.add(read, report, there.filter(|keys| !keys.is_empty()));
    }
}

impl Kept {
    fn table(&self, source: &str) -> Option<&Table> {
        self.tables.iter().find(|table| is_of(source, &table.given.name))
    }

    fn put(&mut self, given: &Given, imported: HashMap<Key, RawMessage>) {
        let at = self.tables.iter().position(|table| table.given.name == given.name);
        let columns = match at.map(|at| self.tables.remove(at)) {
            Some(before) if is_same(&before.given, given) => before.columns,
            _ => HashMap::new(),
        };
        self.tables.push(Table { given: given.clone(), columns, imported });
        while self.tables.len() > 1
            && self.tables.iter().map(|table| table.given.bytes.length()).sum::<u32>() > MOST_BYTES
        {
            self.tables.remove(0);
        }
    }
}

/// Whether these are the same bytes, and not others under one name.
fn is_same(one: &Given, other: &Given) -> bool {
    JsValue::from(&one.bytes) == JsValue::from(&other.bytes)
}

/// Whether a file is a source, or stands in one that is an archive.
fn is_of(file: &str, source: &str) -> bool {
    file.strip_prefix(source).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Messages of which some may be in the document.
pub fn only_new(studio: &Studio, mut read: Read) -> Read {
    let messages = std::mem::take(&mut read.imported.messages);
    let new = studio.with_untracked(|document| Intake { messages }.new_to(document));
    read.imported.messages = new.map(|new| new.messages).unwrap_or_default();
    read
}
