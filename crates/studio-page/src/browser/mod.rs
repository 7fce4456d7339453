//! Every call to the browser. Whatever the browser, its settings or the network can refuse is returned as an
//! error.

mod dialog;
mod document;
mod download;
mod error;
mod files;
mod focus;
mod frame;
mod languages;
mod mark;
mod offline;
mod pointer;
mod site_event;
mod worker;

pub use dialog::{leaves, pasted, set_open};
pub use document::{assets, print, root};
pub use download::{Parts, save};
pub use error::BrowserError;
pub use files::{Dropped, dropped, picked};
pub use focus::{focus, is_focus_within, scroll_to, selection, set_cursor, show_element};
pub use frame::show;
pub use languages::{folded, language_name};
pub use mark::drawn;
pub use offline::{NewVersion, install, ready};
pub use pointer::{Under, capture, row_of, row_under, scroll_near_edge};
pub use site_event::{SiteEvent, site_event};
pub use worker::{Worker, WorkerError};
