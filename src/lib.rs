//! Solidarity Atlas publishes a set of messages as a fast, searchable page with a map of where they
//! come from.
//!
//! Data flows one way: a [`collection`] is parsed and indexed for [`search`]; a [`selection`] applies
//! the [`view_state`] to it; the [`pages`], made of [`components`], show the selection, grouped by
//! the [`atlas`]. ARCHITECTURE.md has the whole picture.
//!
//! Compiled for WebAssembly the components render into the page; compiled for the host they render
//! to HTML text.

pub mod app;
pub mod atlas;
pub mod browser;
#[cfg(not(target_arch = "wasm32"))]
pub mod checking;
pub mod citation;
pub mod collection;
pub mod components;
pub mod direction;
#[cfg(not(target_arch = "wasm32"))]
pub mod exchange;
pub mod indexing;
pub mod labels;
mod ordering;
pub mod page_shape;
pub mod pages;
pub mod places;
#[cfg(not(target_arch = "wasm32"))]
pub mod publish;
pub mod quotation;
pub mod scripts;
pub mod search;
pub mod selection;
pub mod sharing;
#[cfg(not(target_arch = "wasm32"))]
mod similar;
pub mod site;
pub mod texts;
pub mod view_state;
pub mod words;
