//! What a visitor has chosen, and what the system says.

use super::document::{document, root_attribute, window};
use super::error::BrowserError;
use wasm_bindgen::{JsCast, closure::Closure};

/// Where the theme chosen is stored.
const THEME_KEY: &str = "theme";
/// Where it is stored that the key for the search box is off.
const SHORTCUT_KEY: &str = "shortcut";
/// The media query for the system's setting.
const DARK: &str = "(prefers-color-scheme: dark)";

/// Whether the page is dark now, by choice or by the system's setting.
pub fn is_dark() -> Result<bool, BrowserError> {
    Ok(match root_attribute("data-theme").as_deref() {
        Some(theme) => theme == "dark",
        None => prefers_dark()?,
    })
}

/// Makes the page dark or light, and remembers a choice that differs from the system's setting.
///
/// # Errors
/// When the choice cannot be remembered; the page has changed all the same.
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

/// Calls a function whenever the system turns dark or light, as long as the page is open.
pub fn on_system_theme_change(changed: impl Fn() + 'static) {
    let Ok(Some(query)) = window().match_media(DARK) else {
        // A browser that does not tell the setting does not tell its changes.
        return;
    };
    let changed = Closure::<dyn Fn()>::new(changed);
    query.set_onchange(Some(changed.as_ref().unchecked_ref()));
    changed.forget();
}

/// Whether the key for the search box is on; it is unless somebody switched it off.
pub fn shortcut_is_on() -> bool {
    // Where storage is blocked nothing can have been switched off for good.
    let storage = window().local_storage().ok().flatten();
    let kept = storage.and_then(|storage| storage.get_item(SHORTCUT_KEY).ok().flatten());
    kept.as_deref() != Some("off")
}

/// Remembers whether the key for the search box is on.
///
/// # Errors
/// When that cannot be remembered.
pub fn remember_shortcut(on: bool) -> Result<(), BrowserError> {
    remember(SHORTCUT_KEY, (!on).then_some("off"))
}

/// Stores a value, or takes it out of the storage.
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
