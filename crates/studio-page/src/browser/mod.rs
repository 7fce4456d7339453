//! Every call to the browser. Whatever the browser, its settings or the network can refuse is returned as an
//! error.

mod dialog;
mod document;
mod error;
mod events;
mod fetching;
mod files;
mod frame;
mod picture;
mod worker;

pub use dialog::set_open;
pub use document::{assets, root};
pub use error::BrowserError;
pub use events::is_typed_in;
pub use fetching::{FetchError, fetched};
pub use files::{Drop, Dropped, dropped, has_files, pasted, picked};
pub use frame::{Heard, Shown, hear_links, show};
pub use picture::address_of;
pub use worker::{Worker, WorkerError};
