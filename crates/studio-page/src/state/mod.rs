//! What the studio knows: the document, what is wrong with it, and what is shown.

mod checking;
mod importing;
mod keeping;
mod notices;
mod previewing;
mod studio;

pub use keeping::{Access, Status, Trouble};
pub use studio::{Found, Pane, Studio};
