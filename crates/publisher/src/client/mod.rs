//! The client: what a site needs besides its messages, read once from what Trunk built.

mod template;
mod theme;

use std::collections::BTreeMap;

use solidarity_core::address::files;
use thiserror::Error;

pub use template::{Asset, Template};
pub use theme::{Palette, Theme, ThemeError};

/// What every site is made from: the template of its pages, the program, fonts and pictures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Client {
    template: Template,
    files: BTreeMap<String, Vec<u8>>,
}

/// Why what Trunk built is not a client.
#[derive(Debug, Error, PartialEq)]
pub enum ClientError {
    /// A file is missing.
    #[error("the client has no {0}: build it with Trunk first")]
    NoFile(&'static str),
    /// A part of index.html is missing.
    #[error("index.html, as Trunk wrote it, has no {0}")]
    Missing(&'static str),
    /// The colours in its styles have a problem.
    #[error(transparent)]
    Theme(#[from] ThemeError),
    /// A file was to be added in place of one that the client has.
    #[error("the site has a file {0} of its own: give yours another name")]
    Taken(String),
    /// The template was written by another version of this program.
    #[error("the template cannot be read ({0}): build the client anew")]
    Template(String),
}

/// The page that Trunk builds.
const INDEX: &str = "index.html";
/// The picture that icons are painted from.
const ICON: &str = "icon.svg";
/// Files that Trunk adds for developers, and of which each site has its own.
const OF_THE_SITE: [&str; 3] = [INDEX, files::NOT_FOUND, files::MESSAGES];

impl Client {
    /// Reads what Trunk built for the base `/`: files by their paths below it.
    ///
    /// # Errors
    /// When a part of index.html is missing, or another file that every site needs.
    pub fn read(mut files: BTreeMap<String, Vec<u8>>) -> Result<Client, ClientError> {
        let index = files.remove(INDEX).ok_or(ClientError::NoFile(INDEX))?;
        let template = Template::read(&String::from_utf8_lossy(&index))?;
        Client::new(template, files)
    }

    /// Restores a client from the parts given by [`Client::template`] and [`Client::files`].
    ///
    /// # Errors
    /// When the template cannot be read, or a file is missing.
    pub fn restore(
        template: &str,
        files: BTreeMap<String, Vec<u8>>,
    ) -> Result<Client, ClientError> {
        let template = serde_json::from_str(template)
            .map_err(|error| ClientError::Template(error.to_string()))?;
        Client::new(template, files)
    }

    fn new(
        template: Template,
        mut files: BTreeMap<String, Vec<u8>>,
    ) -> Result<Client, ClientError> {
        files.retain(|path, _| !OF_THE_SITE.contains(&&**path));
        if !files.contains_key(ICON) {
            return Err(ClientError::NoFile(ICON));
        }
        Ok(Client { template, files })
    }

    /// The same client with the colours of a theme.css in place of its own.
    ///
    /// # Errors
    /// When a colour is missing, letters would be unreadable, or the text cannot be part of a page.
    pub fn with_theme(mut self, css: &str) -> Result<Client, ThemeError> {
        self.template.set_theme(css)?;
        Ok(self)
    }

    /// The same client with another icon, as SVG.
    #[must_use]
    pub fn with_icon(mut self, svg: Vec<u8>) -> Client {
        self.files.insert(ICON.to_owned(), svg);
        self
    }

    /// The same client with more files for the root of the site, such as a logo.
    ///
    /// # Errors
    /// When the client has a file of that path itself.
    pub fn with_files(
        mut self,
        files: impl IntoIterator<Item = (String, Vec<u8>)>,
    ) -> Result<Client, ClientError> {
        for (path, bytes) in files {
            if self.files.contains_key(&path) {
                return Err(ClientError::Taken(path));
            }
            self.files.insert(path, bytes);
        }
        Ok(self)
    }

    /// The template as JSON, to store with the files.
    ///
    /// # Errors
    /// None that a template can cause, because all of its keys are strings.
    pub fn template(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string_pretty(&self.template)
    }

    /// The files of the client by their paths below the base, sorted by path.
    pub fn files(&self) -> &BTreeMap<String, Vec<u8>> {
        &self.files
    }

    /// A file that pages ask for and that is not there, if there is one: the program, its script, the land,
    /// or a font that the styles name.
    pub fn missing(&self) -> Option<&str> {
        let Template { script, program, head, .. } = &self.template;
        let named =
            head.split(['"', '\'', '(', ')']).map(|part| part.trim().trim_start_matches("./"));
        let is_font = |part: &&str| part.ends_with(".woff2") && !part.starts_with('/');
        let fonts = named.filter(is_font).filter(|part| !part.contains(':'));
        let mut needed =
            [script.path.as_str(), &program.path, files::LAND].into_iter().chain(fonts);
        needed.find(|path| !self.files.contains_key(*path))
    }

    /// The colours of the site.
    pub fn theme(&self) -> &Theme {
        &self.template.theme
    }

    /// The picture that icons are painted from, as SVG.
    pub fn icon(&self) -> String {
        let icon = self.files.get(ICON).map(Vec::as_slice).unwrap_or_default();
        String::from_utf8_lossy(icon).into_owned()
    }

    pub(crate) fn page_template(&self) -> &Template {
        &self.template
    }
}
