//! Reading and writing files, with errors that name them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{fs, io, process};

use solidarity_exchange::unicode;
use thiserror::Error;

/// What the system could not do.
#[derive(Debug, Error)]
pub enum DiskError {
    /// A file or folder could not be read.
    #[error("cannot read {}: {source}", path.display())]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// The system's error.
        source: io::Error,
    },
    /// A text file is in another character set.
    #[error("{}:{line}: from here on the file is not in UTF-8: save it again in UTF-8", path.display())]
    NotUtf8 {
        /// The file.
        path: PathBuf,
        /// The line, from 1, of the first letter that is not.
        line: usize,
    },
    /// A file or folder could not be written.
    #[error("cannot write {}: {source}", path.display())]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// The system's error.
        source: io::Error,
    },
    /// Neither a file nor a folder.
    #[error("{} is a link: put the file itself there", .0.display())]
    Link(PathBuf),
    /// A name that cannot be part of a web address.
    #[error("{}: this name is not in UTF-8: give the file another name", .0.display())]
    Name(PathBuf),
}

/// Makes an error for a file or folder that could not be read.
pub fn read_error(path: &Path) -> impl Fn(io::Error) -> DiskError {
    let path = path.to_owned();
    move |source| DiskError::Read { path: path.clone(), source }
}

/// Makes an error for a file or folder that could not be written.
pub fn write_error(path: &Path) -> impl Fn(io::Error) -> DiskError {
    let path = path.to_owned();
    move |source| DiskError::Write { path: path.clone(), source }
}

/// Reads a text file in UTF-8, or in UTF-16 as PowerShell writes it, without the byte order mark.
///
/// # Errors
/// When the file cannot be read, or is in another character set.
pub fn read_text(file: &Path) -> Result<String, DiskError> {
    let bytes = fs::read(file).map_err(read_error(file))?;
    unicode(&bytes).map_err(|line| DiskError::NotUtf8 { path: file.to_owned(), line })
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
/// When the folder or a file cannot be read, or is a link.
pub fn read_folder(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, DiskError> {
    let mut files = BTreeMap::new();
    gather(folder, "", &mut files)?;
    Ok(files)
}

fn gather(
    folder: &Path,
    below: &str,
    files: &mut BTreeMap<String, Vec<u8>>,
) -> Result<(), DiskError> {
    for entry in fs::read_dir(folder).map_err(read_error(folder))? {
        let entry = entry.map_err(read_error(folder))?;
        let path = entry.path();
        let kind = entry.file_type().map_err(read_error(&path))?;
        let name = entry.file_name().into_string().map_err(|_| DiskError::Name(path.clone()))?;
        let below = format!("{below}{name}");
        if kind.is_symlink() {
            return Err(DiskError::Link(path));
        }
        if kind.is_dir() {
            gather(&path, &format!("{below}/"), files)?;
        } else {
            files.insert(below, fs::read(&path).map_err(read_error(&path))?);
        }
    }
    Ok(())
}
