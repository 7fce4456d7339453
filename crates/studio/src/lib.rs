//! The logic of the studio, where users correct a set of messages: the document, the edits, and how they are
//! undone.
//!
//! There is no browser here, no file and no clock. A [`Document`] is changed by an [`Edit`]; actions with
//! several steps, such as splitting a message or replacing a word, produce an [`Edit`], too. A [`History`]
//! applies and undoes edits. A [`Place`] is where an edit or a finding belongs.
//!
//! ```
//! use solidarity_studio::{Document, Edit, Field, History, SenderField};
//!
//! let file = r#"{ "collection": { "title": "Letters", "language": "en" }, "messages": [
//!     { "id": "harmonia", "senders": [{ "names": ["Harmonia"] }], "body": ["Dear friends"] }
//! ] }"#;
//! let mut document = Document::read(file)?.document;
//! let mut history = History::default();
//!
//! let key = document.keys()[0];
//! let field = Field::Sender(0, SenderField::Country);
//! history.apply(&mut document, Edit::Set { key, field, value: Some("PT".into()) })?;
//! assert_eq!(field.label(), "Sender 1, country");
//! assert_eq!(history.undo_name(), Some("change Harmonia: sender 1, country"));
//!
//! history.undo(&mut document)?;
//! assert_eq!(document.message(key).and_then(|message| field.get(message)), None);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod ago;
mod attention;
mod attribution;
mod choices;
mod correction;
mod cursor;
mod dataset;
mod describe;
mod division;
mod document;
mod edit;
mod elements;
mod field;
mod file_name;
mod find;
mod history;
mod ids;
pub mod intake;
mod kept;
mod languages;
mod list;
mod logo;
pub mod look;
mod particular;
mod place;
mod places;
mod preview_dataset;
mod preview_link;
mod preview_picture;
pub mod protocol;
pub mod publishing;
mod replace;
mod retention;
mod row;
mod sorting;
mod store;
mod text;
mod versions;
mod weight;
mod wording;

pub use ago::{Ago, Unit};
pub use attention::{Marks, Summary, marks, next_place};
pub use choices::{Choice, matching};
pub use cursor::{byte_at, units};
pub use dataset::{DatasetError, Misshapen, Reading};
pub use document::{Document, Entry, Key, Logo, Origin, blank, name};
pub use edit::{Edit, EditError};
pub use elements::List;
pub use field::{Field, SenderField, SignatureField};
pub use file_name::file_name;
pub use find::{Context, Match, Matches, Search, Zones};
pub use history::{History, Limits, Shown};
pub use ids::suggest_id;
pub use kept::{Changes, Kept, KeptId, KeptVersion, Outline};
pub use languages::LANGUAGES;
pub use list::{Newcomer, SortBy};
pub use logo::LogoError;
pub use particular::Particular;
pub use place::Place;
pub use places::{country_code, country_entered, country_name};
pub use preview_link::PreviewLink;
pub use preview_picture::with_picture;
pub use retention::retention;
pub use row::Row;
pub use sorting::{sort_by, sort_by_key};
pub use store::{Damaged, Part, RestoreError, Restored};
pub use versions::{is_due, next_time, outdated};
