//! Pictures, each painted only once: painting one takes longer than all other work on a message.

use std::collections::HashSet;
use std::fs::File;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::{env, fs};

use solidarity_pictures::ResvgPainter;
use solidarity_publisher::{Client, PaintError, Painter, Palette, Preview, digest};
use thiserror::Error;

use crate::disk::{DiskError, read_error, write_error, write_whole};
use crate::lock::lock;

/// Paints only what has not been painted before.
pub struct PictureCache {
    /// Where pictures are kept from one build to the next.
    folder: PathBuf,
    has_previews: bool,
    palette: Palette,
    icon: String,
    /// Made for the first picture to be painted: it searches every font on the computer.
    painter: OnceLock<Result<ResvgPainter, IconError>>,
    /// What all pictures depend on.
    common: String,
    used: Mutex<HashSet<PathBuf>>,
    painted: AtomicUsize,
    kept: AtomicUsize,
    /// Held until the end: another build might remove what this one needs.
    _lock: File,
}

/// The icon cannot be read.
#[derive(Clone, Debug, Error)]
#[error("icon.svg: {0}. Save it again as a plain SVG file")]
pub struct IconError(String);

/// A painter in these colours, with this icon.
///
/// # Errors
/// When the icon cannot be read.
pub fn painter(palette: &Palette, icon: &str) -> Result<ResvgPainter, IconError> {
    ResvgPainter::new(palette.clone(), icon).map_err(|error| IconError(error.to_string()))
}

/// How many previews were painted, and how many were there from before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Painted {
    /// Those painted.
    pub painted: usize,
    /// Those from before.
    pub kept: usize,
}

impl PictureCache {
    /// Keeps the pictures of a client in a folder: its icons, and previews of messages if wanted.
    /// While another process uses the folder, it waits.
    ///
    /// # Errors
    /// When nothing can be written beside the folder.
    pub fn new(
        client: &Client,
        folder: PathBuf,
        has_previews: bool,
    ) -> Result<PictureCache, DiskError> {
        let lock = lock(&folder.with_extension("lock"))?;
        let (palette, icon) = (client.theme().light.clone(), client.icon());
        let common = format!("{palette:?} {} {icon}", program());
        let (painter, used) = Default::default();
        let (painted, kept) = Default::default();
        Ok(PictureCache {
            folder,
            has_previews,
            palette,
            icon,
            painter,
            common,
            used,
            painted,
            kept,
            _lock: lock,
        })
    }

    /// Removes the pictures that were not requested, unless this was a build without previews.
    ///
    /// # Errors
    /// When the folder cannot be read, or a picture cannot be removed.
    pub fn settle(self) -> Result<Painted, DiskError> {
        let PictureCache { folder, used, has_previews, painted, kept, .. } = self;
        let used = used.into_inner().unwrap_or_else(PoisonError::into_inner);
        if has_previews {
            for entry in fs::read_dir(&folder).map_err(read_error(&folder))? {
                let path = entry.map_err(read_error(&folder))?.path();
                if !used.contains(&path) {
                    fs::remove_file(&path).map_err(write_error(&path))?;
                }
            }
        }
        Ok(Painted { painted: painted.into_inner(), kept: kept.into_inner() })
    }

    /// The picture of this description, from before or painted.
    fn picture(
        &self,
        what: &str,
        paint: impl FnOnce(&ResvgPainter) -> Result<Vec<u8>, PaintError>,
    ) -> Result<(Vec<u8>, bool), PaintError> {
        let name = digest(format!("{what} {}", self.common).as_bytes());
        let path = self.folder.join(format!("{name}.png"));
        // A picture that cannot be read is painted again.
        let before = fs::read(&path).ok();
        let is_painted = before.is_none();
        let picture = match before {
            Some(picture) => picture,
            None => {
                let picture = paint(self.painter()?)?;
                write_whole(&path, &picture).map_err(|error| PaintError(error.into()))?;
                picture
            }
        };
        self.used.lock().unwrap_or_else(PoisonError::into_inner).insert(path);
        Ok((picture, is_painted))
    }

    fn painter(&self) -> Result<&ResvgPainter, PaintError> {
        let made = self.painter.get_or_init(|| painter(&self.palette, &self.icon));
        made.as_ref().map_err(|error| PaintError(error.clone().into()))
    }
}

impl Painter for PictureCache {
    fn has_previews(&self) -> bool {
        self.has_previews
    }

    fn preview(&self, preview: &Preview) -> Result<Vec<u8>, PaintError> {
        let (picture, is_painted) =
            self.picture(&format!("{preview:?}"), |painter| painter.preview(preview))?;
        let count = if is_painted { &self.painted } else { &self.kept };
        count.fetch_add(1, Ordering::Relaxed);
        Ok(picture)
    }

    fn icon(&self, side: u32) -> Result<Vec<u8>, PaintError> {
        Ok(self.picture(&format!("icon {side}"), |painter| painter.icon(side))?.0)
    }
}

/// When this program was built, because another build may paint differently.
fn program() -> String {
    let made = env::current_exe().and_then(fs::metadata).and_then(|file| file.modified());
    format!("{made:?}")
}
