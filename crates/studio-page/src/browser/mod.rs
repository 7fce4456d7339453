//! Every call to the browser. Whatever the browser, its settings or the network can refuse is returned as an
//! error.

mod database;
mod dialog;
mod document;
mod error;
mod events;
mod fetching;
mod files;
mod focus;
mod frame;
mod languages;
mod leaving;
mod locks;
mod mark;
mod offline;
mod parts;
mod picture;
mod pointer;
mod session;
mod site_event;
mod storage;
mod time;
mod worker;

pub use database::StorageError;
pub use dialog::{leaves, pasted, set_open};
pub use document::{assets, print, root};
pub use error::BrowserError;
pub use events::is_typed_in;
pub use fetching::{FetchError, fetched};
pub use files::{Drop, Dropped, clipboard, dropped, has_files, picked};
pub use focus::{
    focus, is_focus_somewhere, is_focus_within, is_shown, scroll_to, selection, set_cursor,
    show_element, show_start,
};
pub use frame::{Heard, Shown, hear_links, show};
pub use languages::{folded, language_name};
pub use leaving::{ask_before_leaving, fragment, on_fragment, on_hidden, set_fragment};
pub use locks::{Asking, Channel, Lock, lock};
pub use mark::drawn;
pub use offline::{NewVersion, has_store, install, ready};
pub use parts::{Parts, save, save_text};
pub use picture::address_of;
pub use pointer::{Under, capture, row_of, row_under, scroll_near_edge};
pub use session::{remember, remembered};
pub use site_event::{SiteEvent, site_event};
pub use storage::{Change, Storage};
pub use time::{in_words, moment, new_id, now};
pub use worker::{Worker, WorkerError, from_json};
