//! Folders of files: reading the client, and writing the site.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use solidarity_exchange::without_mark;
use solidarity_publisher::{Client, ClientError, File};
use thiserror::Error;

/// What the system could not do.
#[derive(Debug, Error)]
pub enum DiskError {
    /// A file or folder could not be read.
    #[error("cannot read {}: {source}", path.display())]
    Read {
        /// The file or folder.
        path: PathBuf,
        /// The system's error.
        source: io::Error,
    },
    /// A file or folder could not be written.
    #[error("cannot write {}: {source}", path.display())]
    Write {
        /// The file or folder.
        path: PathBuf,
        /// The system's error.
        source: io::Error,
    },
    /// A folder holds no client.
    #[error("{}: {source}", path.display())]
    Client {
        /// The folder.
        path: PathBuf,
        /// What is missing.
        source: Box<ClientError>,
    },
    /// A folder contains something other than a site.
    #[error(
        "{} is not empty, and holds no site that was written before: choose another folder, or \
         empty this one",
        .0.display()
    )]
    NoSite(PathBuf),
}

/// Makes an error for a file or folder that could not be read.
pub fn read_error(path: &Path) -> impl Fn(io::Error) -> DiskError {
    let path = path.to_owned();
    move |source| DiskError::Read { path: path.clone(), source }
}

/// Makes an error for a file or folder that could not be written.
pub fn write_error(path: &Path) -> impl Fn(io::Error) -> DiskError {
    let path = path.to_owned();
    move |source| DiskError::Write { path: path.clone(), source }
}

/// Reads a text file, without the byte order mark that some programs put before UTF-8.
///
/// # Errors
/// When the file cannot be read, or is not UTF-8.
pub fn read_text(file: &Path) -> Result<String, DiskError> {
    let text = fs::read_to_string(file).map_err(read_error(file))?;
    Ok(without_mark(&text).to_owned())
}

/// All files in a folder, by their paths below it, with slashes.
///
/// # Errors
/// When the folder or a file cannot be read.
pub fn read_folder(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>, DiskError> {
    let mut files = BTreeMap::new();
    gather(folder, "", &mut files)?;
    Ok(files)
}

fn gather(
    folder: &Path,
    below: &str,
    files: &mut BTreeMap<String, Vec<u8>>,
) -> Result<(), DiskError> {
    for entry in fs::read_dir(folder).map_err(read_error(folder))? {
        let path = entry.map_err(read_error(folder))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let below = format!("{below}{name}");
        if path.is_dir() {
            gather(&path, &format!("{below}/"), files)?;
        } else {
            files.insert(below, fs::read(&path).map_err(read_error(&path))?);
        }
    }
    Ok(())
}

/// The file in a client's folder that contains the template of its pages.
const TEMPLATE: &str = "template.json";

/// Reads a client that [`write_client`] wrote.
///
/// # Errors
/// When a file cannot be read, or is missing.
pub fn read_client(folder: &Path) -> Result<Client, DiskError> {
    let mut files = read_folder(folder)?;
    let template = files.remove(TEMPLATE).unwrap_or_default();
    Client::restore(&String::from_utf8_lossy(&template), files)
        .map_err(|source| DiskError::Client { path: folder.to_owned(), source: source.into() })
}

/// Writes a client into a folder, replacing the previous one: its files, and the template of its
/// pages.
///
/// # Errors
/// When a file cannot be written.
pub fn write_client(client: &Client, folder: &Path) -> Result<(), DiskError> {
    let client_folder = NewFolder::begin(folder)?;
    let template = client.template().map_err(io::Error::from).map_err(write_error(folder))?;
    write_file(&client_folder.new, TEMPLATE, template.as_bytes())?;
    let mut files = client.files().iter();
    files.try_for_each(|(path, bytes)| write_file(&client_folder.new, path, bytes))?;
    client_folder.finish()
}

fn write_file(folder: &Path, path: &str, bytes: &[u8]) -> Result<(), DiskError> {
    let path = folder.join(path);
    let parent = path.parent().unwrap_or(folder);
    fs::create_dir_all(parent).and_then(|()| fs::write(&path, bytes)).map_err(write_error(&path))
}

/// A folder that a site is written into. It replaces the previous one only when it is complete, so
/// that a build that fails loses nothing.
pub struct SiteFolder(NewFolder);

impl SiteFolder {
    /// Begins a site that will end up in this folder.
    ///
    /// # Errors
    /// When the folder contains something other than a site, or cannot be written to.
    pub fn begin(place: &Path) -> Result<SiteFolder, DiskError> {
        if is_foreign(place) {
            return Err(DiskError::NoSite(place.to_owned()));
        }
        NewFolder::begin(place).map(SiteFolder)
    }

    /// Writes a file.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn write(&self, file: &File) -> Result<(), DiskError> {
        write_file(&self.0.new, &file.path, &file.bytes)
    }

    /// Moves the site into its place.
    ///
    /// # Errors
    /// When the system refuses; the previous site is then still there.
    pub fn finish(self) -> Result<(), DiskError> {
        self.0.finish()
    }
}

/// A folder beside the one that it will replace.
struct NewFolder {
    place: PathBuf,
    new: PathBuf,
    old: PathBuf,
}

impl NewFolder {
    fn begin(place: &Path) -> Result<NewFolder, DiskError> {
        // An existing folder may be given as `.`, or with a slash at the end.
        let place = fs::canonicalize(place).unwrap_or_else(|_| place.to_owned());
        let Some(name) = place.file_name().map(|name| name.to_string_lossy().into_owned()) else {
            return Err(DiskError::NoSite(place));
        };
        let beside = |end: &str| place.with_file_name(format!("{name}.{end}"));
        let (new, old) = (beside("new"), beside("old"));
        remove(&new)?;
        fs::create_dir_all(&new).map_err(write_error(&new))?;
        Ok(NewFolder { place, new, old })
    }

    fn finish(self) -> Result<(), DiskError> {
        let NewFolder { place, new, old } = self;
        remove(&old)?;
        let before = place.exists();
        if before {
            fs::rename(&place, &old).map_err(write_error(&place))?;
        }
        if let Err(error) = fs::rename(&new, &place) {
            if before {
                fs::rename(&old, &place).map_err(write_error(&place))?;
            }
            return Err(write_error(&place)(error));
        }
        remove(&old)
    }
}

/// Whether a folder has files in it, and neither a site nor the client that Trunk serves to developers.
fn is_foreign(place: &Path) -> bool {
    let names = fs::read_dir(place).into_iter().flatten().flatten();
    let names: Vec<_> =
        names.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    let has = |wanted: &dyn Fn(&str) -> bool| names.iter().any(|name| wanted(name));
    let is_site = has(&|name| name == "sw.js" || name.ends_with("_bg.wasm"));
    let is_own = is_site && has(&|name| name == "index.html");
    place.is_file() || !names.is_empty() && !is_own
}

fn remove(folder: &Path) -> Result<(), DiskError> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(write_error(folder)(error)),
        _ => Ok(()),
    }
}
