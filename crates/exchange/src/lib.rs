//! Messages from what people have (spreadsheets, folders of texts, exports of WordPress) and back.
//!
//! No letter is changed and no paragraph is lost: what has no place in a message, or cannot be shown, is
//! named in a [`Note`], by file and line.

pub mod check;
mod counted;
mod dataset;
mod export;
mod import;
mod names;
mod source;
mod windows_1252;

pub use counted::counted;
pub use dataset::Dataset;
pub use export::{ExportError, Exported, to_table, to_texts};
pub use import::{
    Columns, Import, ImportError, Imported, Note, Origin, import_file, import_folder,
};
pub use names::country_names;
pub use source::{Folder, Source, TextForm, without_mark};
