//! Every text of the interface, one file per language.
//!
//! To add a language, copy `en.rs`, translate it, and list it in [`Locale::for_language`]. Plurals,
//! lists, numbers and dates are functions, because each language has its own rules for them.

mod en;
mod texts;

use crate::address::Order;

pub use texts::Locale;

impl Locale {
    /// The locale in use until a collection has been loaded, which says its language. index.html is
    /// in this language.
    pub fn before_loading() -> &'static Locale {
        &en::LOCALE
    }

    /// The locale for a BCP 47 tag, or English if there is none.
    pub fn for_language(tag: &str) -> &'static Locale {
        let all = [&en::LOCALE];
        let language = tag.split('-').next().unwrap_or_default();
        all.into_iter().find(|locale| locale.lang == language).unwrap_or(&en::LOCALE)
    }
}
