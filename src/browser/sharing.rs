//! The clipboard, and the device's share sheet.

use super::document::window;
use super::error::BrowserError;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, ShareData};

/// Whether the device has a share sheet for pages.
pub fn can_share() -> bool {
    js_sys::Reflect::has(&window().navigator(), &"share".into()).unwrap_or_default()
}

/// Opens the device's share sheet. Closing it without sharing is not an error.
pub async fn share(title: &str, url: &str) -> Result<(), BrowserError> {
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(url);
    match JsFuture::from(window().navigator().share_with_data(&data)).await {
        Ok(_) => Ok(()),
        Err(error) if error.dyn_ref::<DomException>().is_some_and(|e| e.name() == "AbortError") => {
            Ok(())
        }
        Err(error) => Err(error.into()),
    }
}

/// Copies a text to the clipboard.
pub async fn copy(text: &str) -> Result<(), BrowserError> {
    // Outside secure contexts there is no clipboard, and the binding would return `undefined`.
    let navigator = window().navigator();
    if js_sys::Reflect::get(&navigator, &"clipboard".into())?.is_undefined() {
        return Err(BrowserError("no clipboard".into()));
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await?;
    Ok(())
}
