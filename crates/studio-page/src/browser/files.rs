//! Files that people drop on the page or pick.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, File, FileList, HtmlInputElement};

use super::error::BrowserError;

/// A file as the browser hands it over: its name, and its bytes once they are asked for.
#[derive(Clone)]
pub struct Dropped(File);

impl Dropped {
    /// Its name.
    pub fn name(&self) -> String {
        self.0.name()
    }

    /// Its bytes.
    pub async fn bytes(&self) -> Result<Uint8Array, BrowserError> {
        let buffer = JsFuture::from(self.0.array_buffer()).await?;
        Ok(Uint8Array::new(&buffer))
    }
}

/// The files that were dropped.
pub fn dropped(event: &DragEvent) -> Vec<Dropped> {
    event.data_transfer().and_then(|data| data.files()).map(all).unwrap_or_default()
}

/// The files that were picked in a field, which forgets them, so that the same file can be picked again.
pub fn picked(field: &HtmlInputElement) -> Vec<Dropped> {
    let files = field.files().map(all).unwrap_or_default();
    field.set_value("");
    files
}

fn all(list: FileList) -> Vec<Dropped> {
    (0..list.length())
        .filter_map(|at| list.get(at))
        .map(|file| Dropped(file.unchecked_into()))
        .collect()
}
