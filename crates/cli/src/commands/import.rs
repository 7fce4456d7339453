//! Takes messages in.

use std::fs;
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

use serde_json::json;
use serde_json::value::RawValue;
use solidarity_cli::disk::{read_text, write_error, write_whole};
use solidarity_cli::project::{FILES, ICON, Project, THEME};
use solidarity_cli::transfer::import as transferred;
use solidarity_core::collection::raw::RawMessage;
use solidarity_exchange::check::{Checked, Finding, Severity, check};
use solidarity_exchange::{Became, Dataset, Gathered, Origin, Outcome, Source, counted};

use super::check::report;
use super::export::are;
use super::failure::{Failure, ImportError};
use crate::arguments::ImportArguments;

/// No more errors than this are listed where nothing is imported.
const ERRORS: usize = 20;

/// No more sources than this are named in a sentence.
const FEW: usize = 3;

/// No more files with one message each than this are listed one by one.
const EACH: usize = 20;

/// Replaces the messages of a project by those from files and folders, and checks them.
pub fn import(
    out: &mut impl Write,
    project: &Project,
    arguments: ImportArguments,
) -> Result<bool, Failure> {
    let ImportArguments { sources, title, language, columns } = arguments;
    let to = project.messages();
    let common = match title {
        Some(title) => Some((begun(&title, &language)?, None)),
        None if to.exists() => Some(continued(&to)?),
        None if sources.iter().any(|source| may_bring_collection(source)) => None,
        None => return Err(ImportError::NoTitle(to).into()),
    };
    let mut gathered = transferred(&sources, &columns.into_iter().collect())?;
    let is_all_read = gathered.refused().next().is_none();
    let brought = gathered.collection.take();
    let from = listed(&sources);
    let is_new = common.is_none();
    let (collection, kept) = match (common, brought) {
        (Some((collection, kept)), _) => (collection, kept),
        (None, Some(collection)) => (collection, None),
        (None, None) => {
            say_of_outcomes(out, &gathered)?;
            return Err(ImportError::NoTitle(to).into());
        }
    };
    let (messages, origins): (Vec<_>, Vec<_>) = std::mem::take(&mut gathered.messages)
        .into_iter()
        .map(|read| (read.message, read.origin))
        .unzip();
    let is_whole = |message: &RawMessage| {
        !message.body.is_empty() && message.senders.iter().any(|sender| !sender.names.is_empty())
    };
    let is_any_whole = messages.iter().any(is_whole);
    let count = messages.len();
    let text = Dataset { collection, messages }.written().map_err(ImportError::from)?;
    let checked = check(&text);
    if checked.collection.is_none() {
        say_of_outcomes(out, &gathered)?;
        if !is_any_whole {
            return Err(ImportError::Nothing { from, to }.into());
        }
        say_of_sources(out, &checked, &origins)?;
        return Err(ImportError::NoneShown { from, to }.into());
    }
    let aside = if to.exists() { keep(project, &to, &text)? } else { None };
    // Written before anything is printed, so that the messages are saved even if the reader of the
    // output stops after a few lines.
    write_whole(&to, text.as_bytes())?;
    let restored = if is_new { restore(project, &gathered)? } else { Vec::new() };
    say_of_outcomes(out, &gathered)?;
    if let Some(aside) = aside {
        writeln!(out, "The file that was there before is now {}.", aside.display())?;
    }
    if let Some(kept) = kept {
        writeln!(out, "Kept from it: {kept}. To begin a new collection, give it a --title.")?;
    }
    for file in restored {
        writeln!(out, "Taken from the earlier collection: {}.", file.display())?;
    }
    let place = to.display();
    writeln!(out, "{} from {from} {} in {place}.\n", counted(count, "message"), are(count))?;
    Ok(report(out, project, &text, &checked, false)? && is_all_read)
}

/// The sources as they are named in a sentence.
fn listed(sources: &[PathBuf]) -> String {
    match sources.len() {
        0..=FEW => {
            let names: Vec<_> = sources.iter().map(|source| source.display().to_string()).collect();
            names.join(", ")
        }
        many => counted(many, "source"),
    }
}

/// Whether what is read may say what its messages have in common.
fn may_bring_collection(source: &Path) -> bool {
    let is = |end: &str| source.extension().is_some_and(|of| of.eq_ignore_ascii_case(end));
    source.is_dir() || is("json") || is("zip")
}

/// Says what has no place in the messages, and what became of each source, if that is more than one.
fn say_of_outcomes(out: &mut impl Write, gathered: &Gathered) -> io::Result<()> {
    for note in &gathered.notes {
        writeln!(out, "{note}")?;
    }
    let outcomes = &gathered.outcomes;
    if let [Outcome { became: Became::Messages(_), .. }] = outcomes.as_slice() {
        return Ok(());
    }
    let is_by_the_way = |outcome: &&Outcome| matches!(outcome.became, Became::ByTheWay);
    let is_text = |outcome: &&Outcome| matches!(outcome.became, Became::Messages(1));
    let texts = outcomes.iter().filter(is_text).count();
    let others = outcomes.iter().filter(|of| !is_by_the_way(of) && (texts <= EACH || !is_text(of)));
    for outcome in others {
        writeln!(out, "{outcome}")?;
    }
    if texts > EACH {
        writeln!(out, "{}: 1 message each.", counted(texts, "file"))?;
    }
    let by_the_way = outcomes.iter().filter(is_by_the_way).count();
    if by_the_way > 0 {
        let files = counted(by_the_way, "hidden or temporary file");
        writeln!(out, "{files} of the system or an editor: not read.")?;
    }
    Ok(())
}

/// Puts what came with an earlier collection into the folder of a new project: its logo, icon and colours.
/// Nothing is overwritten.
fn restore(project: &Project, gathered: &Gathered) -> Result<Vec<PathBuf>, Failure> {
    let is_name =
        |name: &str| Path::new(name).components().all(|part| matches!(part, Component::Normal(_)));
    let files = gathered.files.iter().filter(|file| is_name(&file.name));
    let files = files.map(|Source { name, bytes }| match name.as_str() {
        ICON => (project.path(ICON), bytes.as_slice()),
        name => (project.path(FILES).join(name), bytes.as_slice()),
    });
    let theme = gathered.theme.iter().map(|text| (project.path(THEME), text.as_bytes()));
    let mut restored = Vec::new();
    for (file, bytes) in files.chain(theme).filter(|(file, _)| !file.exists()) {
        if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            fs::create_dir_all(folder).map_err(write_error(folder))?;
        }
        write_whole(&file, bytes)?;
        restored.push(file);
    }
    Ok(restored)
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
