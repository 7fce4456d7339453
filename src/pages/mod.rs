//! A page for each kind of address, and for when there is nothing to show yet.

mod about;
mod failure;
mod home;
mod loading;
mod message;
mod not_found;

pub use about::About;
pub use failure::{Failure, LoadError};
pub use home::Home;
pub use loading::Loading;
pub use message::MessagePage;
pub use not_found::NotFound;
