//! Every call to the browser. Whatever the browser, its settings or the network can refuse is returned as an
//! error.

mod dialog;
mod document;
mod error;
mod events;
mod fetching;
mod files;
mod focus;
mod frame;
mod languages;
mod picture;
mod pointer;
mod worker;

pub use dialog::{leaves, pasted, set_open};
pub use document::{assets, root};
pub use error::BrowserError;
pub use events::is_typed_in;
pub use fetching::{FetchError, fetched};
pub use files::{Drop, Dropped, clipboard, dropped, has_files, picked};
pub use focus::{focus, is_focus_within, selection, set_cursor, show_element};
pub use frame::{Heard, Shown, hear_links, show};
pub use languages::{folded, language_name};
pub use picture::address_of;
pub use pointer::{Under, capture, row_of, row_under, scroll_near_edge};
pub use worker::{Worker, WorkerError};
