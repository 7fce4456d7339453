//! Pictures, each painted only once: painting one takes longer than all other work on a message.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs::File;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::{env, fs};

use solidarity_pictures::{Painting, ResvgPainter};
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
    lacking: Mutex<Lacking>,
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

/// The writing systems that no font has, each with the ids of the messages whose previews leave out
/// texts for that reason; `None` is the site as a whole.
pub type Lacking = BTreeMap<String, BTreeSet<Option<String>>>;

/// How many previews were painted, and how many were there from before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Painted {
    /// Those painted.
    pub painted: usize,
    /// Those from before.
    pub kept: usize,
    /// What those painted lack.
    pub lacking: Lacking,
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
        let (painted, kept, lacking) = Default::default();
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
            lacking,
            _lock: lock,
        })
    }

    /// Removes the pictures that were not requested, unless this was a build without previews.
    ///
    /// # Errors
    /// When the folder cannot be read, or a picture cannot be removed.
    pub fn settle(self) -> Result<Painted, DiskError> {
        let PictureCache { folder, used, has_previews, painted, kept, lacking, .. } = self;
        let used = used.into_inner().unwrap_or_else(PoisonError::into_inner);
        if has_previews {
            for entry in fs::read_dir(&folder).map_err(read_error(&folder))? {
                let path = entry.map_err(read_error(&folder))?.path();
                if !used.contains(&path) {
                    fs::remove_file(&path).map_err(write_error(&path))?;
                }
            }
        }
        let lacking = lacking.into_inner().unwrap_or_else(PoisonError::into_inner);
        Ok(Painted { painted: painted.into_inner(), kept: kept.into_inner(), lacking })
    }

    /// The picture of this description, from before or painted; if it was painted, with the writing
    /// systems that it lacks. A picture that lacks any is not kept: the next build may have a font for it,
    /// and has to report it if not.
    fn picture(
        &self,
        what: &str,
        paint: impl FnOnce(&ResvgPainter) -> Result<Painting, PaintError>,
    ) -> Result<(Vec<u8>, Option<BTreeSet<String>>), PaintError> {
        let name = digest(format!("{what} {}", self.common).as_bytes());
        let path = self.folder.join(format!("{name}.png"));
        // A picture that cannot be read is painted again.
        let (picture, lacking) = match fs::read(&path) {
            Ok(before) => (before, None),
            Err(_) => {
                let Painting { png, lacking } = paint(self.painter()?)?;
                if !lacking.is_empty() {
                    return Ok((png, Some(lacking)));
                }
                write_whole(&path, &png).map_err(|error| PaintError(error.into()))?;
                (png, Some(lacking))
            }
        };
        self.used.lock().unwrap_or_else(PoisonError::into_inner).insert(path);
        Ok((picture, lacking))
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
        self.preview_of(None, preview)
    }

    fn preview_of(&self, id: Option<&str>, preview: &Preview) -> Result<Vec<u8>, PaintError> {
        let (picture, painted) = self.picture(&format!("{preview:?}"), |painter| {
            painter.paint(preview).map_err(|error| PaintError(error.into()))
        })?;
        let count = if painted.is_some() { &self.painted } else { &self.kept };
        count.fetch_add(1, Ordering::Relaxed);
        let mut lacking = self.lacking.lock().unwrap_or_else(PoisonError::into_inner);
        for system in painted.into_iter().flatten() {
            lacking.entry(system).or_default().insert(id.map(str::to_owned));
        }
        Ok(picture)
    }

    fn icon(&self, side: u32) -> Result<Vec<u8>, PaintError> {
        let paint = |painter: &ResvgPainter| {
            Ok(Painting { png: painter.icon(side)?, lacking: BTreeSet::new() })
        };
        Ok(self.picture(&format!("icon {side}"), paint)?.0)
    }
}

/// When this program was built, because another build may paint differently.
fn program() -> String {
    let made = env::current_exe().and_then(fs::metadata).and_then(|file| file.modified());
    format!("{made:?}")
}
