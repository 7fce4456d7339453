//! Messages as files that [`super::import`] reads.

use std::fs;
use std::path::{Path, PathBuf};

use solidarity_core::collection::raw::RawMessage;
use thiserror::Error;

use super::front_matter::FrontMatter;
use super::{Columns, csv_file, import, markdown};

/// Why messages could not be written.
#[derive(Debug, Error)]
pub enum ExportError {
    /// There is something already.
    #[error("{} is there already, and is not overwritten: name another place", .0.display())]
    Exists(PathBuf),
    /// The name is that of a file of a kind that is not written.
    #[error(
        "{}: give the name of a .csv file, which spreadsheets open, or of a folder, without a dot",
        .0.display()
    )]
    UnknownKind(PathBuf),
    /// A file or folder cannot be written.
    #[error("cannot write {}: {source}", path.display())]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The table cannot be made.
    #[error("cannot write the table: {0}")]
    Csv(#[from] csv::Error),
    /// The front matter cannot be made.
    #[error("cannot write the front matter of “{id}”: {detail}")]
    FrontMatter {
        /// The message.
        id: String,
        /// What the library says.
        detail: String,
    },
}

/// Writes a table or a folder, as the name of the target says. The ids of messages that do not come
/// back from there letter for letter come back.
///
/// # Errors
/// When the name is that of another kind of file, or the target is there already or cannot be
/// written.
pub fn export(messages: &[RawMessage], target: &Path) -> Result<Vec<String>, ExportError> {
    match target.extension() {
        Some(extension) if extension.eq_ignore_ascii_case("csv") => to_csv(messages, target),
        Some(_) if !target.is_dir() => Err(ExportError::UnknownKind(target.to_owned())),
        _ => to_folder(messages, target),
    }
}

/// Writes a table with a row for each message. The ids of messages that a table cannot hold letter
/// for letter come back: those with an empty line inside a paragraph, for one.
///
/// # Errors
/// When the file is there already or cannot be written.
pub fn to_csv(messages: &[RawMessage], file: &Path) -> Result<Vec<String>, ExportError> {
    if file.exists() {
        return Err(ExportError::Exists(file.to_owned()));
    }
    write(file, csv_file::written(messages)?)?;
    Ok(changed(messages, file))
}

/// Writes a Markdown file for each message, named after its place and id. The ids of messages that
/// such files cannot hold letter for letter come back.
///
/// # Errors
/// When the folder has something in it or cannot be written to.
pub fn to_folder(messages: &[RawMessage], folder: &Path) -> Result<Vec<String>, ExportError> {
    let mut entries = fs::read_dir(folder).into_iter().flatten();
    if entries.next().is_some() {
        return Err(ExportError::Exists(folder.to_owned()));
    }
    let error = |source| ExportError::Write { path: folder.to_owned(), source };
    fs::create_dir_all(folder).map_err(error)?;
    let digits = messages.len().to_string().len();
    for (at, message) in messages.iter().enumerate() {
        let front = serde_saphyr::to_string(&FrontMatter::of(message)).map_err(|error| {
            ExportError::FrontMatter { id: message.id.clone(), detail: error.to_string() }
        })?;
        let text = format!("---\n{front}---\n\n{}\n", markdown::written(&message.body));
        // The order of the messages is that of the names.
        let name = format!("{:0digits$}-{}.md", at + 1, message.id);
        write(&folder.join(name), text)?;
    }
    Ok(changed(messages, folder))
}

fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<(), ExportError> {
    fs::write(path, content).map_err(|source| ExportError::Write { path: path.to_owned(), source })
}

/// The messages that do not come back as they were.
fn changed(messages: &[RawMessage], written: &Path) -> Vec<String> {
    let read = import(written, &Columns::new()).map(|import| import.messages).unwrap_or_default();
    let mut read = read.into_iter();
    let mut differs =
        |message: &&RawMessage| read.next().is_none_or(|imported| imported.message != **message);
    messages.iter().filter(&mut differs).map(|message| message.id.clone()).collect()
}
