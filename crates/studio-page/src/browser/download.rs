//! Files that the studio hands out.

use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::document::document;
use super::error::BrowserError;

/// Saves a text as a file where the browser saves what is downloaded.
pub fn save_text(name: &str, media_type: &str, text: &str) -> Result<(), BrowserError> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document()?.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // The browser has read the address by the time it returns to the page.
    gloo_timers::callback::Timeout::new(60_000, move || {
        let _gone = Url::revoke_object_url(&address);
    })
    .forget();
    Ok(())
}
