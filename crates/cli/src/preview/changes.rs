//! Noticing changes of a project.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, SystemTime};

use crate::project::{FILES, ICON, Project, THEME};

/// Looks for changes of the files that a site depends on. It asks for their times rather than for
/// the system's notifications, which many network drives and containers do not give: there are a
/// handful of files, and asking for them takes microseconds.
pub struct Changes {
    paths: [PathBuf; 4],
    seen: Stamps,
}

/// The time and the size of each file.
type Stamps = BTreeMap<PathBuf, (Option<SystemTime>, u64)>;

/// How often it looks.
const INTERVAL: Duration = Duration::from_millis(200);

impl Changes {
    /// Changes from now on.
    pub fn of(project: &Project) -> Changes {
        let path = |name| project.path(name);
        let paths = [project.messages(), path(THEME), path(ICON), path(FILES)];
        let seen = stamps(&paths);
        Changes { paths, seen }
    }

    /// Waits for a change and then until it is complete: programs may save a file in several steps.
    /// Gives up when there is no more reason to wait.
    pub fn wait(&mut self, is_over: impl Fn() -> bool) {
        let mut before = self.seen.clone();
        while !is_over() {
            sleep(INTERVAL);
            let now = stamps(&self.paths);
            if now == before && now != self.seen {
                self.seen = now;
                return;
            }
            before = now;
        }
    }
}

fn stamps(paths: &[PathBuf]) -> Stamps {
    let mut stamps = Stamps::new();
    paths.iter().for_each(|path| add(path, &mut stamps));
    stamps
}

fn add(path: &Path, stamps: &mut Stamps) {
    let Ok(about) = fs::symlink_metadata(path) else { return };
    stamps.insert(path.to_owned(), (about.modified().ok(), about.len()));
    if about.is_dir() {
        let entries = fs::read_dir(path).into_iter().flatten().flatten();
        entries.for_each(|entry| add(&entry.path(), stamps));
    }
}
