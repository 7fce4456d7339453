//! What is fetched: parts of the studio, and sites that are published.

use js_sys::Uint8Array;
use thiserror::Error;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::document::window;
use super::error::BrowserError;

/// Why a file was not fetched.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum FetchError {
    /// The host answers, but has no such file.
    #[error("the host answers {0}")]
    Status(u16),
    /// The host cannot be reached, or does not let other pages read what it has. Browsers do not say which.
    #[error("the host does not answer, or does not let other pages read what it has")]
    Refused,
}

/// The bytes of a file.
///
/// # Errors
/// When it cannot be fetched.
pub async fn fetched(address: &str) -> Result<Uint8Array, FetchError> {
    let refused = |_: BrowserError| FetchError::Refused;
    let window = window().map_err(refused)?;
    let response = JsFuture::from(window.fetch_with_str(address)).await;
    let response: Response = response.map_err(|error| refused(error.into()))?.unchecked_into();
    if !response.ok() {
        return Err(FetchError::Status(response.status()));
    }
    let buffer = response.array_buffer().map_err(|error| refused(error.into()))?;
    let buffer = JsFuture::from(buffer).await.map_err(|error| refused(error.into()))?;
    Ok(Uint8Array::new(&buffer))
}
