//! What the commands have in common: files, threads and a terminal around the functions of the other
//! crates.
//!
//! ```no_run
//! use std::path::Path;
//!
//! use solidarity_cli::disk;
//!
//! let client = disk::read_client(Path::new("target/client"))?;
//! println!("{} files in every site", client.files().len());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod disk;
pub mod picture_cache;
pub mod publish;
pub mod transfer;
