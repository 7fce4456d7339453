//! What the page of a message is made of.

pub mod cite;
pub mod paragraphs;
pub mod pass_on;
pub mod quote;
pub mod sender_names;
pub mod signatures;
