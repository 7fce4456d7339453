//! The address of a published site, as typed or pasted.

use thiserror::Error;

/// Why an address is refused.
#[derive(Clone, Debug, Eq, Error, PartialEq)]
pub enum AddressError {
    /// There is none.
    #[error("Write the address of the site, such as example.org/messages.")]
    Empty,
    /// It is not a web address.
    #[error(
        "“{0}” is not the address of a site. It begins with https:// or with the name of the host."
    )]
    NoSite(String),
}

/// The folder of a site, ending with `/`. The address may be that of any of its pages, or of its file of
/// messages.
///
/// # Errors
/// When it is not a web address.
pub fn published_at(address: &str) -> Result<String, AddressError> {
    let given = address.trim();
    if given.is_empty() {
        return Err(AddressError::Empty);
    }
    let refused = || AddressError::NoSite(given.to_owned());
    let (scheme, rest) = given.split_once("://").unwrap_or(("https", given));
    let scheme = scheme.to_ascii_lowercase();
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let host = rest.split('/').next().unwrap_or_default();
    let is_host = host.contains('.') || host.split(':').next() == Some("localhost");
    if !matches!(scheme.as_str(), "https" | "http")
        || !is_host
        || rest.contains(|c: char| c.is_whitespace() || c == '@')
    {
        return Err(refused());
    }
    let path = rest.get(host.len()..).unwrap_or_default();
    let mut folders: Vec<_> = path.split('/').filter(|part| !part.is_empty()).collect();
    if folders.last().is_some_and(|last| last.contains('.')) {
        folders.pop();
    }
    match folders.as_slice() {
        [.., "m", _] => folders.truncate(folders.len() - 2),
        [.., "about" | "countries" | "booklet"] => folders.truncate(folders.len() - 1),
        _ => {}
    }
    let mut site = [&scheme, "://", host, "/"].concat();
    for folder in folders {
        site += folder;
        site += "/";
    }
    Ok(site)
}
