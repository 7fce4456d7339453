//! Publishing into a folder, using all processors.

use std::path::Path;

use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use solidarity_publisher::{Input, Painter, Publication, PublishError, Report};

use crate::disk::{DiskError, SiteFolder};

/// Publishes a site into a folder, replacing the previous one.
///
/// # Errors
/// Those of `Publication`, and those of the system.
pub fn publish_into<'a>(
    folder: &Path,
    input: Input<'a>,
    painter: &(dyn Painter + Sync),
    client: &'a solidarity_publisher::Client,
) -> Result<Report, PublishError> {
    let publication = Publication::new(input, client)?;
    let folder = SiteFolder::begin(folder).map_err(emit_error)?;
    publication.common(painter, &mut |file| Ok(folder.write(&file)?))?;
    let progress = progress(publication.messages());
    (0..publication.messages()).into_par_iter().try_for_each(|at| {
        for file in publication.of_message(painter, at)? {
            folder.write(&file).map_err(emit_error)?;
        }
        progress.inc(1);
        Ok::<_, PublishError>(())
    })?;
    progress.finish_and_clear();
    folder.finish().map_err(emit_error)?;
    Ok(publication.report())
}

fn emit_error(error: DiskError) -> PublishError {
    PublishError::Emit(error.into())
}

/// Shows progress in a terminal: ten thousand messages take minutes.
fn progress(messages: usize) -> ProgressBar {
    let bar = ProgressBar::new(messages as u64);
    match ProgressStyle::with_template("{bar:40} {pos} of {len} messages, {eta} to go") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}
