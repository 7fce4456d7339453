//! Reads one source after the other, with the columns that each table has.

use std::collections::HashSet;

use solidarity_core::collection::Date;

use crate::cleaning::cleaned;
use crate::import::column_names::Columns;
use crate::import::dataset::{self, Earlier};
use crate::import::error::ImportError;
use crate::import::note::Import;
use crate::import::several::kind::{self, Kind};
use crate::import::{folder, read_file, read_mails, taken_out};
use crate::source::{Source, extension};

/// A source, and the result of reading it.
pub struct Read {
    /// The source.
    pub source: Source,
    /// What was read, or why nothing was.
    pub result: Result<Earlier, ImportError>,
    /// The named columns that it lacks; `None` if it is not a table.
    missing: Option<HashSet<String>>,
}

/// Reads a source.
pub fn read(source: Source, columns: &Columns, today: Option<Date>) -> Read {
    let mut missing = None;
    let result = match kind::of(&source.name) {
        Kind::Text if is_blank(&source.bytes) => Err(ImportError::Empty(source.name.clone())),
        Kind::Text => {
            let mut import = Import::default();
            folder::read_file(&source, today, &mut import).map(|_| only(import))
        }
        Kind::Dataset => earlier(&source),
        _ if extension(&source.name).is_empty() && source.bytes.starts_with(b"From ") => {
            read_mails(&source, today).map(only)
        }
        _ => {
            let (result, of_table) = with_columns(&source, columns, today);
            missing = of_table;
            result.map(only)
        }
    };
    let result = result.and_then(|mut earlier| {
        let Earlier { import, collection } = &mut earlier;
        if import.messages.is_empty() && import.notes.is_empty() && collection.is_none() {
            return Err(ImportError::Empty(source.name.clone()));
        }
        taken_out::take_out(import, std::slice::from_ref(&source));
        Ok(earlier)
    });
    Read { source, result, missing }
}

/// Whether a text has only white space, apart from a byte order mark.
fn is_blank(bytes: &[u8]) -> bool {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii().is_empty()
}

fn only(import: Import) -> Earlier {
    Earlier { import, collection: None }
}

fn earlier(source: &Source) -> Result<Earlier, ImportError> {
    let cleaned = cleaned(source)?;
    let mut earlier = dataset::read(&source.name, &cleaned.text)?;
    earlier.import.notes.splice(..0, cleaned.notes);
    Ok(earlier)
}

/// Reads a source with the named columns that it has. Returns those that it lacks, if it is a table.
fn with_columns(
    source: &Source,
    columns: &Columns,
    today: Option<Date>,
) -> (Result<Import, ImportError>, Option<HashSet<String>>) {
    match of_own_columns(columns, |own| read_file(source, own, today)) {
        (Err(ImportError::NoColumns(_)), _) if !columns.is_empty() => {
            (read_file(source, &Columns::new(), today), None)
        }
        (Err(error @ ImportError::UnknownKind { .. }), _) => (Err(error), None),
        (read, missing) => (read, Some(missing)),
    }
}

/// The result of reading a table with the named columns that it has, and the names of the others.
pub fn of_own_columns<T>(
    columns: &Columns,
    make: impl Fn(&Columns) -> Result<T, ImportError>,
) -> (Result<T, ImportError>, HashSet<String>) {
    let mut own = columns.clone();
    let mut missing = HashSet::new();
    loop {
        match make(&own) {
            Err(ImportError::NoSuchColumn { name, .. }) if own.remove(&name).is_some() => {
                missing.insert(name);
            }
            made => return (made, missing),
        }
    }
}

/// Refuses all tables if a named column is in none of them, and everything if there is no table.
pub fn refuse_columns(read: &mut [Read], columns: &Columns) {
    let is_missing = |name: &str| {
        read.iter().filter_map(|read| read.missing.as_ref()).all(|of| of.contains(name))
    };
    let unknown: Columns = columns
        .iter()
        .filter(|(name, _)| is_missing(name))
        .map(|(name, field)| (name.clone(), field.clone()))
        .collect();
    if unknown.is_empty() {
        return;
    }
    let has_table = read.iter().any(|read| read.missing.is_some());
    for Read { source, result, missing } in read {
        if has_table && missing.is_none() || result.is_err() {
            continue;
        }
        let refused = match has_table {
            true => read_file(source, &unknown, None).err(),
            false => Some(ImportError::NoColumns(source.name.clone())),
        };
        *result = refused.map_or_else(|| Ok(only(Import::default())), Err);
    }
}
