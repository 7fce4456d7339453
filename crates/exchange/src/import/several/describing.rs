//! The tables among several sources, for somebody to say which column is which.

use crate::import::column_names::Columns;
use crate::import::description::{TableDescription, describe_table};
use crate::import::several::kind::{self, Kind};
use crate::import::several::reading::of_own_columns;
use crate::import::several::{letter_for_letter, unpack};
use crate::source::Source;

/// A source with tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DescribedTables {
    /// Its name, as that of its [`Outcome`](crate::Outcome): of a file in an archive with that of the archive.
    pub name: String,
    /// Its tables.
    pub tables: Vec<TableDescription>,
}

/// Describes the tables that [`import_all`](crate::import_all) reads of these sources, also those in archives,
/// each with those of the columns that it has. A source whose tables cannot be read is left to that, which says why.
pub fn describe_all(sources: &[Source], columns: &Columns) -> Vec<DescribedTables> {
    let sources = sources.iter().map(|Source { name, bytes }| {
        let may_have_tables = matches!(kind::of(name), Kind::Archive | Kind::Other);
        // Of others the name is enough: it says what is a site.
        let bytes = if may_have_tables { bytes.clone() } else { Vec::new() };
        Source { name: name.clone(), bytes }
    });
    let (files, _) = unpack::files(sources.collect());
    let again = letter_for_letter::files(&files);
    let once = files.into_iter().zip(again).filter(|(_, again)| again.is_none());
    let others = once.filter(|(file, _)| kind::of(&file.source.name) == Kind::Other);
    let described = others.filter_map(|(file, _)| {
        let (tables, _) = of_own_columns(columns, |own| describe_table(&file.source, own));
        let tables = tables.ok().filter(|tables| !tables.is_empty())?;
        Some(DescribedTables { name: file.source.name, tables })
    });
    described.collect()
}
