//! What is shown and what changes it: the collection, everything derived from it, and the address.

mod indexing;
mod site;
mod texts;
mod view_state;

pub use indexing::Indexing;
pub use site::{Published, Site};
pub use texts::{TextState, Texts, fetch};
pub use view_state::ViewState;
