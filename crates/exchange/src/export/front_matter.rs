//! Front matter that the import reads: a message but its text, as YAML.

use serde::Serialize;
use solidarity_core::collection::raw::{RawMessage, RawSender, RawSignature};

/// The front matter of a message.
pub fn written(message: &RawMessage) -> Result<String, serde_saphyr::ser::Error> {
    #[derive(Serialize)]
    struct FrontMatter<'a> {
        id: &'a str,
        #[serde(skip_serializing_if = "<[_]>::is_empty")]
        senders: &'a [RawSender],
        #[serde(skip_serializing_if = "<[_]>::is_empty")]
        signatures: &'a [RawSignature],
    }
    let RawMessage { id, senders, signatures, .. } = message;
    serde_saphyr::to_string(&FrontMatter { id, senders, signatures })
}
