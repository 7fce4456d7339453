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

/// The path of the site, with a slash at both ends: that of the document's base.
pub fn base_path() -> Result<String, BrowserError> {
    Ok(base_url()?.pathname())
}

/// The address in full of a file of the site, by its path below the base.
pub fn address_of(file: &str) -> Result<String, BrowserError> {
    Ok(Url::new_with_base(file, &base_url()?.href())?.href())
}

/// What the address bar shows.
pub fn location() -> Result<Location, BrowserError> {
    let location = window().location();
    Ok(Location { path: location.pathname()?, search: location.search()?, hash: location.hash()? })
}

/// Opens the page anew.
///
/// # Errors
/// When the browser refuses to.
pub fn reload() -> Result<(), BrowserError> {
    Ok(window().location().reload()?)
}

/// The address of a path of this site, in full.
pub fn absolute_url(path: &str) -> Result<String, BrowserError> {
    let origin = window().location().origin()?;
    Ok(Url::new_with_base(path, &origin)?.href())
}

/// Adds an entry to the history.
pub fn push_url(url: &str) -> Result<(), BrowserError> {
    Ok(window().history()?.push_state_with_url(&JsValue::NULL, "", Some(url))?)
}

/// Keeps with the entry of the history that is open how far the page is scrolled.
pub fn keep_scroll(y: f64) {
    // Where it is refused the browser goes by what it remembers itself.
    if let Ok(history) = window().history() {
        let _ = history.replace_state(&JsValue::from_f64(y), "");
    }
}

/// How far the page was scrolled when the entry of the history that is open was left, if that was kept.
pub fn kept_scroll() -> Option<f64> {
    window().history().ok()?.state().ok()?.as_f64()
}

/// Changes the entry of the history that is open.
pub fn replace_url(url: &str) -> Result<(), BrowserError> {
    Ok(window().history()?.replace_state_with_url(&JsValue::NULL, "", Some(url))?)
}

fn base_url() -> Result<Url, BrowserError> {
    Ok(Url::new(&document().base_uri()?.unwrap_or_default())?)
}
