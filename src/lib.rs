//! The client of Solidarity Atlas: shows a collection of messages as a fast, searchable page with a
//! map of where they come from.
//!
//! Data flows one way: [`state`] holds a collection and the view that the address asks for; the
//! [`pages`], which are made of [`components`], show the selection. ARCHITECTURE.md gives the whole
//! picture.
//!
//! The components render into the page with the feature `hydrate`, and to HTML text with `ssr`:
//!
//! ```
//! use leptos::prelude::*;
//! use solidarity_atlas::app::Atlas;
//! use solidarity_atlas::state::{Published, ViewState};
//! use solidarity_core::collection::{Collection, parse};
//! use solidarity_core::search::Folding;
//!
//! let json = r#"{ "collection": { "title": "Letters", "language": "en" }, "messages": [
//!     { "id": "one", "senders": [{ "names": ["A union"] }], "body": ["In solidarity"] }
//! ] }"#;
//! let (collection, problems) = parse(json).unwrap();
//! let collection: &'static Collection = Box::leak(Box::new(collection));
//! let folding = Folding::new(|c| c.to_lowercase().collect());
//!
//! let html = Owner::new().with(|| {
//!     let state = ViewState::new("/", "/m/one/", "");
//!     let published = Published::default();
//!     view! { <Atlas collection problems folding state published/> }.to_html()
//! });
//! assert!(html.contains("In solidarity"));
//! ```

pub mod app;
pub mod browser;
pub mod components;
pub mod pages;
pub mod state;
