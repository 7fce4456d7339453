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
    /// The address and the public URL name different folders.
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

/// The full address of a site, with a slash at the end, as browsers write it. `base` is the path of
/// the site, with a slash at both ends.
///
/// # Errors
/// When the site address is invalid, or its folder is not the base.
pub fn site_address(url: &str, base: &str) -> Result<String, AddressError> {
    let address = parsed(url)?;
    if address.path() != base {
        return Err(AddressError::OtherFolder {
            path: address.path().to_owned(),
            url: address.into(),
            base: base.to_owned(),
        });
    }
    Ok(address.into())
}

/// The path of a site, from its full address, with a slash at both ends.
///
/// # Errors
/// When the site address is invalid.
pub fn base_of(url: &str) -> Result<String, AddressError> {
    Ok(parsed(url)?.path().to_owned())
}

/// An address with a slash at its end.
fn parsed(url: &str) -> Result<Url, AddressError> {
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
    Ok(address)
}
