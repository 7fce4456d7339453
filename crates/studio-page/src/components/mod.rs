//! What the page consists of.

mod collection;
mod combobox;
mod find_dialog;
mod findings;
mod form;
mod head;
mod intake;
mod list;
mod menu;
mod modal;
mod notices;
mod pane_bar;
mod preview;
mod start;

pub use collection::CollectionForm;
pub use find_dialog::FindDialog;
pub use form::Editor;
pub use head::Head;
pub use intake::{Foot, Intake};
pub use list::MessageList;
pub use notices::Notices;
pub use pane_bar::PaneBar;
pub use preview::Preview;
pub use start::Start;
