//! Reading files, in a worker.

use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use solidarity_studio::intake::{BEGINNING, program_for};
use solidarity_studio::protocol::Imported;
use thiserror::Error;
use wasm_bindgen::{JsCast, JsValue};

use crate::browser::{BrowserError, Dropped, FetchError, Worker, WorkerError, from_json};
use crate::state::Studio;

/// No folder with more files is read.
pub const MOST_FILES: usize = 20_000;
/// No more bytes than this are read at once: browsers have no more room for a program.
const MOST_BYTES: f64 = 500e6;

/// A source: its name and bytes.
#[derive(Clone)]
pub struct Given {
    pub name: String,
    pub bytes: Uint8Array,
}

/// What was read of sources.
pub struct Read {
    pub given: Vec<Given>,
    pub imported: Imported,
    /// The files that came with an earlier collection.
    pub files: Vec<Given>,
}

/// Why sources could not be read.
#[derive(Debug, Error)]
pub enum Failure {
    #[error(
        "These files have {0} MB, and the studio reads no more than 500 MB at once. Nothing was changed. Bring them in \
         a few at a time, without films and large pictures."
    )]
    TooLarge(u32),
    #[error(
        "There are more than 20,000 files. Nothing was changed. Put those with messages into a folder of their own."
    )]
    TooMany,
    #[error(
        "A file could not be read: {0}. It may have been moved or renamed: choose it again. Nothing was changed."
    )]
    File(#[from] BrowserError),
    #[error("{0}")]
    Worker(#[from] WorkerError),
    #[error("The example could not be loaded: {0}. Check the connection, then try again.")]
    Example(FetchError),
}

/// The bytes of files, as far as an import reads them.
pub async fn given(studio: &Studio, files: Vec<Dropped>) -> Result<Vec<Given>, Failure> {
    if files.len() >= MOST_FILES {
        return Err(Failure::TooMany);
    }
    let listed: Vec<String> = files.iter().map(Dropped::name).collect();
    let names: Array = listed.iter().map(JsValue::from).collect();
    let worker = studio.importing.worker.get_value();
    let program = program_for(listed.iter().map(|name| (name.as_str(), [].as_slice())));
    let are_read = worker.call(program, "are_read", &[names.into()]).await?;
    let are_read: Array = are_read.unchecked_into();
    let files: Vec<_> = files.into_iter().zip(are_read.iter()).collect();
    let read = files.iter().filter(|(_, is_read)| is_read.is_truthy());
    let bytes: f64 = read.map(|(file, _)| file.size()).sum();
    if bytes > MOST_BYTES {
        return Err(Failure::TooLarge((bytes / 1e6) as u32));
    }
    let mut given = Vec::with_capacity(files.len());
    for (file, is_read) in files {
        let bytes =
            if is_read.is_truthy() { file.bytes().await? } else { Uint8Array::new_with_length(0) };
        given.push(Given { name: file.name(), bytes });
    }
    Ok(given)
}

/// Imports sources with what is said of their columns, as JSON.
pub async fn read(studio: &Studio, given: Vec<Given>, columns: &str) -> Result<Read, Failure> {
    let beginning = |given: &Given| given.bytes.slice(0, BEGINNING).to_vec();
    let beginnings: Vec<_> = given.iter().map(beginning).collect();
    let files = given.iter().zip(&beginnings);
    let program =
        program_for(files.map(|(it, beginning)| (it.name.as_str(), beginning.as_slice())));
    let names: Array = given.iter().map(|given| JsValue::from(&given.name)).collect();
    let bytes: Array = given.iter().map(|given| given.bytes.clone()).collect();
    let today = String::from(js_sys::Date::new_0().to_iso_string());
    let today = today.get(..10).unwrap_or_default();
    let values = [names.into(), bytes.into(), columns.into(), today.into()];
    let worker: Worker = studio.importing.worker.get_value();
    let answer = worker.call(program, "import_files", &values).await?;
    let answer: Array = answer.unchecked_into();
    let imported = from_json(&answer.get(0)).map_err(WorkerError::from)?;
    let files = answer.get(1).unchecked_into::<Array>();
    let files = files.iter().map(|file| {
        let file: Array = file.unchecked_into();
        Given {
            name: file.get(0).as_string().unwrap_or_default(),
            bytes: file.get(1).unchecked_into(),
        }
    });
    Ok(Read { given, imported, files: files.collect() })
}
