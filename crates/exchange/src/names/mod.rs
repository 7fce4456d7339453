//! What people write for countries, languages and messages, and what they may have meant.

mod city_table;
mod country;
pub mod country_advice;
mod country_lookup;
pub mod country_names;
mod country_table;
mod flags;
pub mod fold;
pub mod id;
mod language_lookup;
mod language_table;
pub mod languages;
pub mod similar;
mod table;
