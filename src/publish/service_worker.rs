//! The service worker: its code is `src/service_worker.js`; here it learns which files to keep.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde_json::json;

use super::frame::Frame;
use super::{PublishError, digest, file_of, offline, read};
use crate::app::NOT_FOUND;
use crate::site::BOOKLET;

const CODE: &str = include_str!("../service_worker.js");

/// Beside pages, program and data: what the first screen is drawn with.
const LOOKS: [&str; 4] =
    ["fonts/FamiljenGrotesk-latin.woff2", "fonts/Brygada1918-latin.woff2", "icon.svg", "land.svg"];

/// A booklet of more bytes than this is kept by whoever opens it, and not by every visitor: a quarter
/// of this is what it weighs compressed, less than the program.
const LARGE: u64 = 512 * 1024;

/// The script. It keeps what shows the site without a connection: the pages at these paths, the
/// program and the data; of a large collection the list, and of its other parts those that were used.
/// Messages are shown by the program; those visited are kept as pages, too. It changes when any of
/// these files does.
pub(super) fn script(
    folder: &Path,
    paths: &[String],
    frame: &Frame,
) -> Result<String, PublishError> {
    let mut pages: Vec<_> = paths.iter().map(String::as_str).collect();
    pages.extend([NOT_FOUND, offline::FILE]);
    let size = |page| fs::metadata(folder.join(file_of(page))).map(|file| file.len());
    if size(BOOKLET).is_ok_and(|size| size <= LARGE) {
        pages.push(BOOKLET);
    }
    let mut content = CODE.to_owned();
    for page in &pages {
        content += &read(&folder.join(file_of(page)))?;
    }
    let files: Vec<_> = pages.into_iter().chain(frame.hashed_files()).chain(LOOKS).collect();
    let digests = digests(folder, &files);
    let (files, digests) = (json!(files), json!(digests));
    let version = digest(format!("{content}{files}{digests}").as_bytes());
    Ok(format!(
        "const VERSION = {};\nconst FILES = {files};\nconst DIGESTS = {digests};\n{CODE}",
        json!(version)
    ))
}

/// The digests of files by their paths: of those of these files that are no pages, which hosts may
/// change on the way, and of all fonts.
fn digests(folder: &Path, files: &[&str]) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder.join("fonts")).into_iter().flatten().flatten();
    let fonts = entries.map(|entry| format!("fonts/{}", entry.file_name().to_string_lossy()));
    let fonts = fonts.filter(|font| font.ends_with(".woff2"));
    let files = files.iter().map(|file| (*file).to_owned());
    let files = files.filter(|file| file_of(file) == *file && !file.ends_with(".html"));
    let digest_of = |file: String| {
        let bytes = fs::read(folder.join(&file)).ok()?;
        Some((file, digest(&bytes)))
    };
    files.chain(fonts).filter_map(digest_of).collect()
}
