//! Publishing a site step by step, so that the receiver of its files is never given more than it can handle.

use std::collections::BTreeSet;
use std::mem;
use std::time::{Duration, UNIX_EPOCH};

use solidarity_core::collection::parse;
use solidarity_publisher::{
    Client, ClientError, File, Input, Painter, Publication, PublishError, Theme, ThemeError,
};
use solidarity_studio::look::Look;
use solidarity_studio::publishing::{Progress, PublishOptions, Published};
use thiserror::Error;

use crate::canvas::CanvasError;

/// The colours of every site, unless others are chosen.
const DEFAULT_THEME: &str = include_str!("../../../style/theme.css");

/// Why no site was published, in words for those who use the studio.
#[derive(Debug, Error)]
pub enum PublishingError {
    /// Some messages have errors, and leaving them out was not allowed.
    #[error("{}. Correct them, or choose to leave them out.", broken(*.0))]
    Broken(usize),
    /// What the messages have in common has an error, such as no title.
    #[error("First correct what is marked under “Title, place, colours”.")]
    Collection,
    /// No message can be shown.
    #[error("No message can be shown yet, so there is no site to publish.")]
    Nothing,
    /// The logo is not there.
    #[error("The picture for the logo, {0}, is not there. Choose it again, or remove it.")]
    NoLogo(String),
    /// The address of the site cannot be used.
    #[error("The address of the site cannot be used: {0}.")]
    Address(PublishError),
    /// A colour has a problem.
    #[error("The colours cannot be used: {0}")]
    Theme(#[from] ThemeError),
    /// An added file has the name of one that every site has.
    #[error("A picture has the name of a file that the site needs. Give it another name: {0}.")]
    Client(#[from] ClientError),
    /// The browser cannot paint.
    #[error("The pictures cannot be painted: {0}.")]
    Canvas(#[from] CanvasError),
    /// The site could not be made.
    #[error("The site could not be made: {0}.")]
    Publish(PublishError),
}

fn broken(count: usize) -> String {
    match count {
        1 => "One message cannot be shown as it is".to_owned(),
        _ => format!("{count} messages cannot be shown as they are"),
    }
}

impl From<PublishError> for PublishingError {
    fn from(error: PublishError) -> PublishingError {
        match error {
            PublishError::NoLogo(name) => PublishingError::NoLogo(name),
            PublishError::Address(_) | PublishError::Qr { .. } => PublishingError::Address(error),
            _ => PublishingError::Publish(error),
        }
    }
}

/// A site being published.
pub struct Publishing<P> {
    publication: Publication<'static>,
    painter: P,
    has_begun: bool,
    done: usize,
    left_out: usize,
}

impl<P: Painter> Publishing<P> {
    /// Checks a dataset, before anything is published. `painter` makes the painter for the colours of the site.
    ///
    /// The client and the collection are never freed: use a Worker that ends.
    ///
    /// # Errors
    /// When the messages, the colours, the logo or the address have a problem.
    pub fn new(
        client: Client,
        text: &str,
        options: &PublishOptions,
        painter: impl FnOnce(&Theme) -> Result<P, PublishingError>,
    ) -> Result<Publishing<P>, PublishingError> {
        let (collection, problems) = parse(text).map_err(|_| PublishingError::Nothing)?;
        if problems.iter().any(|problem| problem.path.starts_with("collection")) {
            return Err(PublishingError::Collection);
        }
        // Their paths, such as `messages[3]`: one message may have several.
        let broken: BTreeSet<_> =
            problems.iter().filter_map(|problem| problem.path.split('.').next()).collect();
        let left_out = broken.len();
        if left_out > 0 && !options.leave_out_broken {
            return Err(PublishingError::Broken(left_out));
        }
        let client = match options.look == Look::default() {
            true => client,
            false => client.with_theme(&options.look.theme_css(DEFAULT_THEME))?,
        };
        let client: &'static Client = Box::leak(Box::new(client));
        let painter = painter(client.theme())?;
        let written = UNIX_EPOCH + Duration::from_secs(options.written);
        let input = Input { text, collection, problems, url: None, written, painter: &painter };
        let publication = Publication::new(input, client)?;
        Ok(Publishing { publication, painter, has_begun: false, done: 0, left_out })
    }

    /// The next files; `None` once there are no more.
    ///
    /// # Errors
    /// When a picture cannot be painted.
    pub fn next_files(&mut self) -> Result<Option<Vec<File>>, PublishingError> {
        if !mem::replace(&mut self.has_begun, true) {
            let mut files = Vec::new();
            self.publication.common(&self.painter, &mut |file| {
                files.push(file);
                Ok(())
            })?;
            return Ok(Some(files));
        }
        if self.done == self.publication.messages() {
            return Ok(None);
        }
        let files = self.publication.of_message(&self.painter, self.done)?;
        self.done += 1;
        Ok(Some(files))
    }

    /// Its progress.
    pub fn progress(&self) -> Progress {
        Progress { done: self.done, total: self.publication.messages() }
    }

    /// What was published, once all files have been returned.
    pub fn published(&self) -> Published {
        let report = self.publication.report();
        let (pages, has_address) = (report.pages, report.has_address);
        Published { pages, has_address, left_out: self.left_out, lacking: Vec::new() }
    }

    /// What paints the pictures.
    pub fn painter(&self) -> &P {
        &self.painter
    }
}
