//! The service worker. Its code is `service_worker.js`; this adds the list of files to store.

use std::collections::BTreeMap;

use serde_json::json;
use solidarity_core::address::files;

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

    /// The script. It stores these pages, the program and the data: of a divided collection, the
    /// list, and the other parts once they are used. The program shows the messages, but those
    /// visited are stored as pages, too. The script changes whenever any of these files does.
    pub fn script(&self, frame: &Frame, client: &BTreeMap<String, Vec<u8>>, data: &[File]) -> File {
        let pages = self.paths.iter().map(String::as_str);
        let files: Vec<_> = pages.chain(frame.hashed_files()).chain(LOOKS).collect();
        let digests = digests(&files, client, data);
        let (files, digests) = (json!(files), json!(digests));
        let content = format!("{CODE}{}{files}{digests}", self.text);
        let version = json!(digest(content.as_bytes()));
        File::new(
            "sw.js",
            format!(
                "const VERSION = {version};\nconst FILES = {files};\nconst DIGESTS = {digests};\n{CODE}"
            ),
        )
    }
}

/// The digests of files by their paths: of those in the list that are not pages, because hosts may
/// change pages on the way, and of all fonts.
fn digests(
    files: &[&str],
    client: &BTreeMap<String, Vec<u8>>,
    data: &[File],
) -> BTreeMap<String, String> {
    let fonts = client.keys().map(String::as_str);
    let fonts = fonts.filter(|file| file.starts_with("fonts/") && file.ends_with(".woff2"));
    let files = files.iter().copied();
    let files = files.filter(|file| file_of(file) == *file && !file.ends_with(".html"));
    let digest_of = |file: &str| {
        let of_data = data.iter().find(|data| data.path == file).map(|data| &data.bytes);
        Some((file.to_owned(), digest(client.get(file).or(of_data)?)))
    };
    files.chain(fonts).filter_map(digest_of).collect()
}
