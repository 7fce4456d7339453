//! The visitor's choices and the system's settings.

use super::document::{document, root_attribute, window};
use super::error::BrowserError;
use wasm_bindgen::{JsCast, closure::Closure};

/// The storage key of the chosen theme.
const THEME_KEY: &str = "theme";
/// The storage key that says the search box shortcut is off.
const SHORTCUT_KEY: &str = "shortcut";
/// The media query for the system's theme.
const DARK: &str = "(prefers-color-scheme: dark)";

/// Whether the page is dark now, by the visitor's choice or the system's setting.
pub fn is_dark() -> Result<bool, BrowserError> {
    Ok(match root_attribute("data-theme").as_deref() {
        Some(theme) => theme == "dark",
        None => prefers_dark()?,
    })
}

/// Makes the page dark or light, and remembers the choice if it differs from the system's setting.
///
/// # Errors
/// When the choice cannot be remembered; the page has changed nevertheless.
pub fn set_dark(dark: bool) -> Result<(), BrowserError> {
    let theme = if dark { "dark" } else { "light" };
    let as_system = prefers_dark()? == dark;
    if let Some(root) = document().document_element() {
        if as_system {
            root.remove_attribute("data-theme")?;
        } else {
            root.set_attribute("data-theme", theme)?;
        }
    }
    remember(THEME_KEY, (!as_system).then_some(theme))
}

/// Calls a function whenever the system switches between dark and light, for as long as the page is
/// open.
pub fn on_system_theme_change(changed: impl Fn() + 'static) {
    let Ok(Some(query)) = window().match_media(DARK) else {
        // A browser that does not expose the setting does not report changes to it either.
        return;
    };
    let changed = Closure::<dyn Fn()>::new(changed);
    query.set_onchange(Some(changed.as_ref().unchecked_ref()));
    changed.forget();
}

/// Whether the shortcut for the search box is on, which it is unless the visitor turned it off.
pub fn shortcut_is_on() -> bool {
    // If storage is blocked, the shortcut cannot have been turned off permanently.
    let storage = window().local_storage().ok().flatten();
    let kept = storage.and_then(|storage| storage.get_item(SHORTCUT_KEY).ok().flatten());
    kept.as_deref() != Some("off")
}

/// Remembers whether the shortcut for the search box is on.
///
/// # Errors
/// When the choice cannot be remembered.
pub fn remember_shortcut(on: bool) -> Result<(), BrowserError> {
    remember(SHORTCUT_KEY, (!on).then_some("off"))
}

/// Stores a value, or removes it from storage.
fn remember(key: &str, value: Option<&str>) -> Result<(), BrowserError> {
    let blocked = || BrowserError("no storage".into());
    let storage = window().local_storage()?.ok_or_else(blocked)?;
    match value {
        Some(value) => storage.set_item(key, value)?,
        None => storage.remove_item(key)?,
    }
    Ok(())
}

fn prefers_dark() -> Result<bool, BrowserError> {
    let query = window().match_media(DARK)?;
    Ok(query.is_some_and(|query| query.matches()))
}
