//! What the system could not do, in words that say what to do about it.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use thiserror::Error;

/// What the system could not do.
#[derive(Debug, Error)]
pub enum DiskError {
    /// A file or folder could not be read.
    #[error("cannot read {}: {source}{}", path.display(), cure(source))]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// The system's error.
        source: io::Error,
    },
    /// A file or folder could not be written.
    #[error("cannot write {}: {source}{}", path.display(), cure(source))]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// The system's error.
        source: io::Error,
    },
    /// A folder, a device, a pipe or a socket.
    #[error("{} is not a file, but {what}: put a file there, or name another", path.display())]
    NotAFile {
        /// Its path.
        path: PathBuf,
        /// What it is.
        what: &'static str,
    },
    /// A file where a folder is expected.
    #[error("{} is not a folder: give it another name, and make a folder with this one", .0.display())]
    NotAFolder(PathBuf),
    /// A file that would take up the memory of the computer.
    #[error(
        "{} is too large: it has {:.1} MB, and the most is {} MB. {cure}",
        path.display(), megabytes(*size), megabytes(*limit)
    )]
    TooLarge {
        /// The file or folder.
        path: PathBuf,
        /// Its size in bytes.
        size: u64,
        /// The most bytes that are read.
        limit: u64,
        /// What to do about it.
        cure: &'static str,
    },
    /// A text file in another encoding.
    #[error(
        "{}:{line}: from here on the file is not in UTF-8: save it again as UTF-8",
        path.display()
    )]
    NotUtf8 {
        /// The file.
        path: PathBuf,
        /// The first line that cannot be read, counted from 1.
        line: usize,
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

/// What to do about an error of the system, if there is more to say than it does itself.
fn cure(error: &io::Error) -> &'static str {
    match error.kind() {
        ErrorKind::NotFound => ". Is the name spelt as the file is? Capital letters count",
        ErrorKind::PermissionDenied => {
            ". You have no right to do this: change the rights of the file or its folder, or use \
             another folder"
        }
        ErrorKind::ReadOnlyFilesystem => ". Use a folder on another disk",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            ". Make room on the disk, then try again"
        }
        ErrorKind::FileTooLarge => ". The disk, or a limit of your account, allows no larger file",
        ErrorKind::InvalidFilename => {
            ". The name has characters that the disk does not allow, or too many: use a shorter one"
        }
        ErrorKind::AlreadyExists => ". There is a file of this name: use another name or folder",
        ErrorKind::NotADirectory => {
            ". Part of this path is a file, not a folder: rename that file, or use another path"
        }
        _ => "",
    }
}

#[expect(clippy::cast_precision_loss, reason = "one digit after the point is shown")]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}
