//! Every call to the browser. Whatever the browser, its settings or the network can refuse is returned as an
//! error.

mod document;
mod error;
mod files;
mod frame;
mod mark;
mod offline;
mod parts;
mod site_event;
mod worker;

pub use document::{assets, print, root};
pub use files::{Dropped, dropped, picked};
pub use frame::show;
pub use mark::drawn;
pub use offline::{NewVersion, has_store, install, ready};
pub use parts::{Parts, save};
pub use site_event::{SiteEvent, site_event};
pub use worker::{Worker, WorkerError};
