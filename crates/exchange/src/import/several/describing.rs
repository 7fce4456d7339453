//! The tables among several sources, so that users can say which column is which.

use crate::import::column_names::Columns;
use crate::import::description::{TableDescription, describe_table};
use crate::import::several::kind::{self, Kind};
use crate::import::several::reading::of_own_columns;
use crate::import::several::{letter_for_letter, unpack};
use crate::source::Source;

/// A source with tables.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DescribedTables {
    /// Its name, as in its [`Outcome`](crate::Outcome): for a file in an archive, with the name of the archive.
    pub name: String,
    /// Its tables.
    pub tables: Vec<TableDescription>,
}

/// Describes the tables that [`import_all`](crate::import_all) reads from these sources, including archives,
/// each with the named columns that it has. Sources whose tables cannot be read are skipped: `import_all` says
/// why.
pub fn describe_all(sources: &[Source], columns: &Columns) -> Vec<DescribedTables> {
    let sources = sources.iter().map(|Source { name, bytes }| {
        let may_have_tables = matches!(kind::of(name), Kind::Archive | Kind::Other);
        // For others the name is enough: it shows what is a site.
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
