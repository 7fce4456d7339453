//! What the studio knows: the document, what is wrong with it, and what is shown.

mod checking;
mod importing;
mod notices;
mod previewing;
mod studio;

pub use studio::{Found, Pane, Studio};
