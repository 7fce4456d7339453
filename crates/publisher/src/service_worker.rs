//! The service worker: its code is `service_worker.js`; here it learns which files to keep.

use std::collections::BTreeMap;

use serde_json::json;
use solidarity_core::address::files;

use crate::digest::digest;
use crate::file::{File, file_of};
use crate::frame::Frame;

const CODE: &str = include_str!("service_worker.js");

/// Beside pages, program and data: what the first screen is drawn with.
const LOOKS: [&str; 4] =
    ["fonts/FamiljenGrotesk-latin.woff2", "fonts/Brygada1918-latin.woff2", "icon.svg", files::LAND];

/// A booklet of more bytes than this is kept by whoever opens it, and not by every visitor: a quarter
/// of this is what it weighs compressed, less than the program.
const LARGE: usize = 512 * 1024;

/// The pages that show the site without a connection, each with its path below the base.
#[derive(Default)]
pub struct Kept {
    paths: Vec<String>,
    text: String,
}

impl Kept {
    /// Keeps a page.
    pub fn page(&mut self, path: &str, File { bytes, .. }: &File) {
        self.paths.push(path.to_owned());
        self.text += &String::from_utf8_lossy(bytes);
    }

    /// Keeps the booklet, unless it is very long.
    pub fn booklet(&mut self, file: &File) {
        if file.bytes.len() <= LARGE {
            self.page(files::BOOKLET, file);
        }
    }

    /// The script. It keeps these pages, the program and the data; of a divided collection the list, and
    /// of its other parts those that were used. Messages are shown by the program; those visited are
    /// kept as pages, too. It changes when any of these files does.
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

/// The digests of files by their paths: of those of these files that are no pages, which hosts may
/// change on the way, and of all fonts.
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
