//! What the studio knows: the document, what is wrong with it, and what is shown.

mod actions;
mod anchor;
mod away;
mod checking;
mod editing;
mod importing;
mod keyboard;
mod notices;
mod offline;
mod previewing;
mod studio;

pub use anchor::{anchor, findings_id};
pub use away::{Aim, Form, Stage};
pub use editing::{LanguageOf, row_id};
pub use studio::{Pane, Studio};
