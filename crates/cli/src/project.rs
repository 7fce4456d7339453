//! A project folder: the messages of an organiser, and what their site looks like.

use std::fs;
use std::path::{Path, PathBuf};

use solidarity_publisher::{Client, ClientError, ThemeError};
use thiserror::Error;

use crate::client_folder::{ClientFolderError, read_client};
use crate::disk::{DiskError, read_file, read_folder, read_text, write_error};
use crate::embedded;

/// What a project consists of, and where its files are.
#[derive(Clone, Debug)]
pub struct Project {
    /// The project folder.
    pub folder: PathBuf,
    /// The file of messages, if it is not the one in the folder.
    pub messages: Option<PathBuf>,
    /// The folder of the client, if it is not the one in the program.
    pub client: Option<PathBuf>,
    /// Where things are kept from one build to the next, if not in the folder.
    pub cache: Option<PathBuf>,
}

/// Why a project cannot be read.
#[derive(Debug, Error)]
pub enum ProjectError {
    /// There are no messages.
    #[error(
        "there is no {}: go to the folder of your project or name it with --folder, or make one \
         with `solidarity-atlas new FOLDER`",
        .0.display()
    )]
    NoMessages(PathBuf),
    /// The program has no client, and none is named.
    #[error("this program was compiled without a client: name the folder of one with --client")]
    NoClient,
    /// A file of the client is missing, so that pages would ask for it in vain.
    #[error("the client has no file {0}, which every page needs: build the client anew")]
    Incomplete(String),
    /// The colours name a font that is not there.
    #[error(
        "{}: there is no file {font}: put it into the folder “files” of the project",
        theme.display()
    )]
    NoFont {
        /// The file of the colours.
        theme: PathBuf,
        /// The path of the font.
        font: String,
    },
    /// A file or folder could not be read.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// A folder holds no client.
    #[error(transparent)]
    ClientFolder(#[from] ClientFolderError),
    /// The client in the program is none, or a file has the path of one that it has.
    #[error(transparent)]
    Client(#[from] ClientError),
    /// The colours have a problem.
    #[error(transparent)]
    Theme(#[from] ThemeError),
}

/// The file of messages.
pub const MESSAGES: &str = "messages.json";
/// The colours of the site.
pub const THEME: &str = "theme.css";
/// The icon of the site.
pub const ICON: &str = "icon.svg";
/// The folder of the files that are copied as they are.
pub const FILES: &str = "files";
/// The folder of what is kept from one build to the next. It can be deleted at any time.
const CACHE: &str = ".solidarity-atlas";

impl Project {
    /// The path of a file in the project folder, as an organiser would write it.
    pub fn path(&self, name: &str) -> PathBuf {
        if self.folder == Path::new(".") { PathBuf::from(name) } else { self.folder.join(name) }
    }

    /// The path of the file of messages.
    pub fn messages(&self) -> PathBuf {
        self.messages.clone().unwrap_or_else(|| self.path(MESSAGES))
    }

    /// The text of the file of messages.
    ///
    /// # Errors
    /// When there is no such file, or it cannot be read.
    pub fn text(&self) -> Result<String, ProjectError> {
        let file = self.messages();
        if !file.exists() {
            return Err(ProjectError::NoMessages(file));
        }
        Ok(read_text(&file)?)
    }

    /// The client, with the colours, the icon and the files of this project.
    ///
    /// # Errors
    /// When there is no client, a file cannot be read, or a colour has a problem.
    pub fn client(&self) -> Result<Client, ProjectError> {
        let mut client = match &self.client {
            Some(folder) => read_client(folder)?,
            None => embedded::client().ok_or(ProjectError::NoClient)??,
        };
        if let Some(missing) = client.missing() {
            return Err(ProjectError::Incomplete(missing.to_owned()));
        }
        let (theme, icon, files) = (self.path(THEME), self.path(ICON), self.path(FILES));
        if theme.exists() {
            client = client.with_theme(&read_text(&theme)?)?;
        }
        if icon.exists() {
            client = client.with_icon(read_file(&icon)?);
        }
        if files.exists() {
            client = client.with_files(read_folder(&files)?)?;
        }
        match client.missing() {
            Some(font) => Err(ProjectError::NoFont { theme, font: font.to_owned() }),
            None => Ok(client),
        }
    }

    /// Whether there is a client: in the repository, only once one has been built.
    pub fn has_client(&self) -> bool {
        self.client.as_ref().map_or(embedded::IS_THERE, |folder| folder.exists())
    }

    /// A folder for what is kept from one build to the next. Git is told to ignore it.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn cache(&self, name: &str) -> Result<PathBuf, DiskError> {
        let cache = self.cache.clone().unwrap_or_else(|| self.path(CACHE));
        let folder = cache.join(name);
        fs::create_dir_all(&folder).map_err(write_error(&folder))?;
        if self.cache.is_none() {
            let ignore = cache.join(".gitignore");
            fs::write(&ignore, "*\n").map_err(write_error(&ignore))?;
        }
        Ok(folder)
    }

    /// Whether this project is in a folder, at any depth.
    pub fn is_within(&self, place: &Path) -> bool {
        let absolute = |path| fs::canonicalize(path).ok();
        absolute(place)
            .is_some_and(|place| absolute(&self.folder).is_some_and(|own| own.starts_with(place)))
    }
}
