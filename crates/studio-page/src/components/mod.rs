//! What the page consists of.

mod collection_form;
mod drop_zone;
mod editor;
mod findings;
mod head;
mod message_list;
mod next_steps;
mod notices;
mod preview;
mod start;
mod take_away;
mod update;

pub use collection_form::CollectionForm;
pub use editor::Editor;
pub use head::Head;
pub use message_list::MessageList;
pub use notices::Notices;
pub use preview::Preview;
pub use start::Start;
