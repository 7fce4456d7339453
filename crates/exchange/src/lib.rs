//! Imports messages from what people have (spreadsheets, folders of texts and documents, WordPress exports),
//! and exports them.
//!
//! No letter is changed and no paragraph is lost: what has no place in a message, or cannot be shown, is named
//! in a [`Note`], by file and line. Files are passed as name and bytes ([`Source`]): where they are stored is
//! up to the caller.
//!
//! ```
//! use solidarity_exchange::check::{Severity, check};
//! use solidarity_exchange::{Columns, Dataset, Source, import_file, to_table};
//!
//! let table = "Choir,country,message\nHarmonia,Portugal,Dear friends\n";
//! let file = Source { name: "form.csv".into(), bytes: table.into() };
//! let columns = Columns::from([("Choir".into(), "sender".into())]);
//! let import = import_file(&file, &columns)?;
//! assert!(import.notes.is_empty());
//!
//! let collection = r#"{ "collection": { "title": "Letters", "language": "en" }, "messages": [] }"#;
//! let mut dataset = Dataset::read(collection)?;
//! dataset.messages = import.messages.into_iter().map(|imported| imported.message).collect();
//! assert_eq!(dataset.messages[0].id, "harmonia-portugal");
//!
//! let checked = check(&dataset.written()?);
//! assert_eq!((checked.messages(), checked.count(Severity::Error)), (1, 0));
//!
//! let exported = to_table(&dataset.messages)?;
//! assert!(exported.changed.is_empty());
//! assert_eq!(exported.files[0].name, "messages.csv");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Within the crate, `cleaning` turns every file into text before `import` parses it; both, and `check`, look
//! for `damage`; and `export` uses the import to verify its files. `names`, `source` and `passages` import none
//! of these.

pub mod check;
mod cleaning;
mod counted;
mod damage;
mod dataset;
mod export;
mod import;
mod lines;
mod names;
mod passages;
mod source;
mod windows_1252;

pub use cleaning::unicode;
pub use counted::counted;
pub use dataset::Dataset;
pub use export::{ExportError, Exported, to_table, to_texts};
pub use import::{
    Became, ColumnDescription, Columns, DescribedTables, Gathered, Import, ImportError, Imported,
    Note, Origin, Outcome, TableDescription, describe_all, describe_table, field_names, import_all,
    import_file, import_folder, is_read,
};
pub use names::country_names;
pub use names::fold::folded;
pub use names::languages;
pub use source::{Folder, Source, TextForm};
