//! Building the site of a project into a folder, using all processors.

use std::fs;
use std::path::{Path, PathBuf};

use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use solidarity_core::collection::Collection;
use solidarity_exchange::check::{Checked, Severity, check, rendered};
use solidarity_publisher::{File, Input, Publication, PublishError, Report};
use thiserror::Error;

use crate::disk::{DiskError, read_error};
use crate::particulars::{ParticularsError, check_particulars};
use crate::picture_cache::{IconError, Painted, PictureCache, painter};
use crate::project::{Project, ProjectError};
use crate::replacement::{ReplaceError, SiteFolder};

/// What is wanted of a build.
pub struct Plan<'a> {
    /// The folder that the site is written into.
    pub place: &'a Path,
    /// The full address of the site. It takes precedence over the one in the collection.
    pub url: Option<&'a str>,
    /// Whether there are preview pictures.
    pub has_previews: bool,
    /// Whether messages with errors are left out. Nobody means to deploy a site with some of them
    /// missing, unless they say so.
    pub leave_out_broken: bool,
    /// What becomes of each file of the site.
    pub change: &'a (dyn Fn(File) -> File + Sync),
}

/// What was built.
pub struct Built {
    /// What was published.
    pub report: Report,
    /// The preview pictures.
    pub pictures: Painted,
    /// The path of the site on its host, with a slash at both ends.
    pub base: String,
    /// What there is to say about the messages, if anything.
    pub findings: Option<Findings>,
    /// What to improve besides the messages, if anything.
    pub advice: Option<String>,
}

/// What a check of the messages found, as text.
#[derive(Debug)]
pub struct Findings {
    /// Without colours.
    pub plain: String,
    /// With the colours of a terminal.
    pub styled: String,
}

/// Why no site was built.
#[derive(Debug, Error)]
pub enum BuildError {
    /// Some messages cannot be shown.
    #[error(
        "the messages have errors, and nothing was published. Correct them, or leave out what cannot \
         be shown: --leave-out-broken (or LEAVE_OUT_BROKEN=1)"
    )]
    Messages(Findings),
    /// No message can be shown.
    #[error("there is nothing to publish: no message can be shown")]
    Nothing(Findings),
    /// The site would replace the project.
    #[error("{} holds the project itself: choose another folder for the site", .0.display())]
    Project(PathBuf),
    /// A part of the project cannot be read.
    #[error(transparent)]
    Read(#[from] ProjectError),
    /// A file could not be read or written.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// The site could not be written.
    #[error(transparent)]
    Replace(#[from] ReplaceError),
    /// The icon cannot be painted.
    #[error(transparent)]
    Icon(#[from] IconError),
    /// Something that is written about the collection does not fit.
    #[error(transparent)]
    Particulars(#[from] ParticularsError),
    /// The site could not be made.
    #[error(transparent)]
    Publish(#[from] PublishError),
}

impl BuildError {
    /// What is wrong with the messages, if that is the reason.
    pub fn findings(&self) -> Option<&Findings> {
        match self {
            BuildError::Messages(findings) | BuildError::Nothing(findings) => Some(findings),
            _ => None,
        }
    }
}

/// Builds the site of a project, replacing the previous one when the new one is complete.
///
/// # Errors
/// When anything is wrong with the project, or the system refuses. The previous site is then still
/// there.
pub fn build(project: &Project, plan: &Plan) -> Result<Built, BuildError> {
    let Plan { place, url, has_previews, leave_out_broken, change } = *plan;
    let file = project.messages();
    // Before anything is made for a project that cannot be read.
    project.text()?;
    if project.is_within(place) {
        return Err(BuildError::Project(place.to_owned()));
    }
    let folder = SiteFolder::begin(place)?;
    // Another build may have been waited for, and the file saved meanwhile: the last build to end is to have
    // the last messages.
    let text = project.text()?;

    let written = fs::metadata(&file).and_then(|file| file.modified());
    let written = written.map_err(read_error(&file))?;
    let checked = check(&text);
    let is_broken = checked.count(Severity::Error) > 0;
    let said = Findings::of(&checked, &file, &text);
    let Checked { findings, collection, problems } = checked;
    let Some(collection) = collection else { return Err(BuildError::Nothing(said)) };
    if is_broken && !leave_out_broken {
        return Err(BuildError::Messages(said));
    }
    let findings = (!findings.is_empty()).then_some(said);

    let client = project.client()?;
    let advice = check_particulars(project, &text, &collection, url, &client)?;
    let painter = PictureCache::new(&client, project.cache("pictures")?, has_previews)?;
    let text = text.as_str();
    let input = Input { text, collection, problems, url, written, painter: &painter };
    let publication = Publication::new(input, &client)?;
    let write = |file| {
        let File { path, bytes } = change(file);
        folder.write(&path, &bytes)
    };
    publish(&publication, &painter, &write)?;
    folder.finish()?;
    let (report, base) = (publication.report(), publication.folder().to_owned());
    Ok(Built { report, pictures: painter.settle()?, base, findings, advice })
}

/// Checks what a build would refuse besides the messages: colours, icon, logo, files, ids and address.
/// `text` and `collection` are those of the project. Returns what to improve, if anything.
///
/// # Errors
/// Those of [`build`].
pub fn check_rest(
    project: &Project,
    text: &str,
    collection: &Collection,
) -> Result<Option<String>, BuildError> {
    let client = project.client()?;
    painter(&client.theme().light, &client.icon())?;
    Ok(check_particulars(project, text, collection, None, &client)?)
}

fn publish(
    publication: &Publication,
    painter: &PictureCache,
    write: &(dyn Fn(File) -> Result<(), ReplaceError> + Sync),
) -> Result<(), PublishError> {
    let write = |file| write(file).map_err(|error| PublishError::Emit(error.into()));
    publication.common(painter, &mut |file| Ok(write(file)?))?;
    let progress = progress(publication.messages());
    (0..publication.messages()).into_par_iter().try_for_each(|at| {
        publication.of_message(painter, at)?.into_iter().try_for_each(write)?;
        progress.inc(1);
        Ok::<_, PublishError>(())
    })?;
    progress.finish_and_clear();
    Ok(())
}

/// Shows progress in a terminal: ten thousand messages take minutes.
fn progress(messages: usize) -> ProgressBar {
    let bar = ProgressBar::new(messages as u64);
    match ProgressStyle::with_template("{bar:40} {pos} of {len} messages, {eta} to go") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

impl Findings {
    fn of(checked: &Checked, file: &Path, text: &str) -> Findings {
        let name = file.display().to_string();
        let rendered = |styled| rendered(checked, &name, text, styled);
        Findings { plain: rendered(false), styled: rendered(true) }
    }
}
