//! Keeping two processes from writing in one place.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;

use crate::disk::{DiskError, write_error};

/// Waits until no other process has the lock of this file. The lock is given up with the file, or by
/// the system when the process ends, in whatever way. The file stays: without it, those who wait and
/// those who come later would hold different locks.
///
/// # Errors
/// When the file cannot be written.
pub fn lock(path: &Path) -> Result<File, DiskError> {
    let file =
        OpenOptions::new().create(true).append(true).open(path).map_err(write_error(path))?;
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => {
            eprintln!("Another build is running: waiting for its end.");
            file.lock().map_err(write_error(path))?;
        }
        // Some network drives have no locks. There, nobody may build twice at a time.
        Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {}
        locked => locked.map_err(io::Error::from).map_err(write_error(path))?,
    }
    Ok(file)
}
