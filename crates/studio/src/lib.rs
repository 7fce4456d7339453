//! The logic of the studio, in which somebody corrects a set of messages: what they work on, what they can do
//! to it, and how it is taken back.
//!
//! There is no browser here, no file and no clock. A [`Document`] changes by an [`Edit`].

mod ago;
mod dataset;
mod describe;
mod document;
mod edit;
mod field;
mod history;
mod kept;
pub mod look;
mod particular;
mod place;
pub mod protocol;
mod retention;
mod store;
mod text;
mod versions;
mod weight;

pub use ago::{Ago, Unit};
pub use dataset::{DatasetError, Misshapen, Reading};
pub use document::{Document, Entry, Key, Logo, Origin, name};
pub use edit::{Edit, EditError};
pub use field::{Field, SenderField, SignatureField};
pub use history::{History, Limits, Shown};
pub use kept::{Changes, Kept, KeptId, KeptVersion, Outline};
pub use particular::Particular;
pub use place::Place;
pub use retention::retention;
pub use store::{Damaged, Part, RestoreError, Restored};
pub use versions::{is_due, outdated};
