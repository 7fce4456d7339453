//! What the browser refused or failed to do.

use std::fmt;
use wasm_bindgen::{JsCast, JsValue};

/// Something that the browser refused or failed to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrowserError(pub(super) String);

impl fmt::Display for BrowserError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<JsValue> for BrowserError {
    fn from(value: JsValue) -> BrowserError {
        let message = value.dyn_ref::<js_sys::Error>().map(|error| error.message().into());
        BrowserError(message.unwrap_or_else(|| {
            js_sys::JSON::stringify(&value).map(String::from).unwrap_or_default()
        }))
    }
}
