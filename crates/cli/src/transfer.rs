//! Importing messages from files and folders, and exporting them.

use std::fs;
use std::path::{MAIN_SEPARATOR_STR, Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use solidarity_core::collection::Date;
use solidarity_core::collection::raw::RawMessage;
use solidarity_exchange::{
    Became, Columns, ExportError, Gathered, ImportError, Note, Origin, Outcome, Source, TextForm,
    import_all, is_read, to_table, to_texts,
};
use thiserror::Error;

use crate::disk::{DiskError, is_in_use, read_error, read_file, write_error};

/// Why messages could not be imported or exported.
#[derive(Debug, Error)]
pub enum TransferError {
    /// A file or folder could not be read or written.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// What was read contains no messages.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// The messages cannot be put into files.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// The target already exists.
    #[error("{} already exists, and will not be overwritten: choose another name", .0.display())]
    Exists(PathBuf),
    /// The name is that of a kind of file that cannot be written.
    #[error(
        "{}: give the name of a .csv file, which spreadsheets open, or of a folder, without a dot",
        .0.display()
    )]
    UnknownKind(PathBuf),
}

/// Imports the messages from files and folders.
///
/// # Errors
/// When the system cannot read one, or they contain no messages.
pub fn import(sources: &[PathBuf], columns: &Columns) -> Result<Gathered, TransferError> {
    let mut files = Vec::new();
    let mut folders = Vec::new();
    for source in sources {
        if source.is_dir() {
            folders.extend(folder(source, &mut files)?);
        } else {
            files.push(Source { name: name_of(source), bytes: read_file(source)? });
        }
    }
    let mut gathered = import_all(files, columns, Some(today()));
    let is_of_site = |name: &str| {
        let sites = gathered.outcomes.iter().filter(|of| matches!(of.became, Became::Site));
        sites.map(|site| format!("{}/", site.name)).any(|site| name.starts_with(&site))
    };
    folders.retain(|name| !is_of_site(name));
    let text = "this is a folder, and was not read: import it on its own, or move its files here.";
    let note = |file| Note { origin: Origin { file, line: 1 }, text: text.to_owned() };
    gathered.notes.splice(..0, folders.into_iter().map(note));
    if gathered.messages.is_empty() { Err(nothing(gathered, sources).into()) } else { Ok(gathered) }
}

/// Adds the files in a folder, in the order of their names, and returns the folders in it. Files without text
/// are not read, because they may be films.
fn folder(path: &Path, files: &mut Vec<Source>) -> Result<Vec<String>, DiskError> {
    let entries = fs::read_dir(path).map_err(read_error(path))?;
    let paths = entries.map(|entry| entry.map(|entry| entry.path()));
    let mut paths = paths.collect::<Result<Vec<_>, _>>().map_err(read_error(path))?;
    paths.sort();
    let mut folders = Vec::new();
    for path in paths {
        let name = name_of(&path);
        if path.is_dir() {
            folders.push(name);
            continue;
        }
        // A pipe or a device is no source, unless it is called a text.
        let is_source = is_read(&name) && (path.is_file() || TextForm::of(&name).is_some());
        let bytes = if is_source { read_file(&path)? } else { Vec::new() };
        files.push(Source { name, bytes });
    }
    Ok(folders)
}

/// Why there are no messages: the error of the only source, or what became of each.
fn nothing(gathered: Gathered, sources: &[PathBuf]) -> ImportError {
    let Gathered { notes, mut outcomes, .. } = gathered;
    if outcomes.len() == 1
        && notes.is_empty()
        && let Some(Outcome { became: Became::Refused(error), .. }) =
            outcomes.pop_if(|only| matches!(only.became, Became::Refused(_)))
    {
        return error;
    }
    let names: Vec<_> = sources.iter().map(|source| name_of(source)).collect();
    let source_name = names.join(", ");
    outcomes.retain(|outcome| !matches!(outcome.became, Became::Messages(_)));
    let outcomes = outcomes.iter().map(ToString::to_string);
    let reasons: Vec<_> = notes.iter().map(ToString::to_string).chain(outcomes).collect();
    if reasons.is_empty() {
        return ImportError::Empty(source_name);
    }
    ImportError::NothingTaken { source_name, reasons: reasons.join("\n") }
}

/// The day of today in UTC: from the days since 1970, in years that begin with March and in eras of 400
/// (Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”, `civil_from_days`).
fn today() -> Date {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let days = since.as_secs() / 86_400 + 719_468;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    Date { year: year as u16, month: month as u8, day: day as u8 }
}

fn name_of(path: &Path) -> String {
    path.to_string_lossy().replace(MAIN_SEPARATOR_STR, "/")
}

/// Writes a table or a folder, depending on the name of the target. Returns the ids of the messages
/// that would not survive a re-import letter for letter.
///
/// # Errors
/// When the name is that of another kind of file, or the target already exists or cannot be
/// written.
pub fn export(messages: &[RawMessage], target: &Path) -> Result<Vec<String>, TransferError> {
    match target.extension() {
        Some(extension) if extension.eq_ignore_ascii_case("csv") => write_table(messages, target),
        Some(_) if !target.is_dir() => Err(TransferError::UnknownKind(target.to_owned())),
        _ => write_folder(messages, target),
    }
}

fn write_table(messages: &[RawMessage], file: &Path) -> Result<Vec<String>, TransferError> {
    if file.exists() {
        return Err(TransferError::Exists(file.to_owned()));
    }
    let exported = to_table(messages)?;
    for table in exported.files {
        fs::write(file, table.bytes).map_err(write_error(file))?;
    }
    Ok(exported.changed)
}

fn write_folder(messages: &[RawMessage], folder: &Path) -> Result<Vec<String>, TransferError> {
    if is_in_use(folder) {
        return Err(TransferError::Exists(folder.to_owned()));
    }
    let exported = to_texts(messages)?;
    fs::create_dir_all(folder).map_err(write_error(folder))?;
    for Source { name, bytes } in exported.files {
        let file = folder.join(name);
        fs::write(&file, bytes).map_err(write_error(&file))?;
    }
    Ok(exported.changed)
}
