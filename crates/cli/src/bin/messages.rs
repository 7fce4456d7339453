//! The command for organisers: checks a file of messages, imports into it, and exports from it.

use std::error::Error;
use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use serde_json::json;
use serde_json::value::RawValue;
use solidarity_cli::disk::read_text;
use solidarity_cli::transfer::{export, import};
use solidarity_exchange::check::{Severity, check, rendered};
use solidarity_exchange::{Columns, Dataset, counted};

fn main() -> ExitCode {
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // The reader of the output has seen enough, as `head` has.
        Err(error) if is_broken_pipe(&*error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Check, import and export messages
#[derive(Parser)]
#[command(name = "cargo xtask", disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Say what is wrong with a file of messages, and where
    Check {
        /// The file
        #[arg(default_value = FILE)]
        file: PathBuf,
        /// Fail on warnings, too
        #[arg(long)]
        deny_warnings: bool,
    },
    /// Take messages from a .csv file, a folder of .md and .txt files, or a WordPress export
    Import {
        /// The file or folder to read
        source: PathBuf,
        /// The file of messages to write; what it says about the collection is kept
        #[arg(long, default_value = FILE)]
        to: PathBuf,
        /// Begin a new collection with this title
        #[arg(long)]
        title: Option<String>,
        /// The language of the new collection
        #[arg(long, default_value = "en", requires = "title")]
        language: String,
        /// What a column of a table means
        #[arg(long = "column", value_name = "NAME=FIELD", value_parser = column)]
        columns: Vec<(String, String)>,
    },
    /// Write the messages to a .csv file, or to a new folder of Markdown files
    Export {
        /// The file or folder to write
        target: PathBuf,
        /// The file of messages to read
        #[arg(long, default_value = FILE)]
        from: PathBuf,
    },
}

const FILE: &str = "public/messages.json";

/// Runs the command. Returns whether nothing was found wrong.
fn run() -> Result<bool, Box<dyn Error>> {
    let mut out = io::stdout().lock();
    match Arguments::parse().command {
        Command::Check { file, deny_warnings } => report(&mut out, &file, deny_warnings),
        Command::Import { source, to, title, language, columns } => {
            let collection = collection(&to, title.as_deref(), &language)?;
            take_in(&mut out, &source, &to, collection, &columns.into_iter().collect())
        }
        Command::Export { target, from } => write_out(&mut out, &target, &from),
    }
}

/// Whether the output is no longer being read.
fn is_broken_pipe(error: &(dyn Error + 'static)) -> bool {
    let error = error.downcast_ref::<io::Error>();
    error.is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

fn report(out: &mut impl Write, file: &Path, deny_warnings: bool) -> Result<bool, Box<dyn Error>> {
    let text = read_text(file)?;
    let checked = check(&text);
    let styled = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    writeln!(out, "{}", rendered(&checked, &file.display().to_string(), &text, styled))?;
    let limit = if deny_warnings { Severity::Warning } else { Severity::Error };
    Ok(checked.findings.iter().all(|finding| finding.severity > limit))
}

/// What the imported messages have in common, and a description of it: a new title, or what the
/// file says already.
fn collection(
    to: &Path,
    title: Option<&str>,
    language: &str,
) -> Result<(Box<RawValue>, Option<String>), Box<dyn Error>> {
    let Some(title) = title else {
        if !to.exists() {
            return Err("give the new collection a --title".into());
        }
        let dataset = Dataset::read(&read_text(to)?)?;
        let particulars = dataset.particulars().into_iter();
        let kept = particulars.map(|(what, text)| format!("{what} “{text}”"));
        let kept = kept.collect::<Vec<_>>().join(", ");
        return Ok((dataset.collection, Some(kept)));
    };
    let (title, language) = (json!(title), json!(language));
    let json = format!("{{ \"title\": {title}, \"language\": {language} }}");
    Ok((RawValue::from_string(json)?, None))
}

fn take_in(
    out: &mut impl Write,
    source: &Path,
    to: &Path,
    (collection, kept): (Box<RawValue>, Option<String>),
    columns: &Columns,
) -> Result<bool, Box<dyn Error>> {
    let import = import(source, columns)?;
    let messages: Vec<_> = import.messages.into_iter().map(|read| read.message).collect();
    let count = messages.len();
    let text = Dataset { collection, messages }.written()?;
    let aside = if to.exists() && read_text(to)? != text { Some(keep(to)?) } else { None };
    // Written before anything is printed, so that the messages are saved even if the reader of the
    // output stops after a few lines.
    fs::write(to, text).map_err(|error| format!("cannot write {}: {error}", to.display()))?;
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
    report(out, to, false)
}

fn are(count: usize) -> &'static str {
    if count == 1 { "is" } else { "are" }
}

/// Puts a file aside in the folder that the command runs in; in `public/` it would be deployed.
fn keep(file: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let names = (1..).map(|number| PathBuf::from(format!("{stem}.before-{number}.json")));
    let free = names.into_iter().find(|name| !name.exists()).ok_or("no name is free")?;
    fs::copy(file, &free).map_err(|error| format!("cannot write {}: {error}", free.display()))?;
    Ok(free)
}

fn write_out(out: &mut impl Write, target: &Path, from: &Path) -> Result<bool, Box<dyn Error>> {
    let Dataset { messages, .. } = Dataset::read(&read_text(from)?)
        .map_err(|error| format!("{}: {error}. See: cargo xtask check", from.display()))?;
    let changed = export(&messages, target)?;
    let (count, place) = (messages.len(), target.display());
    writeln!(out, "{} {} in {place}.", counted(count, "message"), are(count))?;
    for id in &changed {
        writeln!(out, "“{id}” would not come back letter for letter if it were imported again.")?;
    }
    Ok(changed.is_empty())
}

fn column(argument: &str) -> Result<(String, String), String> {
    let (name, field) = argument.rsplit_once('=').ok_or("write it as NAME=FIELD")?;
    Ok((name.trim().to_owned(), field.trim().to_owned()))
}
