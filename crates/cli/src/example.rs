//! A new project with an invented collection, to be replaced by one's own.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;
use solidarity_core::collection::is_language_tag;
use solidarity_core::collection::raw::json_schema;
use thiserror::Error;

use crate::disk::{DiskError, is_in_use, write_error};
use crate::project::{ICON, MESSAGES, THEME};

/// Why no project was made.
#[derive(Debug, Error)]
pub enum ExampleError {
    /// There is something already.
    #[error("{} already exists, and is not empty: choose another name", .0.display())]
    Exists(PathBuf),
    /// The language is none.
    #[error("“{0}” is not a language tag: use one such as en, pt or zh-Hant")]
    Language(String),
    /// A file could not be written.
    #[error(transparent)]
    Disk(#[from] DiskError),
}

const COLLECTION: &str = include_str!("../example/messages.json");
const COLOURS: &str = include_str!("../../../style/theme.css");
const MARK: &str = include_str!("../../../public/icon.svg");
const README: &str = include_str!("../example/README.txt");
/// What is made from the rest, or is no longer valid.
const IGNORED: &str = "/site/\n.*.lock\nmessages.before-*.json\n";

/// Writes a new project into a folder, with this title and language if they are given.
///
/// # Errors
/// When the folder exists and is not empty, the language is none, or a file cannot be written.
pub fn write_example(
    folder: &Path,
    title: Option<&str>,
    language: Option<&str>,
) -> Result<(), ExampleError> {
    if let Some(language) = language.filter(|language| !is_language_tag(language)) {
        return Err(ExampleError::Language(language.to_owned()));
    }
    if is_in_use(folder) {
        return Err(ExampleError::Exists(folder.to_owned()));
    }
    fs::create_dir_all(folder).map_err(write_error(folder))?;
    let messages = match title {
        Some(title) => with("title", Some(title), &without_particulars(COLLECTION)),
        None => COLLECTION.to_owned(),
    };
    let messages = with("language", language, &messages);
    let schema = json_schema();
    for (name, text) in [
        (MESSAGES, messages.as_str()),
        ("messages.schema.json", &schema),
        (THEME, COLOURS),
        (ICON, MARK),
        ("README.txt", README),
        (".gitignore", IGNORED),
    ] {
        let file = folder.join(name);
        fs::write(&file, text).map_err(write_error(&file))?;
    }
    Ok(())
}

/// The collection without what is true only of the invented one: whoever gives it a title of their
/// own must not publish that by mistake.
fn without_particulars(collection: &str) -> String {
    let is_one = |line: &str| ["subtitle", "occasion", "host"].iter().any(|f| is_field(line, f));
    let rest: String = collection.split_inclusive('\n').filter(|line| !is_one(line)).collect();
    // The field before them is now the last.
    rest.replacen(",\n  },", "\n  },", 1)
}

/// The collection with another value of one of its fields. Every text of a message says its own
/// language, so that these stay true.
fn with(field: &str, value: Option<&str>, collection: &str) -> String {
    let Some(value) = value else { return collection.to_owned() };
    let lines = collection.split_inclusive('\n').map(|line| {
        if !is_field(line, field) {
            return line.to_owned();
        }
        let end = if line.ends_with(",\n") { "," } else { "" };
        format!("    \"{field}\": {}{end}\n", json!(value))
    });
    lines.collect()
}

/// Whether a line holds a field of the collection.
fn is_field(line: &str, field: &str) -> bool {
    line.starts_with(&format!("    \"{field}\": "))
}
