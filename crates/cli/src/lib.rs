//! What the program for organisers does: files, threads, a terminal and a preview around the
//! functions of the other crates.
//!
//! A site is written beside the previous one, and replaces it when complete:
//!
//! ```
//! use solidarity_cli::disk::read_folder;
//! use solidarity_cli::replacement::SiteFolder;
//!
//! let parent = tempfile::tempdir()?;
//! let place = parent.path().join("site");
//! let site = SiteFolder::begin(&place)?;
//! site.write("index.html", b"Hello")?;
//! site.write("sw.js", b"")?;
//! site.finish()?;
//! assert_eq!(read_folder(&place)?.len(), 2);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod client_folder;
pub mod disk;
mod disk_error;
pub mod embedded;
pub mod example;
pub mod lock;
mod logo;
pub mod particulars;
pub mod picture_cache;
pub mod preview;
pub mod project;
pub mod replacement;
pub mod site;
pub mod transfer;
