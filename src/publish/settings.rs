//! What the build is told from outside.

use std::path::PathBuf;
use std::time::SystemTime;

use thiserror::Error;
use url::Url;

/// Where the site is, and under which address it will be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The folder that Trunk has built into.
    pub folder: PathBuf,
    /// The path of the site, with a slash at both ends.
    pub base: String,
    /// The address of the home page in full, if it is set from outside. It goes before the one in
    /// the collection.
    pub url: Option<String>,
    /// When the messages were written last: the date of the feed where no occasion has one.
    pub written: SystemTime,
    /// A folder of this program's own, to keep pictures in from one build to the next.
    pub pictures: Option<PathBuf>,
}

/// What is wrong with the address of the site.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum SettingsError {
    /// Not an absolute `http` or `https` address.
    #[error("{0}: this is not a web address; write it in full, as in https://example.org/")]
    NotAnAddress(String),
    /// An address with a user, a query or a fragment.
    #[error("{0}: the address of a site has no “@”, no “?” and no “#”")]
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
    /// The address of a site in full, with a slash at its end, as browsers write it.
    ///
    /// # Errors
    /// When it is no address of a site, or of another folder than the site is built for.
    pub fn address(&self, url: &str) -> Result<String, SettingsError> {
        let not_an_address = || SettingsError::NotAnAddress(url.to_owned());
        // The parser of browsers forgives more than anybody would want to publish under.
        if !url.starts_with("https://") && !url.starts_with("http://") {
            return Err(not_an_address());
        }
        let mut address = Url::parse(url).map_err(|_| not_an_address())?;
        if address.query().is_some() || address.fragment().is_some() || url.contains('@') {
            return Err(SettingsError::TooMuch(url.to_owned()));
        }
        if !address.path().ends_with('/') {
            address.set_path(&format!("{}/", address.path()));
        }
        if address.path() != self.base {
            return Err(SettingsError::OtherFolder {
                path: address.path().to_owned(),
                url: address.into(),
                base: self.base.clone(),
            });
        }
        Ok(address.into())
    }
}
