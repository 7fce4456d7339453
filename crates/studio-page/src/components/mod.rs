//! What the page consists of.

mod collection;
mod editor;
mod findings;
mod head;
mod intake;
mod message_list;
mod modal;
mod notices;
mod preview;
mod start;

pub use collection::CollectionForm;
pub use editor::Editor;
pub use head::Head;
pub use intake::{Foot, Intake};
pub use message_list::MessageList;
pub use notices::Notices;
pub use preview::Preview;
pub use start::Start;
