//! Every call to the browser. Whatever the browser, its settings or the network can refuse is returned as an
//! error.

mod database;
mod dialog;
mod document;
mod download;
mod error;
mod files;
mod frame;
mod leaving;
mod locks;
mod storage;
mod time;
mod worker;

pub use database::StorageError;
pub use dialog::open_dialog;
pub use document::{assets, root};
pub use download::save_text;
pub use error::BrowserError;
pub use files::{Dropped, dropped, picked};
pub use frame::show;
pub use leaving::{ask_before_leaving, fragment, on_fragment, on_hidden, set_fragment};
pub use locks::{Asking, Channel, Lock, lock};
pub use storage::{Change, Storage};
pub use time::{in_words, moment, new_id, now};
pub use worker::{Worker, WorkerError};
