//! What a large collection is divided into: a list of its messages, an index for the search, and the
//! texts in parts, so that a visitor fetches no more than is looked at.

use std::path::Path;

use serde_json::json;

use super::{PublishError, digest, write};
use crate::collection::raw::{RawDataset, RawMessage, RawText};
use crate::collection::{Collection, Message, Problem, parse_list};
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
    let [index, order] = write_index(folder, &listed, words)?;
    let parts = Parts { index, order, texts: write_texts(folder, &listed.messages)? };
    Ok(Data { file, parts: Some(parts), collection: listed, problems })
}

/// Which parts of the texts have those of these messages.
pub(super) fn parts_of(messages: impl IntoIterator<Item = usize>) -> Vec<usize> {
    let mut parts: Vec<_> = messages.into_iter().map(|at| at / IN_A_PART).collect();
    parts.sort_unstable();
    parts.dedup();
    parts
}

/// The names of the index and of the order of words.
fn write_index(
    folder: &Path,
    collection: &Collection,
    words: Folder,
) -> Result<[String; 2], PublishError> {
    let Packed { index, order } = Builder::of(words, collection).pack();
    let write = |kind: &str, bytes: &[u8]| {
        let name = format!("{kind}-{}.bin", digest(bytes));
        write(folder, &name, bytes).map(|()| name)
    };
    Ok([write("index", &index)?, write("order", &order)?])
}

/// The name of the folder of texts.
fn write_texts(folder: &Path, messages: &[Message]) -> Result<String, PublishError> {
    let body = |message: &Message| message.body().iter().map(RawText::from).collect::<Vec<_>>();
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
    let messages: Vec<_> = collection.messages.iter().map(RawMessage::listed).collect();
    format!("{{\"collection\":{shared},\"messages\":{}}}", json!(messages))
}
