//! The built site: what Trunk's output needs to be read without the program, found, shared and
//! kept. Host only; the one part that writes files.

mod booklet;
mod feed;
mod frame;
mod head;
mod headers;
mod json_ld;
mod manifest;
mod markup;
mod offline;
mod page;
mod pages;
mod parts;
mod pictures;
mod preview;
mod qr;
mod service_worker;
mod settings;
mod sitemap;
mod theme;

use std::fs;
use std::path::{Path, PathBuf};

use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use thiserror::Error;

pub use frame::FrameError;
pub use preview::{PaintError, Painter, Preview};
pub use settings::{Settings, SettingsError};
pub use theme::{Palette, Theme, ThemeError};

use crate::browser::MESSAGES;
use crate::collection::characters::{shown_in_json, unshown_in_json};
use crate::collection::{Collection, Problem, parse};
use crate::labels::Labels;
use crate::search::Folder;
use crate::site::{BOOKLET, Published};
use crate::view_state::{Grouping, Page, View};
use crate::words::Words;
use frame::Frame;
use page::Renderer;
use pages::Pages;
use parts::Data;
use pictures::Pictures;

/// Why the site could not be written.
#[derive(Debug, Error)]
pub enum PublishError {
    /// A file could not be read.
    #[error("cannot read {}: {source}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// A file could not be written.
    #[error("cannot write {}: {source}", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The address of the site is none, or of another folder.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// The file of messages holds nothing that can be shown.
    #[error("{MESSAGES} cannot be shown:\n{}", listed(.0))]
    Collection(Vec<Problem>),
    /// The logo is not there.
    #[error("“logo” is {0}, but there is no such file in the folder “public”")]
    NoLogo(String),
    /// What Trunk wrote is not what this expects.
    #[error(transparent)]
    Frame(#[from] FrameError),
    /// A picture could not be painted.
    #[error("cannot paint the picture of {page}: {source}")]
    Paint {
        /// The path of the page.
        page: String,
        /// Why not.
        source: PaintError,
    },
    /// A QR code could not be made.
    #[error("cannot make a QR code of {url}: {source}")]
    Qr {
        /// What it was to hold.
        url: String,
        /// Why not.
        source: qrcode::types::QrError,
    },
    /// The feed could not be written as XML.
    #[error("the feed could not be written: {0}")]
    Feed(#[from] atom_syndication::Error),
}

/// What was written, for whoever builds the site.
#[derive(Debug)]
pub struct Report {
    /// How many pages there are.
    pub pages: usize,
    /// How many pictures were painted; the others had been painted before.
    pub painted: usize,
    /// What was left out, and why.
    pub left_out: Vec<String>,
    /// What is wrong with messages that are not shown.
    pub problems: Vec<Problem>,
}

/// Turns what Trunk has built into the site.
///
/// # Errors
/// When a file cannot be read or written, or the collection holds nothing that can be shown.
pub fn publish(settings: &Settings) -> Result<Report, PublishError> {
    let Settings { folder, base, .. } = settings;
    let text = shown_messages(folder)?;
    let (collection, left_out) = parse(&text).map_err(PublishError::Collection)?;
    let Data { file: data, parts, collection, problems } =
        parts::write_data(folder, &text, collection, left_out.clone(), Folder::native())?;
    // It is needed to the end of the program.
    let collection: &'static Collection = Box::leak(Box::new(collection));
    let labels = Labels::new(collection);
    let url = settings.url.as_ref().or(collection.url.as_ref());
    let url = url.map(|url| settings.address(url)).transpose()?;

    if let Some(logo) = &collection.logo
        && !folder.join(logo).is_file()
    {
        return Err(PublishError::NoLogo(logo.clone()));
    }

    let frame = Frame::read(&read(&folder.join("index.html"))?, base, &data, parts.as_ref())?;
    let published = Published { files: true, url: url.clone(), parts };
    let renderer = Renderer { labels, problems: &problems, base, published: &published };
    let pages = Pages { folder, frame: &frame, renderer: &renderer, url: url.as_deref() };

    let grouped = View { grouping: Grouping::Country, ..View::default() };
    let of_the_whole = [String::new(), grouped.address(), Page::About.path()];
    let of_messages = collection.messages.iter().map(|message| Page::of(message).path());
    let paths: Vec<_> = of_the_whole.iter().cloned().chain(of_messages).collect();
    for path in &of_the_whole {
        pages.write(path)?;
    }
    pages.write_not_found()?;
    pages.write_booklet()?;
    pages.write_offline()?;

    let Theme { light, .. } = frame.theme();
    let icon = read(&folder.join("icon.svg"))?;
    let error = |source| PublishError::Paint { page: "icon.svg".into(), source };
    let painter = Painter::new(light.clone(), &icon).map_err(error)?;
    let pictures = Pictures::new(&painter, settings.pictures.as_deref(), &icon)?;
    write(folder, "preview.png", pages.preview_of_all(&pictures)?)?;
    let progress = progress(collection.messages.len());
    collection.messages.par_iter().try_for_each(|message| {
        pages.write_message(&pictures, message)?;
        progress.inc(1);
        Ok::<_, PublishError>(())
    })?;
    progress.finish_and_clear();
    let painted = pictures.settle()?;
    for (name, side) in manifest::ICONS {
        let error = |source| PublishError::Paint { page: name.into(), source };
        write(folder, name, painter.icon(side).map_err(error)?)?;
    }
    write(folder, manifest::FILE, manifest::manifest(labels, &light.paper))?;
    write(folder, "robots.txt", sitemap::robots(url.as_deref()))?;
    let mut not_written = Vec::new();
    match &url {
        Some(url) => {
            let mut paths = paths.clone();
            paths.push(BOOKLET.to_owned());
            write(folder, "sitemap.xml", sitemap::sitemap(url, &paths))?;
            for (name, file) in feed::feed(labels, url, &settings.written)? {
                write(folder, &name, file)?;
            }
        }
        None => not_written.push(WITHOUT_ADDRESS.to_owned()),
    }
    let hashed = frame.hashed_files().into_iter().map(str::to_owned).chain(frame.hashed_parts());
    let hashed: Vec<_> = hashed.collect();
    write(folder, "_headers", headers::headers(base, frame.policy(), &hashed))?;
    write(folder, "sw.js", service_worker::script(folder, &of_the_whole, &frame)?)?;
    Ok(Report { pages: paths.len(), painted, left_out: not_written, problems: left_out })
}

/// Said where no address is set.
const WITHOUT_ADDRESS: &str = "No address is set, so what needs one in full is left out: sitemap.xml, \
the feed, QR codes, canonical links, and the pictures and links that chat applications show. Set \
SITE_URL, as in SITE_URL=https://example.org/, or “url” in messages.json.";

/// Shows in a terminal how far it is: ten thousand messages take minutes.
fn progress(messages: usize) -> ProgressBar {
    let bar = ProgressBar::new(messages as u64);
    match ProgressStyle::with_template("{bar:40} {pos} of {len} messages, {eta} to go") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// The file of the page at a path below the base of the site.
fn file_of(path: &str) -> String {
    if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_owned()
    }
}

/// The first 16 hexadecimal digits of the SHA-256 digest of some bytes: a name for what they are.
fn digest(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// The file of messages without what cannot be shown: whoever takes it from the site has no use for
/// that, either.
fn shown_messages(folder: &Path) -> Result<String, PublishError> {
    let text = read(&folder.join(MESSAGES))?;
    let unshown = unshown_in_json(&text);
    if unshown.is_empty() {
        return Ok(text);
    }
    let shown = shown_in_json(&text, &unshown).into_owned();
    write(folder, MESSAGES, &shown)?;
    Ok(shown)
}

fn read(path: &Path) -> Result<String, PublishError> {
    fs::read_to_string(path).map_err(|source| PublishError::Read { path: path.to_owned(), source })
}

fn write(folder: &Path, name: &str, content: impl AsRef<[u8]>) -> Result<(), PublishError> {
    let path = folder.join(name);
    let parent = path.parent().unwrap_or(folder);
    fs::create_dir_all(parent)
        .and_then(|()| fs::write(&path, content))
        .map_err(|source| PublishError::Write { path, source })
}

/// Problems as lines of text.
fn listed(problems: &[Problem]) -> String {
    let words = Words::before_loading();
    let line = |problem: &Problem| {
        let (what, cure) = (words.problem)(&problem.kind);
        let position = (words.line_column)(problem.position.line, problem.position.column);
        format!("  {}, {position}: {what} {cure}", problem.path)
    };
    problems.iter().map(line).collect::<Vec<_>>().join("\n")
}
