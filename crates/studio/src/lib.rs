//! The logic of the studio, in which somebody corrects a set of messages: what they work on, what they can do
//! to it, and how it is taken back.
//!
//! There is no browser here, no file and no clock. A [`Document`] changes by an [`Edit`].

mod dataset;
mod describe;
mod document;
mod edit;
mod field;
mod history;
pub mod intake;
mod logo;
pub mod look;
mod particular;
mod place;
pub mod protocol;
mod store;
mod text;
mod weight;

pub use dataset::{DatasetError, Misshapen, Reading};
pub use document::{Document, Entry, Key, Logo, Origin, name};
pub use edit::{Edit, EditError};
pub use field::{Field, SenderField, SignatureField};
pub use history::{History, Limits, Shown};
pub use logo::LogoError;
pub use particular::Particular;
pub use place::Place;
pub use store::{Damaged, Part, RestoreError, Restored};
