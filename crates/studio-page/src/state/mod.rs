//! What the studio knows: the document, what is wrong with it, and what is shown.

mod actions;
mod anchor;
mod away;
mod checking;
mod editing;
mod importing;
mod keeping;
mod keyboard;
mod look;
mod notices;
mod offline;
mod previewing;
mod showing;
mod studio;

pub use anchor::{anchor, field_id, findings_id};
pub use away::{Aim, Form, Stage};
pub use editing::{LanguageOf, row_id};
pub use importing::{Answer, Dialog, Question, counted};
pub use keeping::{Access, Status, Trouble};
pub use look::DEFAULT_COLOURS;
pub use previewing::{Device, Page, Scheme, Tab};
pub use studio::{Found, Pane, Studio};
