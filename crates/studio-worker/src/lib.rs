//! What the studio's worker calls to check, preview and publish.

pub mod archive;
pub mod canvas;
pub mod publishing;
mod site;

use std::collections::BTreeMap;
use std::time::UNIX_EPOCH;

use solidarity_core::collection::parse;
use solidarity_exchange::check;
use solidarity_publisher::{Client, Input, PaintError, Painter, Preview, Publication};
use solidarity_studio::protocol::{Finding, Instead, PreviewPage, Severity};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

/// Checks, previews and publishes with one client.
#[wasm_bindgen]
pub struct Publisher {
    client: Client,
}

struct Blank;

impl Painter for Blank {
    fn has_previews(&self) -> bool {
        false
    }

    fn preview(&self, _: &Preview) -> Result<Vec<u8>, PaintError> {
        Ok(Vec::new())
    }

    fn icon(&self, _: u32) -> Result<Vec<u8>, PaintError> {
        Ok(Vec::new())
    }
}

#[wasm_bindgen]
impl Publisher {
    /// A publisher with the template of the client and its icon.
    #[wasm_bindgen(constructor)]
    pub fn new(template: &str, icon: Vec<u8>) -> Result<Publisher, JsError> {
        let client = Client::restore(template, BTreeMap::from([("icon.svg".to_owned(), icon)]))?;
        Ok(Publisher { client })
    }

    /// What is wrong with a dataset, as JSON.
    pub fn check(&self, text: &str) -> Result<String, JsError> {
        let findings = check::check(text).findings.into_iter().map(|finding| Finding {
            severity: match finding.severity {
                check::Severity::Error => Severity::Error,
                check::Severity::Warning => Severity::Warning,
            },
            path: finding.path,
            what: finding.what,
            cure: finding.cure,
            instead: finding
                .instead
                .map(|check::Instead { value, meaning }| Instead { value, meaning }),
        });
        Ok(serde_json::to_string(&findings.collect::<Vec<_>>())?)
    }

    /// A page of the site of a dataset, as JSON; `null` if the dataset has no such page.
    pub fn preview(&self, text: &str, path: &str) -> Result<String, JsError> {
        let Ok((collection, problems)) = parse(text) else { return Ok("null".to_owned()) };
        let at = collection.messages.iter().position(|m| path == format!("m/{}/", m.id));
        let input =
            Input { text, collection, problems, url: None, written: UNIX_EPOCH, painter: &Blank };
        let publication = Publication::new(input, &self.client)?;
        let files = match at {
            Some(at) => publication.of_message(&Blank, at)?,
            None => return Ok("null".to_owned()),
        };
        let html = files
            .first()
            .map(|file| String::from_utf8_lossy(&file.bytes).into_owned())
            .unwrap_or_default();
        let inner = html
            .split_once("id=\"app\"")
            .and_then(|(_, rest)| rest.split_once('>'))
            .map(|(_, rest)| rest);
        let page = PreviewPage {
            html: inner.unwrap_or_default().to_owned(),
            lang: "en".into(),
            dir: "ltr".into(),
            title: String::new(),
        };
        Ok(serde_json::to_string(&page)?)
    }
}
