//! The parts of a message's page.

pub mod cite;
pub mod paragraphs;
pub mod pass_on;
pub mod quote;
pub mod sender_names;
pub mod signatures;
