//! The service worker: its code is `src/service_worker.js`; here it learns which files to keep.

use std::path::Path;

use serde_json::json;

use super::frame::Frame;
use super::{PublishError, digest, read};

const CODE: &str = include_str!("../service_worker.js");

/// The files that show every message without a connection: the pages of the whole, the program and
/// the data. Messages are shown by the program; those visited are kept as pages, too.
pub(super) fn files(frame: &Frame) -> Vec<String> {
    let pages = ["", "countries/", "about/", "404.html"];
    let fonts = ["fonts/FamiljenGrotesk-latin.woff2", "fonts/Brygada1918-latin.woff2"];
    let all = pages.into_iter().chain(frame.hashed_files()).chain(fonts);
    all.chain(["icon.svg"]).map(str::to_owned).collect()
}

/// The script, with a version that changes when any page of the whole or the program does.
pub(super) fn script(folder: &Path, files: &[String]) -> Result<String, PublishError> {
    let mut pages = String::new();
    for page in ["index.html", "countries/index.html", "about/index.html", "404.html"] {
        pages += &read(&folder.join(page))?;
    }
    let version = digest(format!("{pages}{CODE}").as_bytes());
    Ok(format!("const VERSION = {};\nconst FILES = {};\n{CODE}", json!(version), json!(files)))
}
