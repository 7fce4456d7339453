//! The files in a ZIP archive.

use crate::import::error::ImportError;
use crate::source::Source;

#[cfg(feature = "documents")]
pub use with_zip::Entries;
#[cfg(not(feature = "documents"))]
pub use without_zip::Entries;

/// Why an entry is refused because of its name, if it is.
pub fn outside(name: &str) -> Option<&'static str> {
    let is_drive = |name: &str| name.as_bytes().get(1) == Some(&b':');
    if name.contains('\0') {
        return Some("its name is damaged, so it was not read. Make the archive again.");
    }
    let leads_out =
        name.starts_with('/') || is_drive(name) || name.split('/').any(|part| part == "..");
    leads_out.then_some(
        "its path leads out of the archive, so it was not read. Make the archive again from a folder with your \
         files.",
    )
}

#[cfg(feature = "documents")]
mod with_zip {
    use std::collections::HashMap;

    use crate::import::archive::Archive;
    use crate::import::several::entries::{ImportError, Source};

    /// The most files in an archive.
    const FILES: usize = 20_000;

    /// The files in an archive.
    pub struct Entries<'a> {
        name: &'a str,
        archive: Archive<'a>,
        /// The names in the archive, by the names used here.
        names: HashMap<String, String>,
    }

    impl<'a> Entries<'a> {
        /// Opens an archive.
        ///
        /// # Errors
        /// When it cannot be opened, or has too many files.
        pub fn open(source: &'a Source) -> Result<Entries<'a>, ImportError> {
            let name = source.name.as_str();
            let refused = |detail: String| ImportError::Archive { name: name.to_owned(), detail };
            let archive =
                Archive::open(&source.bytes).map_err(|error| refused(error.to_string()))?;
            let mut names = HashMap::new();
            for (at, own) in archive.names().enumerate() {
                if at >= FILES {
                    return Err(refused(format!(
                        "it has more than {FILES} files, which no collection of messages has. Put the files with \
                         messages into an archive of their own."
                    )));
                }
                // Some programs on Windows separate folders this way, against the specification.
                let path = own.replace('\\', "/");
                if !path.ends_with('/') {
                    names.insert(path, own);
                }
            }
            Ok(Entries { name, archive, names })
        }

        /// The paths of the files.
        pub fn names(&self) -> Vec<String> {
            self.names.keys().cloned().collect()
        }

        /// What a file holds.
        ///
        /// # Errors
        /// When it cannot be unpacked.
        pub fn read(&mut self, path: &str) -> Result<Vec<u8>, ImportError> {
            let own = self.names.get(path).map_or(path, String::as_str);
            self.archive.read(own).map_err(|error| ImportError::Archive {
                name: format!("{}/{path}", self.name),
                detail: error.to_string(),
            })
        }
    }
}

#[cfg(not(feature = "documents"))]
mod without_zip {
    use crate::import::several::entries::{ImportError, Source};

    /// No files: this program cannot unpack archives.
    pub struct Entries;

    impl Entries {
        /// Refuses an archive.
        ///
        /// # Errors
        /// Always.
        pub fn open(source: &Source) -> Result<Entries, ImportError> {
            let cure = "Unpack it, and import the files in it.";
            Err(ImportError::NotCompiled { name: source.name.clone(), what: "archives", cure })
        }

        /// No paths.
        pub fn names(&self) -> Vec<String> {
            Vec::new()
        }

        /// Nothing.
        ///
        /// # Errors
        /// None.
        pub fn read(&mut self, _: &str) -> Result<Vec<u8>, ImportError> {
            Ok(Vec::new())
        }
    }
}
