//! What an organiser runs: checks a file of messages, takes messages in, and writes them out.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    match host::run() {
        Ok(true) => std::process::ExitCode::SUCCESS,
        Ok(false) => std::process::ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error}");
            std::process::ExitCode::FAILURE
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod host {
    use std::error::Error;
    use std::fs;
    use std::io::IsTerminal;
    use std::path::{Path, PathBuf};

    use clap::{Parser, Subcommand};
    use serde_json::json;
    use serde_json::value::RawValue;
    use solidarity_atlas::checking::{Severity, check, rendered};
    use solidarity_atlas::exchange::{Columns, Dataset, import, to_csv, to_folder};

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
            /// Fail for warnings, too
            #[arg(long)]
            deny_warnings: bool,
        },
        /// Take messages from a .csv file, a folder of .md and .txt files, or a WordPress export
        Import {
            /// The file or folder to read
            source: PathBuf,
            /// The file of messages to write; what it says of the collection stays
            #[arg(long, default_value = FILE)]
            to: PathBuf,
            /// Begin a new collection with this title
            #[arg(long)]
            title: Option<String>,
            /// The language of the new collection
            #[arg(long, default_value = "en", requires = "title")]
            language: String,
            /// What a column of a table stands for
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

    /// Runs what was asked for; whether all is well.
    pub fn run() -> Result<bool, Box<dyn Error>> {
        match Arguments::parse().command {
            Command::Check { file, deny_warnings } => report(&file, deny_warnings),
            Command::Import { source, to, title, language, columns } => {
                take_in(&source, &to, title.as_deref(), &language, &columns.into_iter().collect())
            }
            Command::Export { target, from } => write_out(&target, &from),
        }
    }

    fn report(file: &Path, deny_warnings: bool) -> Result<bool, Box<dyn Error>> {
        let text = read(file)?;
        let checked = check(&text);
        let styled = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        println!("{}", rendered(&checked, &file.display().to_string(), &text, styled));
        let limit = if deny_warnings { Severity::Warning } else { Severity::Error };
        Ok(checked.findings.iter().all(|finding| finding.severity > limit))
    }

    fn take_in(
        source: &Path,
        to: &Path,
        title: Option<&str>,
        language: &str,
        columns: &Columns,
    ) -> Result<bool, Box<dyn Error>> {
        let collection = match title {
            Some(title) => RawValue::from_string(format!(
                "{{ \"title\": {}, \"language\": {} }}",
                json!(title),
                json!(language)
            ))?,
            None if to.exists() => Dataset::read(&read(to)?)?.collection,
            None => return Err("give the new collection a --title".into()),
        };
        let import = import(source, columns)?;
        for note in &import.notes {
            println!("{note}");
        }
        let messages: Vec<_> = import.messages.into_iter().map(|read| read.message).collect();
        let count = messages.len();
        let text = Dataset { collection, messages }.written()?;
        if to.exists() && read(to)? != text {
            let kept = keep(to)?;
            println!("The file that was there is now {}.", kept.display());
        }
        fs::write(to, text).map_err(|error| format!("cannot write {}: {error}", to.display()))?;
        println!("{count} messages from {} are in {}.\n", source.display(), to.display());
        report(to, false)
    }

    /// Puts a file aside, into the folder that the command runs in: in `public/` it would be
    /// deployed.
    fn keep(file: &Path) -> Result<PathBuf, Box<dyn Error>> {
        let stem = file.file_stem().unwrap_or_default().to_string_lossy();
        let names = (1..).map(|number| PathBuf::from(format!("{stem}.before-{number}.json")));
        let free = names.into_iter().find(|name| !name.exists()).ok_or("no name is free")?;
        fs::copy(file, &free)
            .map_err(|error| format!("cannot write {}: {error}", free.display()))?;
        Ok(free)
    }

    fn write_out(target: &Path, from: &Path) -> Result<bool, Box<dyn Error>> {
        let Dataset { messages, .. } = Dataset::read(&read(from)?)
            .map_err(|error| format!("{}: {error}. See: cargo xtask check", from.display()))?;
        let changed = match target.extension() {
            Some(extension) if extension.eq_ignore_ascii_case("csv") => to_csv(&messages, target)?,
            _ => to_folder(&messages, target)?,
        };
        println!("{} messages are in {}.", messages.len(), target.display());
        for id in &changed {
            println!("“{id}” does not come back from there letter for letter.");
        }
        Ok(changed.is_empty())
    }

    fn read(file: &Path) -> Result<String, String> {
        fs::read_to_string(file).map_err(|error| format!("cannot read {}: {error}", file.display()))
    }

    fn column(argument: &str) -> Result<(String, String), String> {
        let (name, field) = argument.rsplit_once('=').ok_or("write it as NAME=FIELD")?;
        Ok((name.trim().to_owned(), field.trim().to_owned()))
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}
