//! All texts of the interface, in one file per language.
//!
//! To add a language, copy `en.rs`, translate it, and list it in [`Locale::for_language`]. Plurals,
//! lists, numbers and dates are functions, because each language has its own rules for them.

mod en;
mod texts;

pub use texts::Locale;

impl Locale {
    /// The locale until a collection has been loaded, which names its language. index.html is in
    /// this locale's language.
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
