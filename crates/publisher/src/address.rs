//! The address under which a site is published.

use thiserror::Error;
use url::Url;

/// What is wrong with the address of the site.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum AddressError {
    /// Not an absolute `http` or `https` address.
    #[error("{0}: this is not a web address; write it in full, as in https://example.org/")]
    NotAnAddress(String),
    /// An address with a user, query or fragment.
    #[error("{0}: the address of a site has no “@”, no “?” and no “#”")]
    TooMuch(String),
}

/// The full address of a site, as browsers write it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteAddress(Url);

impl SiteAddress {
    /// Parses an address with or without a slash at its end.
    ///
    /// # Errors
    /// When it is not the address of a site.
    pub fn parse(url: &str) -> Result<SiteAddress, AddressError> {
        let not_an_address = || AddressError::NotAnAddress(url.to_owned());
        // The parser follows the browsers' rules, and accepts more than anybody would want to publish
        // under.
        if !url.starts_with("https://") && !url.starts_with("http://") {
            return Err(not_an_address());
        }
        let mut address = Url::parse(url).map_err(|_| not_an_address())?;
        if address.query().is_some() || address.fragment().is_some() || url.contains('@') {
            return Err(AddressError::TooMuch(url.to_owned()));
        }
        if !address.path().ends_with('/') {
            address.set_path(&format!("{}/", address.path()));
        }
        Ok(SiteAddress(address))
    }

    /// The address in full, with a slash at the end.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The folder of the site on its host, with a slash at both ends.
    pub fn folder(&self) -> &str {
        self.0.path()
    }
}
