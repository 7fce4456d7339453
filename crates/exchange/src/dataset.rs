//! Reading and writing the file of messages.

use serde::Serialize;
use serde_json::Value;
use serde_json::value::RawValue;
use solidarity_core::collection::characters::{shown_in_json, unshown_in_json};
use solidarity_core::collection::raw::{RawDataset, RawMessage};

/// A file of messages: the unparsed object `collection`, and the messages.
pub struct Dataset {
    /// The object `collection`.
    pub collection: Box<RawValue>,
    /// The messages.
    pub messages: Vec<RawMessage>,
}

impl Dataset {
    /// Reads a file of messages, without what cannot be shown. Messages are not checked beyond their structure.
    ///
    /// # Errors
    /// When the file has another structure.
    pub fn read(text: &str) -> Result<Dataset, serde_json::Error> {
        let text = shown_in_json(text, &unshown_in_json(text));
        let RawDataset { collection, messages, .. } = serde_json::from_str(&text)?;
        let messages = messages.into_iter().map(|message| serde_json::from_str(message.get()));
        Ok(Dataset {
            collection: collection.to_owned(),
            messages: messages.collect::<Result<_, _>>()?,
        })
    }

    /// The texts that describe the collection (title, host and so on), each with its label.
    pub fn particulars(&self) -> Vec<(&'static str, String)> {
        let collection: Value = serde_json::from_str(self.collection.get()).unwrap_or_default();
        let at = |path| collection.pointer(path).and_then(Value::as_str).map(str::to_owned);
        let particulars = [
            ("title", "/title"),
            ("occasion", "/occasion/name"),
            ("host", "/host/name"),
            ("source", "/source/name"),
            ("address", "/url"),
            ("rights", "/rights"),
        ];
        particulars.into_iter().filter_map(|(what, path)| Some((what, at(path)?))).collect()
    }

    /// Writes the file.
    ///
    /// # Errors
    /// None in practice: all keys are strings.
    pub fn written(&self) -> Result<String, serde_json::Error> {
        #[derive(Serialize)]
        struct File<'a> {
            #[serde(rename = "$schema")]
            schema: &'static str,
            collection: &'a RawValue,
            messages: &'a [RawMessage],
        }
        let Dataset { collection, messages } = self;
        let file = File { schema: "messages.schema.json", collection, messages };
        serde_json::to_string_pretty(&file).map(|text| text + "\n")
    }
}
