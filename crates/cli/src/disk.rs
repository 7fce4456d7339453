//! Reading and writing files, with errors that name them.

use std::collections::BTreeMap;
use std::fs::{FileType, Metadata};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{fs, process};

use solidarity_exchange::unicode;

pub use crate::disk_error::{DiskError, read_error, write_error};

/// The most bytes of a file: a collection of ten thousand messages has 80 MB.
const LARGEST: u64 = 200_000_000;
/// The most bytes of a folder whose files become part of a site: they are all in memory at once.
const LARGEST_FOLDER: u64 = 1_000_000_000;

/// Reads a text file in UTF-8, or in UTF-16 as PowerShell writes it, without the byte order mark.
///
/// # Errors
/// When it is no file, is too large, cannot be read or is in another character set.
pub fn read_text(file: &Path) -> Result<String, DiskError> {
    unicode(&read_file(file)?).map_err(|line| DiskError::NotUtf8 { path: file.to_owned(), line })
}

/// Reads a file. What is asked for is looked at before it is opened: a pipe or a device might never end.
///
/// # Errors
/// When it is no file, is too large or cannot be read.
pub fn read_file(file: &Path) -> Result<Vec<u8>, DiskError> {
    let about = fs::metadata(file).map_err(read_error(file))?;
    readable(file, &about)?;
    fs::read(file).map_err(read_error(file))
}

fn readable(path: &Path, about: &Metadata) -> Result<(), DiskError> {
    if !about.is_file() {
        return Err(DiskError::NotAFile { path: path.to_owned(), what: what(about.file_type()) });
    }
    if about.len() > LARGEST {
        let (path, size, limit) = (path.to_owned(), about.len(), LARGEST);
        let cure = "Divide it, or leave out what is not needed";
        return Err(DiskError::TooLarge { path, size, limit, cure });
    }
    Ok(())
}

fn what(kind: FileType) -> &'static str {
    if kind.is_dir() { "a folder" } else { "a device, a pipe or a socket" }
}

/// Writes a file in one step, so that nobody ever finds half of it.
///
/// # Errors
/// When the file cannot be written; what was there before is then still there.
pub fn write_whole(file: &Path, bytes: &[u8]) -> Result<(), DiskError> {
    static WRITTEN: AtomicUsize = AtomicUsize::new(0);
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    // Two threads may be writing the same file.
    let number = WRITTEN.fetch_add(1, Ordering::Relaxed);
    let beside = file.with_file_name(format!("{name}.{}-{number}.new", process::id()));
    let written = fs::write(&beside, bytes).and_then(|()| fs::rename(&beside, file));
    written.map_err(|error| {
        // Whatever was written of it is of no use to anybody.
        let _ = fs::remove_file(&beside);
        write_error(file)(error)
    })
}

/// Whether there is a file, or a folder that is not empty.
pub fn is_in_use(folder: &Path) -> bool {
    fs::read_dir(folder).map_or(folder.exists(), |mut entries| entries.next().is_some())
}

/// All files in a folder, by their paths below it, with slashes.
///
/// # Errors
/// When the folder or a file cannot be read, is a link or is too large.
pub fn read_folder(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, DiskError> {
    let mut gathered = Gathered::default();
    gathered.add(folder, folder, "")?;
    Ok(gathered.files)
}

#[derive(Default)]
struct Gathered {
    files: BTreeMap<String, Vec<u8>>,
    size: u64,
}

impl Gathered {
    /// Adds what is in a folder, which is at a path `below` the whole.
    fn add(&mut self, whole: &Path, folder: &Path, below: &str) -> Result<(), DiskError> {
        if fs::metadata(folder).is_ok_and(|about| !about.is_dir()) {
            return Err(DiskError::NotAFolder(folder.to_owned()));
        }
        for entry in fs::read_dir(folder).map_err(read_error(folder))? {
            let entry = entry.map_err(read_error(folder))?;
            let path = entry.path();
            let about = entry.metadata().map_err(read_error(&path))?;
            let name = entry.file_name().into_string();
            let name = name.map_err(|_| DiskError::Name(path.clone()))?;
            let below = format!("{below}{name}");
            if about.is_symlink() {
                return Err(DiskError::Link(path));
            }
            if about.is_dir() {
                self.add(whole, &path, &format!("{below}/"))?;
                continue;
            }
            self.size += about.len();
            if self.size > LARGEST_FOLDER {
                let (path, size, limit) = (whole.to_owned(), self.size, LARGEST_FOLDER);
                let cure = "Put large files on your web host yourself, beside the site";
                return Err(DiskError::TooLarge { path, size, limit, cure });
            }
            self.files.insert(below, read_file(&path)?);
        }
        Ok(())
    }
}
