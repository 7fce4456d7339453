//! A preview: the finished site, served as a static host would, and rebuilt on every change.

mod changes;
mod host;
mod listener;
mod outcome;

use std::path::Path;
use std::sync::Arc;
use std::thread;

use solidarity_publisher::File;
use thiserror::Error;

use crate::disk::DiskError;
use crate::project::Project;
use crate::site::{BuildError, Built, Plan, build};

use changes::Changes;
use outcome::{News, SCRIPT};

pub use listener::{ListenError, Listener, listen};

/// Why there is no preview.
#[derive(Debug, Error)]
pub enum PreviewError {
    /// No port could be opened.
    #[error(transparent)]
    Listen(#[from] ListenError),
    /// There is no place for the site.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// The server cannot run.
    #[error("cannot serve the preview: {0}")]
    Serve(std::io::Error),
}

/// Serves the site of a project until the program is stopped. After each build `told` learns what
/// became of it.
///
/// # Errors
/// When the server cannot run. Nothing that is wrong with the project is an error here: the preview
/// says it, and waits for it to be mended.
pub fn serve(
    project: &Project,
    listener: Listener,
    told: &dyn Fn(&Result<Built, BuildError>),
) -> Result<(), PreviewError> {
    // Each preview of a project has a folder of its own, because its pages know whose they are.
    let folder = project.cache("preview")?.join(listener.address.port().to_string());
    let news = Arc::new(News::new(folder.clone()));
    let server = thread::spawn({
        let news = Arc::clone(&news);
        move || host::run(listener.socket, news)
    });
    let mut changes = Changes::of(project);
    while !server.is_finished() {
        let number = news.next();
        let built = build(project, &plan(&folder, &|file| prepared(file, number)));
        match &built {
            Ok(Built { base, .. }) => news.built(number, base.clone()),
            Err(error) => news.failed(error),
        }
        told(&built);
        changes.wait(|| server.is_finished());
    }
    match server.join() {
        Ok(Err(error)) => Err(PreviewError::Serve(error)),
        _ => Ok(()),
    }
}

fn plan<'a>(place: &'a Path, change: &'a (dyn Fn(File) -> File + Sync)) -> Plan<'a> {
    Plan { place, url: None, has_previews: true, leave_out_broken: false, change }
}

/// A service worker that removes itself, and what one of an earlier site has stored.
const NO_WORKER: &str = include_str!("../../../../docs/sw-off.js");

/// A file of the site as it is previewed: pages know when to reload, and nothing is stored for
/// offline visits, because that would hide changes.
fn prepared(mut file: File, number: u64) -> File {
    if file.path == "sw.js" {
        file.bytes = NO_WORKER.into();
    }
    if file.path.ends_with(".html") {
        let page = String::from_utf8_lossy(&file.bytes);
        let script = format!("<script src=\"{SCRIPT}?{number}-0\" defer></script></head>");
        file.bytes = page.replacen("</head>", &script, 1).into_bytes();
    }
    file
}
