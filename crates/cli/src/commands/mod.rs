//! Each command, and what it says.

mod build;
mod check;
mod export;
mod import;
mod new;
mod serve;

use std::io::{self, Write};

use clap::CommandFactory;
use solidarity_cli::client_folder::{ClientFolderError, take_apart, write_client};
use solidarity_cli::disk::DiskError;
use solidarity_cli::example::ExampleError;
use solidarity_cli::preview::PreviewError;
use solidarity_cli::project::{Project, ProjectError};
use solidarity_cli::replacement::ReplaceError;
use solidarity_cli::site::BuildError;
use solidarity_cli::transfer::TransferError;
use thiserror::Error;

use crate::arguments::{Arguments, Command};
use export::ExportError;
use import::ImportError;

/// Why a command was not done.
#[derive(Debug, Error)]
pub enum Failure {
    /// What there is to say cannot be said.
    #[error("cannot write to the terminal: {0}")]
    Output(#[from] io::Error),
    /// A part of the project cannot be read.
    #[error(transparent)]
    Project(#[from] ProjectError),
    /// A file could not be read or written.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// No project was made.
    #[error(transparent)]
    Example(#[from] ExampleError),
    /// Nothing was read or written.
    #[error(transparent)]
    Transfer(#[from] TransferError),
    /// Nothing was imported.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// Nothing was exported.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// No site was built.
    #[error(transparent)]
    Build(#[from] BuildError),
    /// There is no preview.
    #[error(transparent)]
    Preview(#[from] PreviewError),
    /// There is no client.
    #[error(transparent)]
    Client(#[from] ClientFolderError),
    /// The client was not written.
    #[error(transparent)]
    Replace(#[from] ReplaceError),
}

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
