//! What the studio knows: the document, what is wrong with it, and what is shown.

mod away;
mod checking;
mod importing;
mod notices;
mod offline;
mod previewing;
mod studio;

pub use away::{Aim, Form, Stage};
pub use studio::{Found, Pane, Studio};
