//! Preview pictures, each painted only once: painting one takes longer than all other work on a
//! message.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::{env, fs};

use solidarity_pictures::ResvgPainter;
use solidarity_publisher::{Client, PaintError, Painter, Preview, digest};

use crate::disk::{DiskError, write_error};

/// Paints only what has not been painted before.
pub struct PictureCache {
    painter: ResvgPainter,
    /// Where pictures are kept from one build to the next.
    folder: Option<PathBuf>,
    /// What all pictures depend on.
    common: String,
    used: Mutex<HashSet<PathBuf>>,
    painted: AtomicUsize,
}

impl PictureCache {
    /// Keeps the pictures of a client in a folder, if one is given.
    ///
    /// # Errors
    /// When the folder cannot be created.
    pub fn new(
        painter: ResvgPainter,
        client: &Client,
        folder: Option<&Path>,
    ) -> Result<PictureCache, DiskError> {
        if let Some(folder) = folder {
            fs::create_dir_all(folder).map_err(write_error(folder))?;
        }
        let palette = &client.theme().light;
        let common = format!("{palette:?} {} {}", program(), client.icon());
        let (used, painted) = Default::default();
        Ok(PictureCache { painter, folder: folder.map(Path::to_owned), common, used, painted })
    }

    /// Removes the pictures that were not requested. Returns how many were painted.
    ///
    /// # Errors
    /// When the folder cannot be read, or a picture cannot be removed.
    pub fn settle(self) -> Result<usize, DiskError> {
        let used = self.used.into_inner().unwrap_or_else(PoisonError::into_inner);
        if let Some(folder) = &self.folder {
            for entry in fs::read_dir(folder).map_err(write_error(folder))? {
                let path = entry.map_err(write_error(folder))?.path();
                if !used.contains(&path) {
                    fs::remove_file(&path).map_err(write_error(&path))?;
                }
            }
        }
        Ok(self.painted.into_inner())
    }
}

impl Painter for PictureCache {
    fn preview(&self, preview: &Preview) -> Result<Vec<u8>, PaintError> {
        let name = digest(format!("{preview:?} {}", self.common).as_bytes());
        let kept = self.folder.as_ref().map(|folder| folder.join(format!("{name}.png")));
        // A picture that cannot be read is painted again.
        let before = kept.as_ref().and_then(|path| fs::read(path).ok());
        let picture = match before {
            Some(picture) => picture,
            None => {
                self.painted.fetch_add(1, Ordering::Relaxed);
                let picture = self.painter.preview(preview)?;
                if let Some(path) = &kept {
                    let error = write_error(path);
                    fs::write(path, &picture).map_err(|e| PaintError(error(e).into()))?;
                }
                picture
            }
        };
        self.used.lock().unwrap_or_else(PoisonError::into_inner).extend(kept);
        Ok(picture)
    }

    fn icon(&self, side: u32) -> Result<Vec<u8>, PaintError> {
        self.painter.icon(side)
    }
}

/// When this program was built, because another build may paint differently.
fn program() -> String {
    let made = env::current_exe().and_then(fs::metadata).and_then(|file| file.modified());
    format!("{made:?}")
}
