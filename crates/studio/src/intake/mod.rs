//! Importing messages: which program reads them, which of them are already there, what is added or replaced,
//! and the report.

mod adding;
mod address;
mod columns;
mod pasted;
mod program;
mod report;

pub use adding::{Intake, Present};
pub use address::{AddressError, published_at};
pub use columns::{FIELDS, NOTHING, field_label};
pub use pasted::pasted_name;
pub use program::{BEGINNING, DOCUMENTS, IMPORTER, program_for};
pub use report::{Report, Said, SourceReport};
