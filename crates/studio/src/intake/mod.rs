//! Taking messages in: which program reads them, which of those that were read are there already, what is added or replaced, and what
//! is said of it.

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
