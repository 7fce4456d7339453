//! What became of each source of an import.

use std::collections::HashMap;

use crate::document::Origin;
use crate::protocol::{Imported, Note, Table};

/// The most notes shown for a source: nobody reads hundreds.
const NOTES: usize = 50;

/// What became of the sources of an import.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// The sources, in the order in which they were given.
    pub sources: Vec<SourceReport>,
}

/// What became of a source.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SourceReport {
    /// Its name.
    pub name: String,
    /// How many messages were read in it.
    pub messages: usize,
    /// What else became of it, such as why it was not read.
    pub outcome: Option<String>,
    /// Whether it could not be read.
    pub is_refused: bool,
    /// The first of the notes on it.
    pub notes: Vec<Said>,
    /// How many notes there are on it.
    pub count: usize,
    /// The tables in it.
    pub tables: Vec<Table>,
}

/// A note, and where in its source it belongs.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// The line, from 1.
    pub line: usize,
    /// What it says.
    pub text: String,
}

impl Report {
    /// The report on what was read.
    pub fn of(imported: &Imported) -> Report {
        let mut sources = Sources::default();
        for outcome in &imported.outcomes {
            sources.with(&outcome.file, |source| match &outcome.result {
                Ok(messages) => {
                    source.messages += messages;
                    source.outcome.clone_from(&outcome.beside);
                }
                Err(reason) => {
                    source.is_refused = true;
                    source.outcome = Some(without_options(reason));
                }
            });
        }
        for Note { origin: Origin { file, line }, text } in &imported.notes {
            sources.with(file, |source| {
                source.count += 1;
                if source.notes.len() < NOTES {
                    source.notes.push(Said { line: *line, text: without_options(text) });
                }
            });
        }
        for table in &imported.tables {
            sources.with(&table.source, |source| source.tables.push(table.clone()));
        }
        Report { sources: sources.all }
    }

    /// How many messages were read in all.
    pub fn messages(&self) -> usize {
        self.sources.iter().map(|source| source.messages).sum()
    }

    /// How many notes there are in all.
    pub fn notes(&self) -> usize {
        self.sources.iter().map(|source| source.count).sum()
    }

    /// The columns that are not published, by name.
    pub fn left_out(&self) -> Vec<&str> {
        self.sources.iter().flat_map(|source| &source.tables).flat_map(Table::left_out).collect()
    }
}

impl SourceReport {
    /// Whether a table lacks a column that every message needs.
    pub fn lacks_columns(&self) -> bool {
        self.tables.iter().any(|table| !table.missing().is_empty())
    }
}

/// Sources by name.
#[derive(Default)]
struct Sources {
    all: Vec<SourceReport>,
    places: HashMap<String, usize>,
}

impl Sources {
    fn with(&mut self, name: &str, change: impl FnOnce(&mut SourceReport)) {
        let at = *self.places.entry(name.to_owned()).or_insert(self.all.len());
        if at == self.all.len() {
            self.all.push(SourceReport { name: name.to_owned(), ..SourceReport::default() });
        }
        if let Some(source) = self.all.get_mut(at) {
            change(source);
        }
    }
}

/// A note without the sentence about command-line options, which the table of columns replaces here.
fn without_options(text: &str) -> String {
    let Some((before, _)) = text.split_once("--column") else { return text.to_owned() };
    let end = before.rfind(". ").map_or(0, |at| at + 1);
    before.get(..end).filter(|text| !text.is_empty()).unwrap_or(text).to_owned()
}
