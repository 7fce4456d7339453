//! Saving files on the computer of whoever uses the studio.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;

use js_sys::{Array, Uint8Array};
use leptos::prelude::set_timeout;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::document::document;
use super::error::BrowserError;

/// How long the bytes of a file are there for the browser to fetch: it may first ask where to put them.
const PATIENCE: Duration = Duration::from_secs(600);

/// A file that arrives in parts. Each of them is handed to the browser at once, which puts what is large on the
/// disk. It is cheap to clone.
#[derive(Clone, Default)]
pub struct Parts(Rc<RefCell<Vec<Blob>>>);

impl Parts {
    /// Adds bytes, given as an array of `Uint8Array`.
    ///
    /// # Errors
    /// When the browser has no more room.
    pub fn add(&self, bytes: &JsValue) -> Result<(), BrowserError> {
        self.0.borrow_mut().push(Blob::new_with_u8_array_sequence(bytes)?);
        Ok(())
    }

    /// Saves the file under a name.
    ///
    /// # Errors
    /// When the browser refuses.
    pub fn save(&self, name: &str, media_type: &str) -> Result<(), BrowserError> {
        let options = BlobPropertyBag::new();
        options.set_type(media_type);
        let parts: Array = self.0.borrow().iter().collect();
        save_blob(&Blob::new_with_blob_sequence_and_options(&parts, &options)?, name)
    }
}

/// Saves bytes as a file.
///
/// # Errors
/// When the browser refuses.
pub fn save(bytes: &Uint8Array, name: &str, media_type: &str) -> Result<(), BrowserError> {
    let parts = Parts::default();
    parts.add(&Array::of1(bytes))?;
    parts.save(name, media_type)
}

fn save_blob(blob: &Blob, name: &str) -> Result<(), BrowserError> {
    let document = document()?;
    let body = document.body().ok_or_else(|| BrowserError("the page is empty".to_owned()))?;
    let address = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.set_hidden(true);
    body.append_child(&link)?;
    link.click();
    link.remove();
    set_timeout(
        move || {
            // An address that is not known any more needs no revoking.
            let _gone = Url::revoke_object_url(&address);
        },
        PATIENCE,
    );
    Ok(())
}
