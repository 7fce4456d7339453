//! Every call to the browser. Whatever the browser, its settings or the network can refuse is returned as an
//! error.

mod document;
mod error;
mod files;
mod frame;
mod worker;

pub use document::{assets, root};
pub use files::{Dropped, dropped, picked};
pub use frame::show;
pub use worker::{Worker, WorkerError};
