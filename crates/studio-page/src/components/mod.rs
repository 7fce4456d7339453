//! What the page consists of.

mod access_banner;
mod button;
mod collection;
mod combobox;
mod find_dialog;
mod findings;
mod form;
mod head;
mod help;
mod intake;
mod keeping_status;
mod kept_collections;
mod list;
mod menu;
mod modal;
mod next_steps;
mod note;
mod notices;
mod pane_bar;
mod preview;
mod start;
mod take_away;
mod update;
mod versions;

pub use access_banner::AccessBanner;
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
