//! Each command, and what it says.

mod build;
mod check;
mod export;
mod failure;
mod fonts;
mod import;
mod new;
mod serve;

use std::io::{self, Write};

use clap::CommandFactory;
use solidarity_cli::client_folder::{take_apart, write_client};
use solidarity_cli::project::Project;

use crate::arguments::{Arguments, Command};
pub use failure::Failure;

/// Runs a command. Returns whether nothing was found wrong.
///
/// # Errors
/// When it cannot be done.
pub fn run(arguments: Arguments) -> Result<bool, Failure> {
    let Arguments { project, command } = arguments;
    let project = Project::from(project);
    let mut out = io::stdout().lock();
    match command {
        Command::New { folder, title, language } => {
            new::new(&mut out, &folder, title.as_deref(), language.as_deref())
        }
        Command::Import(arguments) => import::import(&mut out, &project, arguments),
        Command::Check { deny_warnings } => check::check(&mut out, &project, deny_warnings),
        Command::Serve { port, address, no_open } => {
            serve::serve(&mut out, &project, address, port, !no_open)
        }
        Command::Build(arguments) => build::build(&mut out, &project, &arguments),
        Command::Export { target } => export::export(&mut out, &project, &target),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(
                shell,
                &mut Arguments::command(),
                "solidarity-atlas",
                &mut script,
            );
            out.write_all(&script)?;
            Ok(true)
        }
        Command::Client { built, to } => {
            write_client(&take_apart(&built)?, &to)?;
            Ok(true)
        }
    }
}
