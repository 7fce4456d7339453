//! What the program can be told on its command line.

use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;

use clap::builder::FalseyValueParser;
use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;
use solidarity_cli::project::Project;
use solidarity_core::collection::characters::unshown;
use solidarity_core::collection::is_language_tag;

/// Publish messages as a searchable site with a map of where they come from
#[derive(Parser)]
#[command(name = "solidarity-atlas", version, disable_help_subcommand = true, after_help = START)]
pub struct Arguments {
    /// The project and where its parts are.
    #[command(flatten)]
    pub project: ProjectArguments,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The project, and for the repository and for tests where its parts are.
#[derive(Args)]
pub struct ProjectArguments {
    /// The project folder
    #[arg(long, global = true, value_name = "FOLDER", default_value = ".")]
    folder: PathBuf,
    /// The file of messages, instead of messages.json in the project folder
    #[arg(long, global = true, value_name = "FILE", hide = true)]
    messages: Option<PathBuf>,
    /// The folder of a client, instead of the one in the program
    #[arg(long, global = true, value_name = "FOLDER", hide = true)]
    client: Option<PathBuf>,
    /// Where pictures are kept, instead of .solidarity-atlas in the project folder
    #[arg(long, global = true, value_name = "FOLDER", hide = true)]
    cache: Option<PathBuf>,
}

impl From<ProjectArguments> for Project {
    fn from(arguments: ProjectArguments) -> Project {
        let ProjectArguments { folder, messages, client, cache } = arguments;
        Project { folder, messages, client, cache }
    }
}

/// What to do.
#[derive(Subcommand)]
pub enum Command {
    /// Make a project folder with an invented collection, to be replaced by yours
    #[command(after_help = NEW)]
    New {
        // Its name hides the option --folder, because there is no project yet.
        /// The folder to make; it must not exist, or be empty
        folder: PathBuf,
        /// The title of the collection
        #[arg(long, value_parser = title)]
        title: Option<String>,
        /// The language of the collection, such as pt
        #[arg(long)]
        language: Option<String>,
    },
    /// Take messages from tables, texts, e-mails, a WordPress export or an earlier collection
    #[command(after_help = IMPORT)]
    Import(ImportArguments),
    /// Report what is wrong with the messages, where, and how to correct it
    #[command(after_help = CHECK)]
    Check {
        /// Fail on warnings, too
        #[arg(long)]
        deny_warnings: bool,
    },
    /// Preview the site in a browser, and reload it whenever a change is saved
    #[command(after_help = SERVE)]
    Serve {
        /// The port; if it is in use, the next one that is free
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// The address to serve at; 0.0.0.0 lets everybody in your network open the site
        #[arg(long, default_value_t = Ipv4Addr::LOCALHOST.into())]
        address: IpAddr,
        /// Do not open a browser
        #[arg(long)]
        no_open: bool,
    },
    /// Write the site, for any web host
    #[command(after_help = BUILD)]
    Build(BuildArguments),
    /// Write the messages to a .csv file, or to a new folder of Markdown files
    #[command(after_help = EXPORT)]
    Export {
        /// The file or folder to write; nothing is overwritten
        target: PathBuf,
    },
    /// Print what lets a shell complete the commands
    #[command(after_help = COMPLETIONS)]
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Take what Trunk has built apart, once, for any number of sites
    #[command(hide = true)]
    Client {
        /// The folder that Trunk has built into
        built: PathBuf,
        /// The folder of the client
        #[arg(long)]
        to: PathBuf,
    },
}

/// What is imported.
#[derive(Args)]
pub struct ImportArguments {
    /// The files and folders to read
    #[arg(required = true, value_name = "SOURCE")]
    pub sources: Vec<PathBuf>,
    /// Begin a new collection with this title; without it, what was written about the collection is
    /// kept, or taken from an earlier messages.json
    #[arg(long, value_parser = title)]
    pub title: Option<String>,
    /// The language of the new collection
    #[arg(long, default_value = "en", requires = "title", value_parser = language)]
    pub language: String,
    /// What a column of a table means
    #[arg(long = "column", value_name = "NAME=FIELD", value_parser = column)]
    pub columns: Vec<(String, String)>,
}

/// What is built.
#[derive(Args)]
pub struct BuildArguments {
    /// The folder to write the site into [default: site in the project folder]
    #[arg(long, value_name = "FOLDER")]
    pub to: Option<PathBuf>,
    /// The full address of the site, if it is not “url” in messages.json
    #[arg(long, env = "SITE_URL", hide_env_values = true)]
    pub url: Option<String>,
    /// Make no previews for chat applications: they take most of the time of a first build
    #[arg(long)]
    pub no_pictures: bool,
    /// Build the site without the messages that have errors
    #[arg(long, env = "LEAVE_OUT_BROKEN", hide_env_values = true, value_parser = FalseyValueParser::new())]
    pub leave_out_broken: bool,
}

/// A title without the spaces around it, which nobody sees.
fn title(argument: &str) -> Result<String, String> {
    let title = argument.trim();
    if title.is_empty() {
        return Err("a title has at least one letter".into());
    }
    match title
        .chars()
        .find(|letter| letter.is_control() || !unshown(&letter.to_string()).is_empty())
    {
        Some(letter) => Err(format!(
            "it contains the character U+{:04X}, which cannot be shown: write the title in one line, \
             without it",
            u32::from(letter)
        )),
        None => Ok(title.to_owned()),
    }
}

fn language(argument: &str) -> Result<String, String> {
    match is_language_tag(argument) {
        true => Ok(argument.to_owned()),
        false => Err("use a language tag such as en, pt or zh-Hant".into()),
    }
}

fn column(argument: &str) -> Result<(String, String), String> {
    let (name, field) = argument.rsplit_once('=').ok_or("write it as NAME=FIELD")?;
    Ok((name.trim().to_owned(), field.trim().to_owned()))
}

const START: &str = "\
To begin:
  solidarity-atlas new greetings      a project with an invented collection
  cd greetings
  solidarity-atlas serve              see it in a browser
  solidarity-atlas build              write the site

Each command has examples: solidarity-atlas build --help";

const NEW: &str = "\
Examples:
  solidarity-atlas new greetings
  solidarity-atlas new saudacoes --title \"Saudações ao Coro do Porto\" --language pt";

const IMPORT: &str = "\
All messages in messages.json are replaced; the file before is kept as messages.before-1.json and so
on.

Sources are files, folders of them, and archives (.zip) of them:
  .csv .tsv .xlsx .xls .ods        a table, with a row for each message
  .md .txt .html .docx .odt        one message each
  .eml .mbox                       e-mails
  .xml                             a WordPress export
  .json .zip                       an earlier collection: messages.json, or the archive of a site

Examples:
  solidarity-atlas import greetings.csv --title \"Greetings to the Harbour Choir\"
  solidarity-atlas import answers.xlsx --column \"Your choir=sender\" --column \"Timestamp=nothing\"
  solidarity-atlas import folder-of-texts
  solidarity-atlas import wordpress.xml
  solidarity-atlas import form.csv folder-of-texts e-mails.mbox
  solidarity-atlas import last-year.zip";

const CHECK: &str = "\
Examples:
  solidarity-atlas check
  solidarity-atlas check --deny-warnings     for automated checks";

const SERVE: &str = "\
Examples:
  solidarity-atlas serve
  solidarity-atlas serve --port 3000 --no-open
  solidarity-atlas serve --address 0.0.0.0   to see it on a phone in the same network";

const BUILD: &str = "\
The site of the last build is replaced when the new one is complete. Files in the folder “files” of
the project become part of the site as they are.

Examples:
  solidarity-atlas build
  solidarity-atlas build --url https://example.org/greetings/
  solidarity-atlas build --to ../public_html --no-pictures";

const EXPORT: &str = "\
Examples:
  solidarity-atlas export all.csv       a table
  solidarity-atlas export all-texts     a folder with a file for each message";

const COMPLETIONS: &str = "\
Examples:
  solidarity-atlas completions bash > ~/.local/share/bash-completion/completions/solidarity-atlas
  solidarity-atlas completions fish > ~/.config/fish/completions/solidarity-atlas.fish";
