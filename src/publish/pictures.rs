//! Preview pictures, each painted once: to paint one takes longer than everything else of a message.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::{env, fs};

use super::{Painter, Preview, PublishError, digest};

/// Paints what has not been painted before.
pub(super) struct Pictures<'a> {
    painter: &'a Painter,
    /// Where pictures are kept from one build to the next.
    folder: Option<&'a Path>,
    /// What all pictures depend on.
    common: String,
    used: Mutex<HashSet<PathBuf>>,
    painted: AtomicUsize,
}

impl<'a> Pictures<'a> {
    /// Keeps pictures in a folder, if there is one.
    pub fn new(
        painter: &'a Painter,
        folder: Option<&'a Path>,
        mark: &str,
    ) -> Result<Pictures<'a>, PublishError> {
        if let Some(folder) = folder {
            fs::create_dir_all(folder)
                .map_err(|source| PublishError::Write { path: folder.to_owned(), source })?;
        }
        let common = format!("{:?} {} {mark}", painter.palette(), program());
        let (used, painted) = Default::default();
        Ok(Pictures { painter, folder, common, used, painted })
    }

    /// The picture of a page, as PNG.
    pub fn preview(&self, preview: &Preview, page: &str) -> Result<Vec<u8>, PublishError> {
        let name = digest(format!("{preview:?} {}", self.common).as_bytes());
        let kept = self.folder.map(|folder| folder.join(format!("{name}.png")));
        // A picture that cannot be read is painted anew.
        let before = kept.as_ref().and_then(|path| fs::read(path).ok());
        let picture = match before {
            Some(picture) => picture,
            None => {
                self.painted.fetch_add(1, Ordering::Relaxed);
                let error = |source| PublishError::Paint { page: page.to_owned(), source };
                let picture = self.painter.preview(preview).map_err(error)?;
                if let Some(path) = &kept {
                    fs::write(path, &picture)
                        .map_err(|source| PublishError::Write { path: path.clone(), source })?;
                }
                picture
            }
        };
        self.used.lock().unwrap_or_else(PoisonError::into_inner).extend(kept);
        Ok(picture)
    }

    /// Removes pictures that were not asked for; how many were painted.
    pub fn settle(self) -> Result<usize, PublishError> {
        let used = self.used.into_inner().unwrap_or_else(PoisonError::into_inner);
        if let Some(folder) = self.folder {
            let error = |source| PublishError::Write { path: folder.to_owned(), source };
            for entry in fs::read_dir(folder).map_err(error)? {
                let path = entry.map_err(error)?.path();
                if !used.contains(&path) {
                    fs::remove_file(path).map_err(error)?;
                }
            }
        }
        Ok(self.painted.into_inner())
    }
}

/// Another program may paint otherwise: when this one was made.
fn program() -> String {
    let made = env::current_exe().and_then(fs::metadata).and_then(|file| file.modified());
    format!("{made:?}")
}
