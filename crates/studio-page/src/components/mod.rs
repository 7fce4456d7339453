//! What the page consists of.

mod collection_form;
mod combobox;
mod drop_zone;
mod find_dialog;
mod findings;
mod form;
mod head;
mod list;
mod menu;
mod next_steps;
mod notices;
mod pane_bar;
mod preview;
mod start;
mod take_away;
mod update;

pub use collection_form::CollectionForm;
pub use find_dialog::FindDialog;
pub use form::Editor;
pub use head::Head;
pub use list::MessageList;
pub use notices::Notices;
pub use pane_bar::PaneBar;
pub use preview::Preview;
pub use start::Start;
pub use update::UpdateNotice;
