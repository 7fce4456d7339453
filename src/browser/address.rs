//! The address bar and the history.

use super::document::{document, window};
use super::error::BrowserError;
use wasm_bindgen::JsValue;
use web_sys::Url;

/// Where the page is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The path, with its leading slash.
    pub path: String,
    /// The query, with its question mark; empty if there is none.
    pub search: String,
    /// What follows, with its `#`; empty if there is nothing.
    pub hash: String,
}

/// The path of the site, taken from the document's base, with a slash at both ends.
pub fn base_path() -> Result<String, BrowserError> {
    Ok(base_url()?.pathname())
}

/// The full address of a file of the site, given its path below the base.
pub fn address_of(file: &str) -> Result<String, BrowserError> {
    Ok(Url::new_with_base(file, &base_url()?.href())?.href())
}

/// What the address bar shows.
pub fn location() -> Result<Location, BrowserError> {
    let location = window().location();
    Ok(Location { path: location.pathname()?, search: location.search()?, hash: location.hash()? })
}

/// Reloads the page.
///
/// # Errors
/// When the browser refuses.
pub fn reload() -> Result<(), BrowserError> {
    Ok(window().location().reload()?)
}

/// The full address of the home page; `None` if the site was opened from files, without a host:
/// others could not open such an address.
pub fn site_url() -> Option<String> {
    address_of("./").ok().filter(|url| url.starts_with("http"))
}

/// Adds an entry to the history.
pub fn push_url(url: &str) -> Result<(), BrowserError> {
    Ok(window().history()?.push_state_with_url(&JsValue::NULL, "", Some(url))?)
}

/// Stores the scroll position with the current history entry.
pub fn keep_scroll(y: f64) {
    // If the browser refuses, it falls back on the position it remembers itself.
    if let Ok(history) = window().history() {
        let _ = history.replace_state(&JsValue::from_f64(y), "");
    }
}

/// The scroll position stored with the current history entry, if any.
pub fn kept_scroll() -> Option<f64> {
    window().history().ok()?.state().ok()?.as_f64()
}

/// Replaces the current history entry.
pub fn replace_url(url: &str) -> Result<(), BrowserError> {
    Ok(window().history()?.replace_state_with_url(&JsValue::NULL, "", Some(url))?)
}

fn base_url() -> Result<Url, BrowserError> {
    Ok(Url::new(&document().base_uri()?.unwrap_or_default())?)
}
