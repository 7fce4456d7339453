//! What a large collection is divided into: a list of its messages, an index for the search, and the
//! texts in parts, so that a visitor fetches no more than is looked at.

use std::path::Path;

use serde_json::{Value, json};

use super::{PublishError, digest, write};
use crate::collection::raw::RawDataset;
use crate::collection::{Collection, Message, Problem, Text, parse_list};
use crate::search::{Builder, Folder, Packed};
use crate::site::Parts;
use crate::texts::IN_A_PART;

/// A file of messages of more bytes than this is divided: compressed it would weigh more than a third
/// of the program.
const LARGE: usize = 256 * 1024;

/// The data of a site, as the program will have it.
pub(super) struct Data {
    /// The file that the program fetches first: all messages, or their list.
    pub file: String,
    /// Where the rest is.
    pub parts: Option<Parts>,
    /// The messages.
    pub collection: Collection,
    /// What is wrong with those that are left out, as far as the program tells.
    pub problems: Vec<Problem>,
}

/// Writes the data of a site. The names of the files have the digest of what they hold: the pages of
/// one build ask for the data of that build and no other.
pub(super) fn write_data(
    folder: &Path,
    text: &str,
    collection: Collection,
    problems: Vec<Problem>,
    words: Folder,
) -> Result<Data, PublishError> {
    if text.len() <= LARGE {
        let file = format!("messages-{}.json", digest(text.as_bytes()));
        write(folder, &file, text)?;
        return Ok(Data { file, parts: None, collection, problems });
    }
    let list = list(text, &collection);
    let file = format!("messages-{}.json", digest(list.as_bytes()));
    write(folder, &file, &list)?;
    // What the program will read, so that it finds the pages as they are written here.
    let (listed, problems) = parse_list(&list).map_err(PublishError::Collection)?;
    for (message, whole) in listed.messages.iter().zip(&collection.messages) {
        message.arrive(whole.body().to_vec());
    }
    let parts = Parts {
        texts: write_texts(folder, &listed.messages)?,
        ..write_index(folder, &listed, words)?
    };
    Ok(Data { file, parts: Some(parts), collection: listed, problems })
}

/// Which parts of the texts have those of these messages.
pub(super) fn parts_of(messages: impl IntoIterator<Item = usize>) -> Vec<usize> {
    let mut parts: Vec<_> = messages.into_iter().map(|at| at / IN_A_PART).collect();
    parts.sort_unstable();
    parts.dedup();
    parts
}

fn write_index(
    folder: &Path,
    collection: &Collection,
    words: Folder,
) -> Result<Parts, PublishError> {
    let mut builder = Builder::new(words);
    for message in &collection.messages {
        builder.add(collection, message);
    }
    let Packed { index, order } = builder.pack();
    let write = |kind: &str, bytes: &[u8]| {
        let name = format!("{kind}-{}.bin", digest(bytes));
        write(folder, &name, bytes).map(|()| name)
    };
    Ok(Parts {
        index: write("index", &index)?,
        order: write("order", &order)?,
        texts: String::new(),
    })
}

fn write_texts(folder: &Path, messages: &[Message]) -> Result<String, PublishError> {
    let body = |message: &Message| message.body().iter().map(text).collect::<Vec<_>>();
    let part = |part: &[Message]| json!(part.iter().map(body).collect::<Vec<_>>()).to_string();
    let parts: Vec<String> = messages.chunks(IN_A_PART).map(part).collect();
    let name = format!("texts-{}/", digest(parts.join("\n").as_bytes()));
    for (at, part) in parts.iter().enumerate() {
        write(folder, &format!("{name}{at}.json"), part)?;
    }
    Ok(name)
}

/// The list of a collection, as [`parse_list`] reads it.
fn list(text: &str, collection: &Collection) -> String {
    // It has been read before, by the same rules.
    let shared = serde_json::from_str(text)
        .map(|RawDataset { collection, .. }| collection.get().to_owned())
        .unwrap_or_default();
    let messages: Vec<Value> = collection.messages.iter().map(listed).collect();
    format!("{{\"collection\":{shared},\"messages\":{}}}", json!(messages))
}

fn listed(message: &Message) -> Value {
    let senders = message.senders.iter().map(|sender| {
        without_null(json!({
            "names": sender.names.iter().map(text).collect::<Vec<_>>(),
            "acronym": sender.acronym,
            "country": sender.country.map(|country| country.code),
            "region": sender.region.map(|region| region.id()),
            "heading": sender.heading,
        }))
    });
    let signatures = message
        .signatures
        .iter()
        .map(|signature| without_null(json!({ "name": signature.name, "role": signature.role })));
    json!({
        "id": message.id,
        "senders": senders.collect::<Vec<_>>(),
        "signatures": signatures.collect::<Vec<_>>(),
        "body": [],
        "words": message.words,
    })
}

fn text(text: &Text) -> Value {
    match &text.lang {
        Some(lang) => json!({ "text": text.text, "lang": lang }),
        None => json!(text.text),
    }
}

fn without_null(mut value: Value) -> Value {
    if let Some(object) = value.as_object_mut() {
        object.retain(|_, value| !value.is_null());
    }
    value
}
