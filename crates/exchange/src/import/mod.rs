//! Messages from files of several kinds.

#[cfg(feature = "documents")]
mod archive;
mod bounded;
pub(crate) mod cells;
mod column_names;
mod columns;
mod country;
mod damaged_cells;
mod dataset;
mod description;
#[cfg(feature = "documents")]
mod document;
pub(crate) mod error;
pub mod fields;
mod folder;
mod frame;
mod front_matter;
mod headings;
mod html;
#[cfg(feature = "documents")]
mod kind;
#[cfg(feature = "documents")]
mod mail;
mod markdown;
pub(crate) mod marked;
mod missing_ids;
mod natural_order;
pub(crate) mod note;
mod page;
mod plain;
mod quoting;
mod row;
mod rows;
mod sender;
mod several;
mod style;
mod table;
mod taken_out;
mod unplaced;
mod withheld_rows;
mod wordpress;
#[cfg(feature = "documents")]
mod workbook;
#[cfg(feature = "documents")]
mod xml;

use solidarity_core::collection::Date;

use crate::cleaning::cleaned;
use crate::source::{Folder, Source, TextForm, extension, is_table};

pub use column_names::Columns;
pub use description::{ColumnDescription, TableDescription, describe_table, field_names};
pub use error::ImportError;
pub use note::{Import, Imported, Note, Origin};
pub use several::{Became, DescribedTables, Gathered, Outcome, describe_all, import_all, is_read};

/// Reads messages from a table (`.csv`, `.tsv`), a workbook (`.xlsx`, `.xlsb`, `.xls`, `.ods`), a word
/// processor document (`.docx`, `.odt`), a WordPress export (`.xml`, `.wxr`), e-mails (`.eml`, `.mbox`) or a
/// file of messages (`.json`). Documents are recognised by their bytes rather than their names.
///
/// # Errors
/// When the file cannot be read at all. What has no place in a message is a [`Note`].
pub fn import_file(file: &Source, columns: &Columns) -> Result<Import, ImportError> {
    #[cfg(feature = "documents")]
    if kind::of(file)? == Some(kind::Kind::Text) {
        let (name, files) = (file.name.clone(), vec![file.clone()]);
        return import_folder(&Folder { name, files, ..Folder::default() }, columns);
    }
    completed(read_file(file, columns, None)?, &file.name, std::slice::from_ref(file))
}

/// Reads a file that can hold several messages; `today` decides on dates, if known. Messages may have no id
/// yet.
fn read_file(file: &Source, columns: &Columns, today: Option<Date>) -> Result<Import, ImportError> {
    let name = file.name.as_str();
    #[cfg(feature = "documents")]
    match kind::of(file)? {
        Some(kind::Kind::Workbook) => {
            return workbook::read(name, &file.bytes, columns);
        }
        Some(kind::Kind::Text) => {
            without(columns, name)?;
            let mut import = Import::default();
            folder::read_file(file, today, &mut import)?;
            return Ok(import);
        }
        None => {}
    }
    let mut notes = Vec::new();
    let mut text = || {
        let cleaned = cleaned(file)?;
        notes = cleaned.notes;
        Ok::<_, ImportError>(cleaned.text)
    };
    let mut import = match extension(name).as_str() {
        kind if is_table(kind) => rows::read(&table::read(name, &text()?, columns)?, columns)?,
        "xml" | "wxr" if cfg!(feature = "documents") => {
            without(columns, name)?;
            wordpress::read(name, &text()?)?
        }
        "xml" | "wxr" => {
            let cure = "Save its texts as plain text (.txt).";
            let name = name.to_owned();
            return Err(ImportError::NotCompiled { name, what: "exports of WordPress", cure });
        }
        "eml" | "mbox" => {
            without(columns, name)?;
            read_mails(file, today)?
        }
        "json" => {
            without(columns, name)?;
            dataset::read(name, &text()?)?.import
        }
        _ => {
            let cure = match TextForm::of(name) {
                Some(_) => Some(
                    "For one text, put it in a folder of its own, and give that. If it is a table, give it a \
                     name that ends with .csv.",
                ),
                None => folder::cure(name),
            };
            let cure = cure.map(|cure| format!(" {cure}")).unwrap_or_default();
            return Err(ImportError::UnknownKind { name: name.to_owned(), cure });
        }
    };
    import.notes.splice(..0, notes);
    Ok(import)
}

#[cfg(feature = "documents")]
fn read_mails(file: &Source, today: Option<Date>) -> Result<Import, ImportError> {
    mail::read(file, today)
}

#[cfg(not(feature = "documents"))]
fn read_mails(file: &Source, _: Option<Date>) -> Result<Import, ImportError> {
    let cure = "Save the text of each as plain text (.txt).";
    Err(ImportError::NotCompiled { name: file.name.clone(), what: "e-mails", cure })
}

/// Reads messages from a folder of Markdown and plain text, a file for each. It has no columns: naming any is
/// an error.
///
/// # Errors
/// When a file cannot be read at all. What has no place in a message is a [`Note`].
pub fn import_folder(folder: &Folder, columns: &Columns) -> Result<Import, ImportError> {
    without(columns, &folder.name)?;
    completed(folder::read(folder)?, &folder.name, &folder.files)
}

/// Completes the messages of the source with this name: what cannot be shown is removed, and each gets an id.
fn completed(mut import: Import, name: &str, sources: &[Source]) -> Result<Import, ImportError> {
    if import.messages.is_empty() {
        return Err(ImportError::Empty(name.to_owned()));
    }
    taken_out::take_out(&mut import, sources);
    missing_ids::complete(&mut import, missing_ids::of_sender);
    Ok(import)
}

/// Checks that no columns are named for a source without columns.
fn without(columns: &Columns, name: &str) -> Result<(), ImportError> {
    if columns.is_empty() { Ok(()) } else { Err(ImportError::NoColumns(name.to_owned())) }
}
