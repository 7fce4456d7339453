//! What the studio knows: the document, what is wrong with it, and what is shown.

mod checking;
mod importing;
mod look;
mod notices;
mod previewing;
mod studio;

pub use importing::{Answer, Dialog, Question, counted};
pub use look::DEFAULT_COLOURS;
pub use previewing::{Device, Page, Scheme, Tab};
pub use studio::{Found, Pane, Studio};
