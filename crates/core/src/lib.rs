//! The logic of a site of messages, without a browser, a file system or a clock.
//!
//! A [`collection`] is read from JSON; its messages come from [`places`], which the [`atlas`] groups and
//! draws; [`search`] finds words in it. An [`address`] says which page and view is asked for, a
//! [`selection`] applies that view. [`locale`] has the texts of the interface, [`titles`] what pages,
//! places and messages are called in it; [`handover`] is what a written page tells the program.
//!
//! ```
//! use solidarity_core::collection::parse;
//! use solidarity_core::search::{Folding, Index, Query};
//!
//! let json = r#"{ "collection": { "title": "Letters", "language": "en" }, "messages": [
//!     { "id": "one", "senders": [{ "names": ["A union"] }], "body": ["In solidarity"] }
//! ] }"#;
//! let (collection, problems) = parse(json).unwrap();
//! assert!(problems.is_empty());
//!
//! let folding = Folding::new(|c| c.to_lowercase().collect());
//! let index = Index::new(folding, &collection).unwrap();
//! assert_eq!(index.search(&Query::parse(folding, "solidarity")).messages, [0]);
//! ```
//!
//! A module imports only those above it in ARCHITECTURE.md; a test of `xtask` holds that.

pub mod address;
pub mod atlas;
pub mod citation;
pub mod collection;
pub mod handover;
pub mod locale;
pub mod ordering;
pub mod places;
pub mod quotation;
pub mod search;
pub mod selection;
pub mod sharing;
pub mod text;
pub mod titles;
