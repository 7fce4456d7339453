//! What the studio's worker calls to render pages and to publish.

pub mod archive;
pub mod canvas;
pub mod publishing;
mod site;

use std::collections::BTreeMap;

use solidarity_publisher::{Client, PagePart, PublishError, page_of};
use solidarity_studio::protocol::PreviewPage;
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

/// Renders and publishes with one client.
#[wasm_bindgen]
pub struct Publisher {
    #[expect(dead_code, reason = "publishing follows")]
    client: Client,
}

#[wasm_bindgen]
impl Publisher {
    /// A publisher with the template of the client and its icon.
    #[wasm_bindgen(constructor)]
    pub fn new(template: &str, icon: Vec<u8>) -> Result<Publisher, JsError> {
        let client = Client::restore(template, BTreeMap::from([("icon.svg".to_owned(), icon)]))?;
        Ok(Publisher { client })
    }

    /// A page of the site that a file of messages makes, as JSON; `null` if nothing of the file can be shown.
    /// What is rendered is never freed: about 7 kB for the page of a message.
    pub fn preview(&self, text: &str, path: &str) -> Result<String, JsError> {
        let PagePart { html, lang, dir, title } = match page_of(text, path) {
            Ok(part) => part,
            Err(PublishError::Collection(_)) => return Ok("null".to_owned()),
            Err(error) => return Err(error.into()),
        };
        Ok(serde_json::to_string(&PreviewPage { html, lang: lang.into(), dir: dir.into(), title })?)
    }
}
