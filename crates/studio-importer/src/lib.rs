//! What the studio's worker calls to read files.

use js_sys::{Array, Uint8Array};
use solidarity_exchange::{Columns, Import, Source, import_file};
use solidarity_studio::Origin;
use solidarity_studio::protocol::{Imported, Note, Outcome};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsError};

/// Imports files, by their names and bytes. `columns` says which columns of tables stand for what, as JSON. The
/// answer is what they became, as JSON, and the files that came with an earlier collection, each as its name
/// and bytes.
#[wasm_bindgen]
pub fn import_files(names: &Array, bytes: &Array, columns: &str) -> Result<Array, JsError> {
    let columns: Columns = serde_json::from_str(columns)?;
    let mut imported = Imported::default();
    for (name, bytes) in names.iter().zip(bytes.iter()) {
        let name = name.as_string().unwrap_or_default();
        let bytes = bytes.unchecked_into::<Uint8Array>().to_vec();
        let result = match import_file(&Source { name: name.clone(), bytes }, &columns) {
            Ok(Import { messages, notes }) => {
                let count = messages.len();
                let messages = messages.into_iter().map(|read| (read.message, origin(read.origin)));
                imported.messages.extend(messages);
                let note = |note: solidarity_exchange::Note| Note {
                    origin: origin(note.origin),
                    text: note.text,
                };
                imported.notes.extend(notes.into_iter().map(note));
                Ok(count)
            }
            Err(error) => Err(error.to_string()),
        };
        imported.outcomes.push(Outcome { file: name, result, beside: None });
    }
    Ok(Array::of2(&serde_json::to_string(&imported)?.into(), &Array::new()))
}

fn origin(origin: solidarity_exchange::Origin) -> Origin {
    Origin { file: origin.file, line: origin.line }
}
