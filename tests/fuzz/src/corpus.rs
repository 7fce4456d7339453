//! The inputs that are kept.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::{LARGEST, Target};

/// The folder of the inputs that are kept, one folder for each target.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

/// Where an input is put that fails.
pub fn failures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/fuzz-failures")
}

/// The inputs to begin with, in an order that is the same in every run.
///
/// # Errors
/// When a file of the corpus cannot be read.
pub fn inputs(target: &Target) -> io::Result<Vec<Vec<u8>>> {
    let folder = folder().join(target.name);
    let mut files = Vec::new();
    if folder.exists() {
        for entry in fs::read_dir(&folder)? {
            files.push(entry?.path());
        }
    }
    files.sort();
    let mut inputs = files.iter().map(fs::read).collect::<io::Result<Vec<_>>>()?;
    inputs.extend((target.seeds)());
    for input in &mut inputs {
        input.truncate(LARGEST);
    }
    Ok(inputs)
}
