//! What the commands share: files, threads and a terminal around the functions of the other crates.
//!
//! A site is written beside the previous one, and replaces it when complete:
//!
//! ```
//! use solidarity_cli::disk::{SiteFolder, read_folder};
//! use solidarity_publisher::File;
//!
//! let place = std::env::temp_dir().join("a-site-of-an-example");
//! let site = SiteFolder::begin(&place)?;
//! site.write(&File::new("index.html", "Hello"))?;
//! site.write(&File::new("sw.js", ""))?;
//! site.finish()?;
//! assert_eq!(read_folder(&place)?.len(), 2);
//! # std::fs::remove_dir_all(&place)?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod disk;
pub mod picture_cache;
pub mod publish;
pub mod transfer;
