//! What is written about a collection, as far as it has to fit the project and the disk.

use std::path::PathBuf;

use serde_json::json;
use solidarity_core::collection::Collection;
use solidarity_exchange::check::LONGEST_ID;
use solidarity_publisher::{self as publisher, Client, PublishError};
use thiserror::Error;

use crate::logo::{LogoError, check_logo};
use crate::project::Project;

/// What does not fit, and where it is written.
#[derive(Debug, Error)]
pub enum ParticularsError {
    /// Something in the file of messages.
    #[error("{}:{line}: {source}", file.display())]
    InFile {
        /// The file.
        file: PathBuf,
        /// The line, counted from 1.
        line: usize,
        /// What is wrong.
        source: Misfit,
    },
    /// The address that was given besides.
    #[error(transparent)]
    Given(PublishError),
}

/// What does not fit.
#[derive(Debug, Error)]
pub enum Misfit {
    /// The logo cannot be shown.
    #[error(transparent)]
    Logo(#[from] LogoError),
    /// An id too long for the name of a folder.
    #[error(
        "“id” has {0} letters, and becomes the name of a folder, of which disks allow no more than 255. Use at \
         most {LONGEST_ID}"
    )]
    LongId(usize),
    /// The address of the site is invalid, or too long for a QR code.
    #[error(transparent)]
    Address(PublishError),
}

/// Checks the logo, the ids and the address, each with its line in the file of messages. Returns what to
/// improve, if anything.
///
/// # Errors
/// When a build could not use them.
pub fn check_particulars(
    project: &Project,
    text: &str,
    collection: &Collection,
    url: Option<&str>,
    client: &Client,
) -> Result<Option<String>, ParticularsError> {
    let at = |part: &str, source: Misfit| {
        let before = text.find(part).and_then(|at| text.get(..at)).unwrap_or_default();
        let line = 1 + before.matches('\n').count();
        ParticularsError::InFile { file: project.messages(), line, source }
    };
    let mut ids = collection.messages.iter().map(|message| &message.id);
    if let Some(id) = ids.find(|id| id.len() > LONGEST_ID) {
        return Err(at(&json!(id).to_string(), Misfit::LongId(id.len())));
    }
    let logo = collection.logo.as_ref().map(|logo| check_logo(logo, client.files()));
    let advice = logo.transpose().map_err(|error| at("\"logo\"", error.into()))?.flatten();
    match publisher::check_particulars(collection, url, client) {
        Ok(_) => Ok(advice),
        Err(error) if url.is_none() => Err(at("\"url\"", Misfit::Address(error))),
        Err(error) => Err(ParticularsError::Given(error)),
    }
}
