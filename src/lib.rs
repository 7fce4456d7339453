//! The client of Solidarity Atlas: a set of messages as a fast, searchable page with a map of where they
//! come from.
//!
//! Data flows one way: [`state`] holds a collection and the view of it that the address asks for; the
//! [`pages`], made of [`components`], show what is selected. ARCHITECTURE.md has the whole picture.
//!
//! With the feature `hydrate` the components render into the page, with `ssr` to HTML text:
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
