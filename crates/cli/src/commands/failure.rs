//! Why a command was not done.

use std::io;
use std::path::PathBuf;

use solidarity_cli::client_folder::ClientFolderError;
use solidarity_cli::disk::DiskError;
use solidarity_cli::example::ExampleError;
use solidarity_cli::preview::PreviewError;
use solidarity_cli::project::ProjectError;
use solidarity_cli::replacement::ReplaceError;
use solidarity_cli::site::BuildError;
use solidarity_cli::transfer::TransferError;
use thiserror::Error;

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

/// Why nothing was imported.
#[derive(Debug, Error)]
pub enum ImportError {
    /// There is no collection to continue.
    #[error("there is no {}: give the new collection a --title", .0.display())]
    NoTitle(PathBuf),
    /// The collection cannot be continued.
    #[error("{}: {error}. To begin a new collection, give it a --title", file.display())]
    Unreadable {
        /// The file.
        file: PathBuf,
        /// What is wrong with it.
        error: serde_json::Error,
    },
    /// No message has both a sender and a text.
    #[error(
        "no message of {from} has both a sender and a text, so {} was left as it is. Of a table, say which \
         columns have them: --column \"NAME=sender\" --column \"NAME=message\". Begin a text or a document with \
         the sender, in three lines: ---, sender: NAME and ---",
        to.display()
    )]
    Nothing {
        /// What was read.
        from: String,
        /// What was not written.
        to: PathBuf,
    },
    /// Each message has an error.
    #[error(
        "no message of {from} can be shown, so {} was left as it is. Correct what is listed above, and import \
         again",
        to.display()
    )]
    NoneShown {
        /// What was read.
        from: String,
        /// What was not written.
        to: PathBuf,
    },
    /// The messages cannot be put into a file.
    #[error("the messages cannot be written: {0}")]
    Unwritable(#[from] serde_json::Error),
}

/// Why nothing was exported.
#[derive(Debug, Error)]
#[error("{}: {error}. See: solidarity-atlas check", file.display())]
pub struct ExportError {
    /// The file of messages.
    pub file: PathBuf,
    /// What is wrong with it.
    pub error: serde_json::Error,
}
