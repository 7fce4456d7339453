//! Every call to the browser. Whatever the browser, its settings or the network can refuse is
//! returned as an error; the caller decides what to do about it.
//!
//! On the host these functions compile but must not be called.

mod address;
mod clock;
mod document;
mod error;
mod events;
mod focus;
mod network;
mod observation;
mod program;
mod scrolling;
mod selection;
mod settings;
mod sharing;
mod text;

pub use address::{
    Location, address_of, base_path, keep_scroll, kept_scroll, location, push_url, reload,
    replace_url, site_url,
};
pub use clock::now;
pub use document::{element, set_canonical, set_text, set_title};
pub use error::BrowserError;
pub use events::{followed_link, is_plain_click, is_typing};
pub use focus::{
    count, focus, focus_before, focus_in_view, focus_nth, focused_id, is_in_use, middles, select,
    select_text, typed_into,
};
pub use network::{FetchError, fetch_bytes, fetch_text};
pub use observation::{Observation, keep_height_when_far, release_height, when_near};
pub use program::{ProgramState, handover, note_program, shape_of};
pub use scrolling::{bring_answer_into_view, bring_into_view, scroll_to, scroll_y, transition};
pub use selection::{Listener, on_selection_change, selected_between};
pub use settings::{is_dark, on_system_theme_change, remember_shortcut, set_dark, shortcut_is_on};
pub use sharing::{can_share, copy, share};
pub use text::{decompose, word_boundaries};
