//! The client of Solidarity Atlas: a set of messages as a fast, searchable page with a map of where they
//! come from.
//!
//! Data flows one way: [`state`] holds a collection and the view of it that the address asks for; the
//! [`pages`], made of [`components`], show what is selected. ARCHITECTURE.md has the whole picture.
//!
//! With the feature `hydrate` the components render into the page, with `ssr` to HTML text.

pub mod app;
pub mod browser;
pub mod components;
pub mod pages;
pub mod state;
