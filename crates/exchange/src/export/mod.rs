//! Messages as files that can be imported again.

mod front_matter;
mod markdown;
mod table;

use solidarity_core::collection::raw::RawMessage;
use thiserror::Error;

use crate::import::{Columns, Import, import_file, import_folder};
use crate::source::{Folder, Source};

/// The exported messages.
#[derive(Debug)]
pub struct Exported {
    /// The files, in the order of the messages.
    pub files: Vec<Source>,
    /// The ids of the messages that are not identical when imported again.
    pub changed: Vec<String>,
}

/// Why messages could not be exported.
#[derive(Debug, Error)]
pub enum ExportError {
    /// The table cannot be made.
    #[error("cannot write the table: {0}")]
    Csv(#[from] csv::Error),
}

/// Makes a table with a row for each message: one file, `messages.csv`. Some messages change in a table, for
/// example those with an empty line inside a paragraph.
///
/// # Errors
/// None in practice: every row has a cell for every column.
pub fn to_table(messages: &[RawMessage]) -> Result<Exported, ExportError> {
    let file = Source { name: "messages.csv".to_owned(), bytes: table::written(messages)? };
    let changed = changed(messages, import_file(&file, &Columns::new()).unwrap_or_default());
    Ok(Exported { files: vec![file], changed })
}

/// Makes a folder with a Markdown file for each message, named by position and id.
///
/// # Errors
/// None in practice.
pub fn to_texts(messages: &[RawMessage]) -> Result<Exported, ExportError> {
    let digits = messages.len().to_string().len();
    let file = |(at, message): (usize, &RawMessage)| {
        let front = front_matter::written(message);
        let text = format!("---\n{front}---\n\n{}\n", markdown::written(&message.body));
        // The names keep the messages in order. No id leads into another folder.
        let id = message.id.replace(['/', '\\'], "-");
        let name = format!("{:0digits$}-{id}.md", at + 1);
        Source { name, bytes: text.into_bytes() }
    };
    let files = messages.iter().enumerate().map(file).collect();
    let folder = Folder { files, ..Folder::default() };
    let changed = changed(messages, import_folder(&folder, &Columns::new()).unwrap_or_default());
    Ok(Exported { files: folder.files, changed })
}

/// The ids of the messages that changed.
fn changed(messages: &[RawMessage], back: Import) -> Vec<String> {
    let mut back = back.messages.into_iter();
    let mut differs =
        |message: &&RawMessage| back.next().is_none_or(|imported| imported.message != **message);
    messages.iter().filter(&mut differs).map(|message| message.id.clone()).collect()
}
