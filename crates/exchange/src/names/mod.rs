//! What people write for countries, languages and messages, and what they may have meant.

pub mod country_names;
pub mod id;
pub mod languages;
pub mod similar;
