//! Pictures from bytes.

use js_sys::{Array, Uint8Array};
use web_sys::{Blob, BlobPropertyBag, Url};

use super::error::BrowserError;

/// An address at which the page can show these bytes, until it is closed.
///
/// # Errors
/// When the browser has no room for them.
pub fn address_of(bytes: &Uint8Array, media_type: &str) -> Result<String, BrowserError> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_u8_array_sequence_and_options(&Array::of1(bytes), &options)?;
    Ok(Url::create_object_url_with_blob(&blob)?)
}
