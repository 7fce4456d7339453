//! Every call to the browser. Whatever the browser, its settings or the network can refuse is returned as an
//! error.

mod dialog;
mod document;
mod error;
mod files;
mod focus;
mod frame;
mod languages;
mod pointer;
mod worker;

pub use dialog::{leaves, pasted, set_open};
pub use document::{assets, root};
pub use error::BrowserError;
pub use files::{Dropped, dropped, picked};
pub use focus::{focus, is_focus_within, scroll_to, selection, set_cursor, show_element};
pub use frame::show;
pub use languages::{folded, language_name};
pub use pointer::{Under, capture, row_of, row_under, scroll_near_edge};
pub use worker::{Worker, WorkerError};
