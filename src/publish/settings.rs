//! What the build is told from outside.

use std::path::PathBuf;
use std::time::SystemTime;

use thiserror::Error;

/// Where the site is, and under which address it will be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The folder that Trunk has built into.
    pub folder: PathBuf,
    /// The path of the site, with a slash at both ends.
    pub base: String,
    /// The address of the home page in full, with a slash at its end, if it is set from outside.
    pub url: Option<String>,
    /// When the messages were written last: the date of the feed where no occasion has one.
    pub written: SystemTime,
}

/// What is wrong with the settings.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum SettingsError {
    /// Not an absolute `http` or `https` address.
    #[error("{0}: this is not a web address; write it in full, as in https://example.org/")]
    NotAnAddress(String),
    /// An address with a query or fragment.
    #[error("{0}: the address of a site has no “?” and no “#”")]
    TooMuch(String),
    /// The address and the public URL are of different folders.
    #[error(
        "the site is built for the folder {base}, but its address is {url}: use \
         `--public-url {path}`, or correct the address"
    )]
    OtherFolder {
        /// The address.
        url: String,
        /// The path in it.
        path: String,
        /// The folder of Trunk's `--public-url`.
        base: String,
    },
}

impl Settings {
    /// Puts a slash at the end of an address, and checks that it is of the folder that the site is
    /// built for.
    ///
    /// # Errors
    /// When it is no address of a site, or of another folder.
    pub fn address(url: &str, base: &str) -> Result<String, SettingsError> {
        let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
        let rest = rest.filter(|rest| !rest.is_empty() && !rest.starts_with('/'));
        let rest = rest.ok_or_else(|| SettingsError::NotAnAddress(url.to_owned()))?;
        if url.contains(['?', '#', ' ', '"', '<', '>']) {
            return Err(SettingsError::TooMuch(url.to_owned()));
        }
        let slashed = if url.ends_with('/') { url.to_owned() } else { format!("{url}/") };
        let path = rest.find('/').map_or("/", |at| rest.get(at..).unwrap_or("/"));
        let path = if path.ends_with('/') { path.to_owned() } else { format!("{path}/") };
        if path != base {
            return Err(SettingsError::OtherFolder { url: slashed, path, base: base.to_owned() });
        }
        Ok(slashed)
    }
}
