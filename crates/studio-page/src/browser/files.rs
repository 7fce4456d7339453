//! Files that people drop on the page, pick or paste.

use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    ClipboardEvent, DataTransfer, DragEvent, File, FileList, FileSystemDirectoryEntry,
    FileSystemEntry, FileSystemFileEntry, HtmlInputElement,
};

use super::error::BrowserError;

/// A file as the browser hands it over: its name, and its bytes once they are asked for.
#[derive(Clone)]
pub struct Dropped {
    name: String,
    file: File,
}

impl Dropped {
    /// Its name, with the folders that it was dropped in.
    pub fn name(&self) -> String {
        self.name.clone()
    }

    /// Its size in bytes.
    pub fn size(&self) -> f64 {
        self.file.size()
    }

    /// Its bytes.
    ///
    /// # Errors
    /// When the file cannot be read, for instance because it has been moved.
    pub async fn bytes(&self) -> Result<Uint8Array, BrowserError> {
        let buffer = JsFuture::from(self.file.array_buffer()).await?;
        Ok(Uint8Array::new(&buffer))
    }
}

/// Files and folders that were dropped. The browser forgets them after the event, so they are taken at once.
pub struct Drop {
    entries: Vec<FileSystemEntry>,
    files: Vec<Dropped>,
}

/// Whether files are being dragged.
pub fn has_files(event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|data| data.types());
    types.is_some_and(|types| types.iter().any(|kind| kind == "Files"))
}

/// What was dropped.
pub fn dropped(event: &DragEvent) -> Drop {
    event
        .data_transfer()
        .as_ref()
        .map(taken)
        .unwrap_or(Drop { entries: Vec::new(), files: Vec::new() })
}

/// What is pasted: files, or else a text.
pub fn clipboard(event: &ClipboardEvent) -> (Vec<Dropped>, Option<String>) {
    let Some(data) = event.clipboard_data() else { return (Vec::new(), None) };
    let files = data.files().map(all).unwrap_or_default();
    (files, data.get_data("text/plain").ok().filter(|text| !text.trim().is_empty()))
}

/// The files that were picked in a field, which forgets them, so that the same file can be picked again.
pub fn picked(field: &HtmlInputElement) -> Vec<Dropped> {
    let files = field.files().map(all).unwrap_or_default();
    field.set_value("");
    files
}

impl Drop {
    /// The files, those in folders too, with their paths as their names; no more than `most`.
    ///
    /// # Errors
    /// When a folder cannot be read.
    pub async fn files(self, most: usize) -> Result<Vec<Dropped>, BrowserError> {
        let Drop { entries, mut files } = self;
        let mut waiting: Vec<_> = entries.into_iter().rev().collect();
        while let Some(entry) = waiting.pop() {
            if files.len() >= most {
                break;
            }
            if entry.is_directory() {
                let mut inside = within(entry.unchecked_ref()).await?;
                inside.reverse();
                waiting.append(&mut inside);
            } else {
                let entry: FileSystemFileEntry = entry.unchecked_into();
                let name = entry.full_path().trim_start_matches('/').to_owned();
                let file = asked(|done, failed| {
                    entry.file_with_callback_and_callback(done, failed);
                    Ok(())
                });
                files.push(Dropped { name, file: file.await?.unchecked_into() });
            }
        }
        Ok(files)
    }
}

/// What is in a folder. Browsers hand it over in parts, of which the last is empty.
async fn within(folder: &FileSystemDirectoryEntry) -> Result<Vec<FileSystemEntry>, BrowserError> {
    let reader = folder.create_reader();
    let mut inside = Vec::new();
    loop {
        let part =
            asked(|done, failed| reader.read_entries_with_callback_and_callback(done, failed));
        let part: Array = part.await?.unchecked_into();
        if part.length() == 0 {
            return Ok(inside);
        }
        inside.extend(part.iter().map(JsCast::unchecked_into::<FileSystemEntry>));
    }
}

/// The answer of an interface that calls back.
async fn asked(
    ask: impl FnOnce(&Function, &Function) -> Result<(), JsValue>,
) -> Result<JsValue, BrowserError> {
    let mut ask = Some(ask);
    let promise = Promise::new(&mut |done, failed| {
        let asked = ask.take().map(|ask| ask(&done, &failed));
        if let Some(Err(error)) = asked {
            // A promise that is refused calls nobody who could refuse that.
            let _called = failed.call1(&JsValue::NULL, &error);
        }
    });
    Ok(JsFuture::from(promise).await?)
}

fn taken(data: &DataTransfer) -> Drop {
    let items = data.items();
    let entries: Vec<_> = (0..items.length())
        .filter_map(|at| items.get(at)?.webkit_get_as_entry().ok().flatten())
        .collect();
    // Files that a program made up have no entry.
    let files =
        if entries.is_empty() { data.files().map(all).unwrap_or_default() } else { Vec::new() };
    Drop { entries, files }
}

fn all(list: FileList) -> Vec<Dropped> {
    let files = (0..list.length()).filter_map(|at| list.get(at));
    files.map(|file| Dropped { name: file.name(), file: file.unchecked_into() }).collect()
}
