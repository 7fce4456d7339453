//! Importing files.

use js_sys::Array;
use leptos::prelude::*;
use solidarity_studio::protocol::Imported;
use solidarity_studio::{Document, Edit, Entry};
use wasm_bindgen::JsValue;

use super::notices::Notice;
use super::studio::Studio;
use crate::browser::{Dropped, WorkerError};

impl Studio {
    /// Imports files into the document, or into a new one.
    pub fn import(&self, files: Vec<Dropped>) {
        let studio = *self;
        if files.is_empty() {
            return;
        }
        leptos::task::spawn_local(async move {
            match imported(&studio, files).await {
                Ok(imported) => studio.take_in(imported),
                Err(error) => studio.say(Some(Notice::error(error))),
            }
        });
    }

    fn take_in(&self, imported: Imported) {
        let Imported { messages, collection, .. } = imported;
        if !untrack(|| self.is_open()) {
            match collection {
                Some(collection) => self.open(Document::new(collection)),
                None => self.begin("Messages", "en"),
            }
        }
        let Some(edit) = self.with_untracked(|document| {
            let entry = |(nth, (message, origin))| Entry {
                key: document.new_key(nth),
                message,
                origin: Some(origin),
            };
            Edit::Splice {
                at: document.messages().len(),
                removed: Vec::new(),
                inserted: messages.into_iter().enumerate().map(entry).collect(),
            }
        }) else {
            return;
        };
        self.edit(edit);
        if let Some(Some(first)) = self.with_untracked(|document| document.keys().first().copied())
        {
            self.select_in_list(first);
        }
    }
}

async fn imported(studio: &Studio, files: Vec<Dropped>) -> Result<Imported, WorkerError> {
    let (names, all) = (Array::new(), Array::new());
    for file in files {
        names.push(&file.name().into());
        all.push(&file.bytes().await?.into());
    }
    let values: [JsValue; 3] = [names.into(), all.into(), "{}".into()];
    let answer = studio.worker().call("importer", "import_files", &values, |_| {}).await?;
    let answer = answer.as_string().unwrap_or_default();
    serde_json::from_str(&answer).map_err(|error| WorkerError::Refused(error.to_string()))
}
