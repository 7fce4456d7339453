//! The data of a site: one file or, for a large collection, a list of its messages, an index for
//! the search, and the texts in parts, so that visitors fetch only what they look at.

use serde_json::json;
use solidarity_core::collection::raw::{ListedMessage, RawDataset, RawText};
use solidarity_core::collection::{Collection, Message, Problem, parse_list};
use solidarity_core::handover::{MESSAGES_PER_PART, Parts};
use solidarity_core::search::{Builder, Folding, Packed};

use crate::digest::{digest, integrity};
use crate::file::File;

/// A messages file with more bytes than this is divided: compressed, it would weigh more than a
/// third of the program.
const LARGE: usize = 256 * 1024;

/// Whether the messages in this file are divided.
pub fn is_divided(text: &str) -> bool {
    text.len() > LARGE
}

/// The data of a site, in the form that the program will read.
pub struct Data {
    /// What the pages say about the files.
    pub names: Names,
    /// The messages.
    pub collection: Collection,
    /// The problems of the messages that are left out, as far as the program reports them.
    pub problems: Vec<Problem>,
    /// All files of the data. Their names include a digest of their content, so the pages of one
    /// build ask for the data of that build and no other.
    pub files: Vec<File>,
}

/// The files of the data, and what they are checked by.
pub struct Names {
    /// The file that the program fetches first: all messages, or the list of them.
    pub messages: String,
    /// Where the other parts are.
    pub parts: Option<Parts>,
    /// The digests that browsers check, separated by spaces: of the first file and, if there are parts,
    /// of the index, of the word order and of [`TEXTS_INTEGRITY`].
    pub integrity: String,
    /// The digests of the texts, by part.
    pub texts: Vec<String>,
}

/// The file in the folder of the texts that contains their digests, in order: a page carries only
/// those of the texts that it shows.
pub const TEXTS_INTEGRITY: &str = "integrity.json";

impl Data {
    /// The data of a collection, from the text of its file.
    ///
    /// # Errors
    /// The problems of a large collection's list, if it cannot be read. No collection can cause
    /// this.
    pub fn new(
        text: &str,
        collection: Collection,
        problems: Vec<Problem>,
    ) -> Result<Data, Vec<Problem>> {
        if !is_divided(text) {
            let file = hashed("messages", "json", text.as_bytes().to_vec());
            let (messages, integrity) = (file.path.clone(), integrity(&file.bytes));
            let names = Names { messages, parts: None, integrity, texts: Vec::new() };
            return Ok(Data { names, collection, problems, files: vec![file] });
        }
        let list = list(text, &collection);
        // What the program will read, so that it renders the pages just as they are written here.
        let (listed, problems) = parse_list(&list)?;
        for (message, whole) in listed.messages.iter().zip(&collection.messages) {
            message.arrive(whole.body().to_vec());
        }
        let list = hashed("messages", "json", list.into_bytes());
        let messages = list.path.clone();
        let Packed { index, order } = Builder::of(Folding::native(), &listed).pack();
        let [index, order] = [hashed("index", "bin", index), hashed("order", "bin", order)];
        let (folder, texts) = texts(&listed.messages);
        let of_texts: Vec<_> = texts.iter().map(|file| integrity(&file.bytes)).collect();
        let digests = File::new(format!("{folder}{TEXTS_INTEGRITY}"), json!(of_texts).to_string());
        let parts =
            Some(Parts { index: index.path.clone(), order: order.path.clone(), texts: folder });
        let checked = [list, index, order, digests];
        let integrity = checked.each_ref().map(|file| integrity(&file.bytes)).join(" ");
        let files = checked.into_iter().chain(texts).collect();
        let names = Names { messages, parts, integrity, texts: of_texts };
        Ok(Data { names, collection: listed, problems, files })
    }
}

/// The parts that contain the texts of these messages.
pub fn parts_of(messages: impl IntoIterator<Item = usize>) -> Vec<usize> {
    let mut parts: Vec<_> = messages.into_iter().map(|at| at / MESSAGES_PER_PART).collect();
    parts.sort_unstable();
    parts.dedup();
    parts
}

/// The list of a collection, as [`parse_list`] reads it.
fn list(text: &str, collection: &Collection) -> String {
    // It has already been parsed by the same rules.
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

/// A file whose name includes a digest of its content.
fn hashed(kind: &str, extension: &str, bytes: Vec<u8>) -> File {
    File { path: format!("{kind}-{}.{extension}", digest(&bytes)), bytes }
}
