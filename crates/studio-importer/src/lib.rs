//! What the studio's worker calls to read files, and to write tables.

mod table;

use js_sys::{Array, Uint8Array};
use solidarity_exchange::{Columns, Import, Source, import_file};
use solidarity_studio::Origin;
use solidarity_studio::protocol::{Imported, Note};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsError};

/// Imports files, by their names and bytes. `columns` says which columns of tables stand for what, as JSON.
#[wasm_bindgen]
pub fn import_files(names: &Array, bytes: &Array, columns: &str) -> Result<String, JsError> {
    let columns: Columns = serde_json::from_str(columns)?;
    let mut imported = Imported::default();
    for (name, bytes) in names.iter().zip(bytes.iter()) {
        let name = name.as_string().unwrap_or_default();
        let bytes = bytes.unchecked_into::<Uint8Array>().to_vec();
        let Import { messages, notes } = import_file(&Source { name, bytes }, &columns)?;
        let origin =
            |origin: solidarity_exchange::Origin| Origin { file: origin.file, line: origin.line };
        imported
            .messages
            .extend(messages.into_iter().map(|read| (read.message, origin(read.origin))));
        imported.notes.extend(notes.into_iter().map(|note| Note { origin: origin(note.origin), text: note.text }));
    }
    Ok(serde_json::to_string(&imported)?)
}
