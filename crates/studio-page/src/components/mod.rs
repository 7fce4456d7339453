//! What the page consists of.

mod access_banner;
mod collection_form;
mod drop_zone;
mod editor;
mod findings;
mod head;
mod keeping_status;
mod kept_collections;
mod message_list;
mod notices;
mod preview;
mod start;
mod versions;

pub use access_banner::AccessBanner;
pub use collection_form::CollectionForm;
pub use editor::Editor;
pub use head::Head;
pub use message_list::MessageList;
pub use notices::Notices;
pub use preview::Preview;
pub use start::Start;
