//! A folder that replaces the one before only when it is complete: whatever ends a build, what was
//! there before is still there, whole.

use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::{fs, io};

use thiserror::Error;

use crate::disk::{DiskError, write_error};
use crate::lock::lock;

/// Why a folder was not replaced.
#[derive(Debug, Error)]
pub enum ReplaceError {
    /// A file or folder could not be written.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// A folder contains something other than a site.
    #[error(
        "{} is not empty, and holds no site that was written before: choose another folder, or \
         empty this one",
        .0.display()
    )]
    NoSite(PathBuf),
    /// There is a file, not a folder.
    #[error("{} is a file, not a folder: choose another name for the folder of the site", .0.display())]
    File(PathBuf),
    /// Two files would have the same path.
    #[error(
        "the site has a file {0} of its own, so that your folder “files” cannot have one there: \
         give yours another name"
    )]
    Taken(String),
}

/// A folder that a site is written into.
pub struct SiteFolder(NewFolder);

impl SiteFolder {
    /// Begins a site that will end up in this folder.
    ///
    /// # Errors
    /// When the folder contains something other than a site, or cannot be written to.
    pub fn begin(place: &Path) -> Result<SiteFolder, ReplaceError> {
        if place.exists() && !place.is_dir() {
            return Err(ReplaceError::File(place.to_owned()));
        }
        if is_foreign(place) {
            return Err(ReplaceError::NoSite(place.to_owned()));
        }
        NewFolder::begin(place).map(SiteFolder)
    }

    /// Writes a file.
    ///
    /// # Errors
    /// When the system refuses, or there is such a file already.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), ReplaceError> {
        self.0.write(path, bytes)
    }

    /// Moves the site into its place.
    ///
    /// # Errors
    /// When the system refuses; the previous site is then still there.
    pub fn finish(self) -> Result<(), ReplaceError> {
        self.0.finish()
    }
}

/// Whether a folder has files in it, and neither a site nor the client that Trunk serves to
/// developers.
fn is_foreign(place: &Path) -> bool {
    let names = fs::read_dir(place).into_iter().flatten().flatten();
    let names: Vec<_> =
        names.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    let has = |wanted: &dyn Fn(&str) -> bool| names.iter().any(|name| wanted(name));
    let is_site = has(&|name| name == "sw.js" || name.ends_with("_bg.wasm"));
    let is_own = is_site && has(&|name| name == "index.html");
    !names.is_empty() && !is_own
}

/// A folder beside the one that it will replace. Dropped before it is finished, it is removed.
pub struct NewFolder {
    place: PathBuf,
    new: PathBuf,
    old: PathBuf,
    /// Held until the end.
    _lock: File,
}

impl NewFolder {
    /// Begins a folder that will end up at this place. While another process writes there, it waits.
    ///
    /// # Errors
    /// When the place has no name, or nothing can be written beside it.
    pub fn begin(place: &Path) -> Result<NewFolder, ReplaceError> {
        // An existing folder may be given as `.`, or with a slash at the end.
        let place = fs::canonicalize(place).unwrap_or_else(|_| place.to_owned());
        let Some(name) = place.file_name().map(|name| name.to_string_lossy().into_owned()) else {
            return Err(ReplaceError::NoSite(place));
        };
        if let Some(parent) = place.parent() {
            fs::create_dir_all(parent).map_err(write_error(parent))?;
        }
        let lock = lock(&place.with_file_name(format!(".{name}.lock")))?;
        let beside = |end: &str| place.with_file_name(format!("{name}.{end}"));
        let (new, old) = (beside("new"), beside("old"));
        if !place.exists() && old.exists() {
            // A process ended between the two steps of `replace`.
            fs::rename(&old, &place).map_err(write_error(&place))?;
        }
        remove(&old)?;
        remove(&new)?;
        fs::create_dir(&new).map_err(write_error(&new))?;
        Ok(NewFolder { place, new, old, _lock: lock })
    }

    /// Writes a file.
    ///
    /// # Errors
    /// When the system refuses, or there is such a file already.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), ReplaceError> {
        let file = self.new.join(path);
        let parent = file.parent().unwrap_or(&self.new);
        let written = fs::create_dir_all(parent)
            .and_then(|()| OpenOptions::new().write(true).create_new(true).open(&file))
            .and_then(|mut file| file.write_all(bytes));
        written.map_err(|error| match error.kind() {
            // The folder was empty, so the one there is a file, or a folder, of the same build.
            ErrorKind::AlreadyExists | ErrorKind::NotADirectory | ErrorKind::IsADirectory => {
                ReplaceError::Taken(path.to_owned())
            }
            _ => write_error(&file)(error).into(),
        })
    }

    /// Moves the folder into its place.
    ///
    /// # Errors
    /// When the system refuses; what was there before is then still there.
    pub fn finish(self) -> Result<(), ReplaceError> {
        let NewFolder { place, new, old, .. } = &self;
        Ok(replace(new, place, old).map_err(write_error(place))?)
    }
}

impl Drop for NewFolder {
    /// Removes what is not in its place: the folder before, or a new one that was not finished. What
    /// cannot be removed now is removed by the next build.
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.new);
        if self.place.exists() {
            let _ = fs::remove_dir_all(&self.old);
        }
    }
}

/// Puts a new folder into the place of another: in one step where the system can exchange two
/// folders, otherwise in two, between which `begin` finds its way back.
fn replace(new: &Path, place: &Path, old: &Path) -> io::Result<()> {
    if !place.exists() {
        return fs::rename(new, place);
    }
    if exchange(new, place).is_ok() {
        return Ok(());
    }
    fs::rename(place, old)?;
    fs::rename(new, place).or_else(|error| {
        fs::rename(old, place)?;
        Err(error)
    })
}

#[cfg(any(target_os = "linux", target_os = "macos"))]
fn exchange(new: &Path, place: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, new, CWD, place, RenameFlags::EXCHANGE)?)
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}

fn remove(folder: &Path) -> Result<(), DiskError> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(write_error(folder)(error)),
        _ => Ok(()),
    }
}
