//! A table of the messages, for spreadsheets.

use js_sys::{Array, Uint8Array};
use solidarity_exchange::{Dataset, to_table};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};

/// Makes a table of a dataset. Returns its bytes, and then the ids of the messages that would not be identical
/// when imported again.
#[wasm_bindgen]
pub fn export_table(text: &str) -> Result<Array, JsError> {
    let exported = to_table(&Dataset::read(text)?.messages)?;
    let file = exported.files.first().map(|file| file.bytes.as_slice()).unwrap_or_default();
    let mut values = Array::of1(&Uint8Array::from(file));
    values.extend(exported.changed.into_iter().map(JsValue::from));
    Ok(values)
}
