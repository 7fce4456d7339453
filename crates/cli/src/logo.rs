//! The logo of a collection: whether it is a picture that pages can show.

use std::collections::BTreeMap;

use thiserror::Error;

/// What is wrong with a logo.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum LogoError {
    /// A path that leads out of the folder.
    #[error(
        "“logo” is {0}, which is not in the folder “files”: put the picture there, and write its name \
         alone, as in \"crest.svg\""
    )]
    Outside(String),
    /// There is no such file.
    #[error(
        "“logo” is {0}, but there is no such file: put it into the folder “files” of the project{1}"
    )]
    Missing(String, String),
    /// There is a folder.
    #[error("“logo” is {0}, which is a folder: name the picture in it, as in \"{0}/crest.svg\"")]
    Folder(String),
    /// The content is not that of a picture.
    #[error(
        "“logo” is {0}, but that file is no picture that browsers show: save it as SVG, PNG, JPEG, WebP, \
         GIF or AVIF"
    )]
    NoPicture(String),
    /// The name says something other than the content.
    #[error(
        "“logo” is {0}, but that file is {1}: browsers go by the name, so change its end to {2}"
    )]
    Misnamed(String, &'static str, &'static str),
}

/// More bytes than a logo should have: as many as the whole of a first visit.
const HEAVY: usize = 350_000;

/// Checks the logo against the files of a site. Returns what to improve, if anything.
pub fn check_logo(
    logo: &str,
    files: &BTreeMap<String, Vec<u8>>,
) -> Result<Option<String>, LogoError> {
    let name = || logo.to_owned();
    if logo.split('/').any(|part| matches!(part, "" | "." | "..")) {
        return Err(LogoError::Outside(name()));
    }
    let Some(bytes) = files.get(logo) else {
        let folder = format!("{logo}/");
        if files.keys().any(|path| path.starts_with(&folder)) {
            return Err(LogoError::Folder(name()));
        }
        let alike = |path: &&String| path.to_lowercase() == logo.trim().to_lowercase();
        let alike = files.keys().find(alike);
        let hint = alike.map(|path| format!(". There is {path}: capital letters and spaces count"));
        return Err(LogoError::Missing(name(), hint.unwrap_or_default()));
    };
    let Some((what, end)) = kind_of(bytes) else { return Err(LogoError::NoPicture(name())) };
    let is_vector = |end: &str| end == ".svg";
    if is_vector(end) != logo.to_lowercase().ends_with(".svg") {
        return Err(LogoError::Misnamed(name(), what, end));
    }
    let size = bytes.len().div_ceil(1000);
    let heavy =
        format!("“logo”: {logo} has {size} kB, and every visitor fetches it: make it smaller");
    Ok((bytes.len() > HEAVY).then_some(heavy))
}

/// What kind of picture this is, by how it begins, and how the name of such a file ends.
fn kind_of(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    let at =
        |from: usize, mark: &[u8]| bytes.get(from..).is_some_and(|rest| rest.starts_with(mark));
    if at(0, b"\x89PNG\r\n\x1a\n") {
        Some(("a PNG", ".png"))
    } else if at(0, b"\xff\xd8\xff") {
        Some(("a JPEG", ".jpg"))
    } else if at(0, b"GIF8") {
        Some(("a GIF", ".gif"))
    } else if at(0, b"RIFF") && at(8, b"WEBP") {
        Some(("a WebP", ".webp"))
    } else if at(4, b"ftypavif") || at(4, b"ftypavis") {
        Some(("an AVIF", ".avif"))
    } else {
        is_svg(bytes).then_some(("an SVG", ".svg"))
    }
}

/// Whether this is an SVG. As a picture in a page it runs no scripts, whatever it contains.
fn is_svg(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    text.starts_with('<') && (text.contains("<svg") || text.contains(":svg")) && !is_html(text)
}

fn is_html(text: &str) -> bool {
    let start: String = text.chars().take(14).collect();
    let start = start.to_lowercase();
    start.starts_with("<!doctype html") || start.starts_with("<html")
}
