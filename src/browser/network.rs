//! Fetching files.

use super::document::window;

/// Why the messages could not be loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FetchError {
    /// The device is offline.
    Offline,
    /// The server answered with this HTTP status.
    Status(u16),
    /// The connection failed, with the browser's description.
    Network(String),
}

/// The text of a file.
pub async fn fetch_text(url: &str) -> Result<String, FetchError> {
    fetch(url).await?.text().await.map_err(network_error)
}

/// The bytes of a file.
pub async fn fetch_bytes(url: &str) -> Result<Vec<u8>, FetchError> {
    fetch(url).await?.binary().await.map_err(network_error)
}

async fn fetch(url: &str) -> Result<gloo_net::http::Response, FetchError> {
    let response = gloo_net::http::Request::get(url).send().await.map_err(network_error)?;
    if response.ok() { Ok(response) } else { Err(FetchError::Status(response.status())) }
}

fn network_error(error: gloo_net::Error) -> FetchError {
    if window().navigator().on_line() {
        FetchError::Network(error.to_string())
    } else {
        FetchError::Offline
    }
}
