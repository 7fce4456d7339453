//! The service worker: its code is `src/service_worker.js`; here it learns which files to keep.

use std::path::Path;

use serde_json::json;

use super::frame::Frame;
use super::{PublishError, digest, file_of, read};
use crate::app::NOT_FOUND;

const CODE: &str = include_str!("../service_worker.js");

/// Beside pages, program and data: what the first screen is drawn with.
const LOOKS: [&str; 4] =
    ["fonts/FamiljenGrotesk-latin.woff2", "fonts/Brygada1918-latin.woff2", "icon.svg", "land.svg"];

/// The script. It keeps what shows the site without a connection: the pages at these paths, the
/// program and the data; of a large collection the list, and of its other parts those that were used. Messages are shown by the program; those visited are kept as pages,
/// too. Its version changes when any of these pages does, and they name the program and the data
/// by their digests.
pub(super) fn script(
    folder: &Path,
    paths: &[String],
    frame: &Frame,
) -> Result<String, PublishError> {
    let pages: Vec<_> = paths.iter().map(String::as_str).chain([NOT_FOUND]).collect();
    let mut content = CODE.to_owned();
    for page in &pages {
        content += &read(&folder.join(file_of(page)))?;
    }
    let version = digest(content.as_bytes());
    let files: Vec<_> = pages.into_iter().chain(frame.hashed_files()).chain(LOOKS).collect();
    Ok(format!("const VERSION = {};\nconst FILES = {};\n{CODE}", json!(version), json!(files)))
}
