//! What a tab remembers until it is closed, also when the page is loaded again.

use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use super::error::BrowserError;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = sessionStorage, js_name = getItem)]
    fn item(name: &str) -> Result<Option<String>, JsValue>;

    #[wasm_bindgen(catch, js_namespace = sessionStorage, js_name = setItem)]
    fn set_item(name: &str, value: &str) -> Result<(), JsValue>;
}

/// What the tab remembers under a name.
pub fn remembered(name: &str) -> Result<Option<String>, BrowserError> {
    Ok(item(name)?)
}

/// Remembers something under a name.
pub fn remember(name: &str, value: &str) -> Result<(), BrowserError> {
    Ok(set_item(name, value)?)
}
