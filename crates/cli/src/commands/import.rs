//! Takes messages in.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde_json::json;
use serde_json::value::RawValue;
use solidarity_cli::disk::{read_text, write_whole};
use solidarity_cli::project::Project;
use solidarity_cli::transfer::import as transferred;
use solidarity_core::collection::raw::RawMessage;
use solidarity_exchange::check::{Checked, Finding, Severity, check};
use solidarity_exchange::{Dataset, Origin, counted};

use super::check::report;
use super::export::are;
use super::failure::{Failure, ImportError};
use crate::arguments::ImportArguments;

/// No more errors than this are listed where nothing is imported.
const ERRORS: usize = 20;

/// Replaces the messages of a project by those from a file or folder, and checks them.
pub fn import(
    out: &mut impl Write,
    project: &Project,
    arguments: ImportArguments,
) -> Result<bool, Failure> {
    let ImportArguments { source, title, language, columns } = arguments;
    let to = project.messages();
    let (collection, kept) = match title {
        Some(title) => (begun(&title, &language)?, None),
        None => continued(&to)?,
    };
    let import = transferred(&source, &columns.into_iter().collect())?;
    let (messages, origins): (Vec<_>, Vec<_>) =
        import.messages.into_iter().map(|read| (read.message, read.origin)).unzip();
    let is_whole = |message: &RawMessage| {
        !message.body.is_empty() && message.senders.iter().any(|sender| !sender.names.is_empty())
    };
    let is_any_whole = messages.iter().any(is_whole);
    let count = messages.len();
    let text = Dataset { collection, messages }.written().map_err(ImportError::from)?;
    let checked = check(&text);
    if checked.collection.is_none() {
        for note in &import.notes {
            writeln!(out, "{note}")?;
        }
        if !is_any_whole {
            return Err(ImportError::Nothing { from: source, to }.into());
        }
        say_of_sources(out, &checked, &origins)?;
        return Err(ImportError::NoneShown { from: source, to }.into());
    }
    let aside = if to.exists() { keep(project, &to, &text)? } else { None };
    // Written before anything is printed, so that the messages are saved even if the reader of the
    // output stops after a few lines.
    write_whole(&to, text.as_bytes())?;
    for note in &import.notes {
        writeln!(out, "{note}")?;
    }
    if let Some(aside) = aside {
        writeln!(out, "The file that was there before is now {}.", aside.display())?;
    }
    if let Some(kept) = kept {
        writeln!(out, "Kept from it: {kept}. To begin a new collection, give it a --title.")?;
    }
    let (source, place) = (source.display(), to.display());
    writeln!(out, "{} from {source} {} in {place}.\n", counted(count, "message"), are(count))?;
    report(out, project, &text, &checked, false)
}

/// Says what is wrong with messages that are not written, by where they came from.
fn say_of_sources(out: &mut impl Write, checked: &Checked, origins: &[Origin]) -> io::Result<()> {
    let errors = checked.findings.iter().filter(|finding| finding.severity == Severity::Error);
    let of_messages = errors.filter_map(|finding| {
        let (at, _) = finding.path.strip_prefix("messages[")?.split_once(']')?;
        Some((origins.get(at.parse::<usize>().ok()?)?, finding))
    });
    for (origin, finding) in of_messages.clone().take(ERRORS) {
        let Finding { what, cure, .. } = finding;
        writeln!(out, "{origin}: {what} {cure}")?;
    }
    let more = of_messages.count().saturating_sub(ERRORS);
    if more > 0 {
        writeln!(out, "and {}.", counted(more, "more error"))?;
    }
    Ok(())
}

/// What the messages of a new collection have in common.
fn begun(title: &str, language: &str) -> Result<Box<RawValue>, ImportError> {
    let (title, language) = (json!(title), json!(language));
    let json = format!("{{ \"title\": {title}, \"language\": {language} }}");
    Ok(RawValue::from_string(json)?)
}

/// What the messages of a file have in common, and a description of it.
fn continued(file: &Path) -> Result<(Box<RawValue>, Option<String>), Failure> {
    if !file.exists() {
        return Err(ImportError::NoTitle(file.to_owned()).into());
    }
    let dataset = Dataset::read(&read_text(file)?)
        .map_err(|error| ImportError::Unreadable { file: file.to_owned(), error })?;
    let particulars = dataset.particulars().into_iter();
    let kept: Vec<_> = particulars.map(|(what, text)| format!("{what} “{text}”")).collect();
    Ok((dataset.collection, Some(kept.join(", "))))
}

/// Puts a file aside in the project folder, unless it has this text already.
fn keep(project: &Project, file: &Path, text: &str) -> Result<Option<PathBuf>, Failure> {
    let before = read_text(file)?;
    if before == text {
        return Ok(None);
    }
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let mut names = (1_usize..).map(|number| project.path(&format!("{stem}.before-{number}.json")));
    let free = names.find(|name| !name.exists());
    if let Some(free) = &free {
        write_whole(free, before.as_bytes())?;
    }
    Ok(free)
}
