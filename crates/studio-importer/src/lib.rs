//! The functions that the studio's worker calls to read files, check messages and write tables.

mod checking;
mod table;

use js_sys::{Array, Uint8Array};
use serde_json::value::RawValue;
use solidarity_core::collection::Date;
use solidarity_exchange::{
    Became, ColumnDescription, Columns, DescribedTables, Gathered, Source, TableDescription,
    describe_all, import_all,
};
use solidarity_studio::Origin;
use solidarity_studio::protocol::{Column, Imported, Note, Outcome, Table};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsError, JsValue};

/// Which of the files with these names an import reads. For others, the name is enough.
#[wasm_bindgen]
pub fn are_read(names: &Array) -> Array {
    let is_read = |name: JsValue| {
        JsValue::from(solidarity_exchange::is_read(&name.as_string().unwrap_or_default()))
    };
    names.iter().map(is_read).collect::<Array>()
}

/// Imports files, given as names and bytes; `today` (YYYY-MM-DD) decides on dates. `columns` gives the meanings
/// of table columns, as JSON. Returns the result as JSON, and the files that came with an earlier collection,
/// each as name and bytes.
#[wasm_bindgen]
pub fn import_files(
    names: &Array,
    bytes: &Array,
    columns: &str,
    today: &str,
) -> Result<Array, JsError> {
    let columns: Columns = serde_json::from_str(columns)?;
    let source = |(name, bytes): (JsValue, JsValue)| Source {
        name: name.as_string().unwrap_or_default(),
        bytes: bytes.unchecked_into::<Uint8Array>().to_vec(),
    };
    let sources: Vec<_> = names.iter().zip(bytes.iter()).map(source).collect();
    let tables = describe_all(&sources, &columns).into_iter().flat_map(tables).collect();
    let gathered = import_all(sources, &columns, Date::parse(today));
    let Gathered { messages, notes, outcomes, collection, theme, files } = gathered;
    let mut imported = Imported {
        messages: messages.into_iter().map(|read| (read.message, origin(read.origin))).collect(),
        notes: notes
            .into_iter()
            .map(|note| Note { origin: origin(note.origin), text: note.text })
            .collect(),
        outcomes: outcomes.into_iter().map(outcome).collect(),
        collection: None,
        theme,
        tables,
    };
    if let Some(collection) = collection {
        take_collection(&collection, &mut imported);
    }
    let files = files.into_iter().map(|Source { name, bytes }| {
        Array::of2(&name.into(), &Uint8Array::from(bytes.as_slice()))
    });
    Ok(Array::of2(&serde_json::to_string(&imported)?.into(), &files.collect::<Array>()))
}

/// The tables in a source.
fn tables(source: DescribedTables) -> impl Iterator<Item = Table> {
    let DescribedTables { name, tables } = source;
    tables.into_iter().map(move |TableDescription { sheet, columns }| Table {
        source: name.clone(),
        sheet,
        columns: columns.into_iter().map(column).collect(),
    })
}

fn column(column: ColumnDescription) -> Column {
    let ColumnDescription { header, field, examples } = column;
    Column { header, field, examples }
}

/// Reads what the messages have in common, or says why it cannot be read.
fn take_collection(json: &RawValue, imported: &mut Imported) {
    match serde_json::from_str(json.get()) {
        Ok(collection) => imported.collection = Some(collection),
        Err(error) => {
            let file = imported.outcomes.first().map(|it| it.file.clone()).unwrap_or_default();
            let text = format!(
                "what the file says about its collection cannot be read, and was left out: {error}. Its messages are \
                 there."
            );
            imported.notes.push(Note { origin: Origin { file, line: 1 }, text });
        }
    }
}

fn outcome(outcome: solidarity_exchange::Outcome) -> Outcome {
    let text = outcome.to_string();
    let solidarity_exchange::Outcome { name, became } = outcome;
    // The name is shown before it.
    let text = text.strip_prefix(&format!("{name}: ")).map(str::to_owned).unwrap_or(text);
    let (result, beside) = match became {
        Became::Messages(count) => (Ok(count), None),
        Became::Refused(_) => (Err(text), None),
        _ => (Ok(0), Some(text)),
    };
    Outcome { file: name, result, beside }
}

fn origin(origin: solidarity_exchange::Origin) -> Origin {
    Origin { file: origin.file, line: origin.line }
}
