//! The data of a site: one file or, of a large collection, a list of its messages, an index for the
//! search, and the texts in parts, so that a visitor fetches no more than is looked at.

use serde_json::json;
use solidarity_core::collection::raw::{ListedMessage, RawDataset, RawText};
use solidarity_core::collection::{Collection, Message, Problem, parse_list};
use solidarity_core::handover::{MESSAGES_PER_PART, Parts};
use solidarity_core::search::{Builder, Folder, Packed};

use crate::digest::digest;
use crate::file::File;

/// A file of messages of more bytes than this is divided: compressed it would weigh more than a third
/// of the program.
const LARGE: usize = 256 * 1024;

/// The data of a site, as the program will have it.
pub struct Data {
    /// The file that the program fetches first: all messages, or their list.
    pub messages: String,
    /// Where the rest is.
    pub parts: Option<Parts>,
    /// The messages.
    pub collection: Collection,
    /// What is wrong with those that are left out, as far as the program tells.
    pub problems: Vec<Problem>,
    /// All of its files. Their names have the digest of what they hold: the pages of one build ask for
    /// the data of that build and no other.
    pub files: Vec<File>,
}

impl Data {
    /// The data of a collection, from the text of its file.
    ///
    /// # Errors
    /// The problems of the list of a large collection, if it cannot be read: none that a collection can
    /// cause.
    pub fn new(
        text: &str,
        collection: Collection,
        problems: Vec<Problem>,
    ) -> Result<Data, Vec<Problem>> {
        if text.len() <= LARGE {
            let file = hashed("messages", "json", text.as_bytes().to_vec());
            let messages = file.path.clone();
            return Ok(Data { messages, parts: None, collection, problems, files: vec![file] });
        }
        let list = list(text, &collection);
        // What the program will read, so that it finds the pages as they are written here.
        let (listed, problems) = parse_list(&list)?;
        for (message, whole) in listed.messages.iter().zip(&collection.messages) {
            message.arrive(whole.body().to_vec());
        }
        let list = hashed("messages", "json", list.into_bytes());
        let messages = list.path.clone();
        let Packed { index, order } = Builder::of(Folder::native(), &listed).pack();
        let [index, order] = [hashed("index", "bin", index), hashed("order", "bin", order)];
        let (folder, texts) = texts(&listed.messages);
        let parts =
            Some(Parts { index: index.path.clone(), order: order.path.clone(), texts: folder });
        let files = [list, index, order].into_iter().chain(texts).collect();
        Ok(Data { messages, parts, collection: listed, problems, files })
    }
}

/// Which parts of the texts have those of these messages.
pub fn parts_of(messages: impl IntoIterator<Item = usize>) -> Vec<usize> {
    let mut parts: Vec<_> = messages.into_iter().map(|at| at / MESSAGES_PER_PART).collect();
    parts.sort_unstable();
    parts.dedup();
    parts
}

/// The list of a collection, as [`parse_list`] reads it.
fn list(text: &str, collection: &Collection) -> String {
    // It has been read before, by the same rules.
    let shared = serde_json::from_str(text)
        .map(|RawDataset { collection, .. }| collection.get().to_owned())
        .unwrap_or_default();
    let messages: Vec<_> = collection.messages.iter().map(ListedMessage::from).collect();
    format!("{{\"collection\":{shared},\"messages\":{}}}", json!(messages))
}

/// The folder of the texts, and its files.
fn texts(messages: &[Message]) -> (String, Vec<File>) {
    let body = |message: &Message| message.body().iter().map(RawText::from).collect::<Vec<_>>();
    let part = |part: &[Message]| json!(part.iter().map(body).collect::<Vec<_>>()).to_string();
    let parts: Vec<String> = messages.chunks(MESSAGES_PER_PART).map(part).collect();
    let folder = format!("texts-{}/", digest(parts.join("\n").as_bytes()));
    let file = |(at, part): (usize, String)| File::new(format!("{folder}{at}.json"), part);
    let files = parts.into_iter().enumerate().map(file).collect();
    (folder, files)
}

/// A file whose name has the digest of what it holds.
fn hashed(kind: &str, extension: &str, bytes: Vec<u8>) -> File {
    File { path: format!("{kind}-{}.{extension}", digest(&bytes)), bytes }
}
