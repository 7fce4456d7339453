//! What a browser refused.

use thiserror::Error;
use wasm_bindgen::{JsCast, JsValue};

/// What a browser refused, in its words.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{0}")]
pub struct BrowserError(pub String);

impl From<JsValue> for BrowserError {
    fn from(value: JsValue) -> BrowserError {
        let error = value.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
        BrowserError(error.or_else(|| value.as_string()).unwrap_or_else(|| format!("{value:?}")))
    }
}
