//! The service worker. Its code is `service_worker.js`; this adds what belongs to the site: what it answers, and
//! what it stores.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;
use solidarity_core::address::files;
use solidarity_core::collection::Collection;

use crate::digest::digest;
use crate::file::{File, file_of};
use crate::frame::Frame;

const CODE: &str = include_str!("service_worker.js");

/// Needed to draw the first screen, besides pages, program and data.
const LOOKS: [&str; 4] =
    ["fonts/FamiljenGrotesk-latin.woff2", "fonts/Brygada1918-latin.woff2", "icon.svg", files::LAND];

/// A booklet with more bytes than this is stored only for visitors who open it, not for all:
/// compressed, it weighs a quarter of this, which is less than the program.
const LARGE: usize = 512 * 1024;

/// The pages that show the site without a connection, each with its path below the base.
#[derive(Default)]
pub struct Kept {
    paths: Vec<String>,
    text: String,
}

/// The parts of a site that the worker knows by their content, besides its pages.
pub struct Content<'a> {
    /// The files of the client, by their paths.
    pub client: &'a BTreeMap<String, Vec<u8>>,
    /// The files of the data.
    pub data: &'a [File],
    /// The collection.
    pub collection: &'a Collection,
}

impl Kept {
    /// Adds a page to be stored.
    pub fn page(&mut self, path: &str, File { bytes, .. }: &File) {
        self.paths.push(path.to_owned());
        self.text += &String::from_utf8_lossy(bytes);
    }

    /// Adds the booklet to be stored, unless it is very long.
    pub fn booklet(&mut self, file: &File) {
        if file.bytes.len() <= LARGE {
            self.page(files::BOOKLET, file);
        }
    }

    /// The script. It stores these pages, the program, the logo and the data: of a divided
    /// collection, the list, and the other parts once they are used. The program shows the messages,
    /// but those visited are stored as pages, too. The script changes whenever any of these files
    /// does.
    pub fn script(&self, frame: &Frame, content: &Content) -> File {
        let Content { client, data, collection } = *content;
        let shown = frame.hashed_files().into_iter().chain(LOOKS).chain(collection.logo.as_deref());
        let shown: Vec<_> = shown.collect();
        let digests = digests(&shown, client, data);
        // What is not in the site cannot be stored: a worker would ask for it in vain at every visit.
        let shown = shown.into_iter().filter(|file| digests.contains_key(*file));
        let files: Vec<_> = self.paths.iter().map(String::as_str).chain(shown).collect();
        // The booklet may be too long to be stored for all.
        let pages = self.paths.iter().map(String::as_str).chain([files::BOOKLET]);
        let pages: BTreeSet<_> = pages.filter(|path| file_of(path) != *path).collect();
        let messages: Vec<_> = collection.messages.iter().map(|m| m.id.as_str()).collect();
        let texts = frame.parts().map(|parts| parts.texts.as_str()).unwrap_or_default();
        let constants = format!(
            "const BUILD = {};\nconst PAGES = new Set({});\n\
             const MESSAGES = new Set({}.split(\" \"));\nconst TEXTS = {};\n\
             const FILES = {};\nconst DIGESTS = {};\n",
            json!(frame.build()),
            json!(pages),
            json!(messages.join(" ")),
            json!(texts),
            json!(files),
            json!(digests),
        );
        let version = digest(format!("{constants}{CODE}{}", self.text).as_bytes());
        File::new("sw.js", format!("const VERSION = {};\n{constants}{CODE}", json!(version)))
    }
}

/// The digests of files by their paths: of those shown, of all fonts and of the data. Pages have none,
/// because hosts may change them on the way, and neither have texts, which are too many: the pages know those.
fn digests(
    shown: &[&str],
    client: &BTreeMap<String, Vec<u8>>,
    data: &[File],
) -> BTreeMap<String, String> {
    let is_font = |path: &str| path.starts_with("fonts/") && path.ends_with(".woff2");
    let client = client.iter().filter(|(path, _)| is_font(path) || shown.contains(&path.as_str()));
    let client = client.map(|(path, bytes)| (path.clone(), digest(bytes)));
    let data =
        data.iter().filter(|File { path, .. }| !path.contains('/') && path != files::MESSAGES);
    client.chain(data.map(|file| (file.path.clone(), digest(&file.bytes)))).collect()
}
