//! A finished site as a function: turns a collection of messages and the client into files.
//!
//! [`publish`] knows no files, folders, environment variables, clock, terminal or threads: it takes
//! what it needs and hands out one file after another, so that the same code runs in a native
//! program, in a browser and in a test. A caller with threads can ask a [`Publication`] for the
//! files of each message.
//!
//! ```
//! use std::collections::BTreeMap;
//! use std::time::UNIX_EPOCH;
//!
//! use solidarity_core::collection::parse;
//! use solidarity_publisher::{Client, Input, PaintError, Painter, Preview, publish};
//!
//! /// Paints nothing.
//! struct Blank;
//!
//! impl Painter for Blank {
//!     fn preview(&self, _: &Preview) -> Result<Vec<u8>, PaintError> {
//!         Ok(Vec::new())
//!     }
//!
//!     fn icon(&self, _: u32) -> Result<Vec<u8>, PaintError> {
//!         Ok(Vec::new())
//!     }
//! }
//!
//! # let index = include_str!("../tests/support/index.html");
//! # let theme = include_str!("../../../style/theme.css");
//! # let index = index.replace("<style>", &format!("<style>{theme}"));
//! # let icon = include_str!("../../../public/icon.svg");
//! // What Trunk has built.
//! let files = BTreeMap::from([
//!     ("index.html".to_owned(), index.into_bytes()),
//!     ("icon.svg".to_owned(), icon.into()),
//! ]);
//! let client = Client::read(files)?;
//!
//! let text = r#"{ "collection": { "title": "Letters", "language": "en" }, "messages": [
//!     { "id": "one", "senders": [{ "names": ["A union"] }], "body": ["In solidarity"] }
//! ] }"#;
//! let (collection, problems) = parse(text).expect("a collection");
//! let input = Input {
//!     text,
//!     collection,
//!     problems,
//!     url: None,
//!     written: UNIX_EPOCH,
//!     painter: &Blank,
//! };
//!
//! let mut site = BTreeMap::new();
//! publish(input, &client, &mut |file| {
//!     site.insert(file.path, file.bytes);
//!     Ok(())
//! })?;
//! assert!(site.contains_key("m/one/index.html"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod address;
mod booklet;
mod client;
mod data;
mod digest;
mod error;
mod feed;
mod file;
mod frame;
mod head;
mod headers;
mod json_ld;
mod local;
mod manifest;
pub mod markup;
mod offline;
mod page_part;
mod pages;
mod painter;
mod publication;
mod qr;
mod renderer;
mod service_worker;
mod sitemap;

pub use address::{AddressError, SiteAddress};
pub use client::{Client, ClientError, Palette, Theme, ThemeError};
pub use digest::digest;
pub use error::PublishError;
pub use file::File;
pub use manifest::ICONS;
pub use page_part::{PagePart, page_of};
pub use painter::{PaintError, Painter, Preview};
pub use publication::{Input, Publication, Report, check_particulars, publish};
