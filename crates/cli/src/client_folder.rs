//! A client in a folder: what a build of the client is kept as.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use solidarity_publisher::{Client, ClientError};
use thiserror::Error;

use crate::disk::{DiskError, read_folder, write_error};
use crate::replacement::{NewFolder, ReplaceError};

/// Why there is no client in a folder.
#[derive(Debug, Error)]
pub enum ClientFolderError {
    /// A file could not be read.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// It holds no client.
    #[error("{}: {source}", path.display())]
    Client {
        /// The folder.
        path: PathBuf,
        /// What is missing.
        source: Box<ClientError>,
    },
}

/// The file that contains the template of the pages.
const TEMPLATE: &str = "template.json";

/// Reads a client that [`write_client`] wrote.
///
/// # Errors
/// When a file cannot be read, or is missing.
pub fn read_client(folder: &Path) -> Result<Client, ClientFolderError> {
    restored(read_folder(folder)?).map_err(of(folder))
}

/// The client from the files that [`write_client`] wrote, by their paths.
///
/// # Errors
/// When a file is missing.
pub fn restored(mut files: BTreeMap<String, Vec<u8>>) -> Result<Client, ClientError> {
    let template = files.remove(TEMPLATE).unwrap_or_default();
    Client::restore(&String::from_utf8_lossy(&template), files)
}

/// Takes apart what Trunk built in a folder.
///
/// # Errors
/// When a file cannot be read, or it is no client.
pub fn take_apart(built: &Path) -> Result<Client, ClientFolderError> {
    Client::read(read_folder(built)?).map_err(of(built))
}

fn of(folder: &Path) -> impl Fn(ClientError) -> ClientFolderError {
    let path = folder.to_owned();
    move |source| ClientFolderError::Client { path: path.clone(), source: source.into() }
}

/// Writes a client into a folder, replacing the previous one: its files, and the template of its
/// pages.
///
/// # Errors
/// When a file cannot be written.
pub fn write_client(client: &Client, folder: &Path) -> Result<(), ReplaceError> {
    let place = NewFolder::begin(folder)?;
    let template = client.template().map_err(io::Error::from).map_err(write_error(folder))?;
    place.write(TEMPLATE, template.as_bytes())?;
    for (path, bytes) in client.files() {
        place.write(path, bytes)?;
    }
    place.finish()
}
