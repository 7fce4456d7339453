//! Reading and building texts with languages.

use solidarity_core::collection::raw::{RawMarkedText, RawText};

/// The text itself.
pub fn letters(text: &RawText) -> &str {
    match text {
        RawText::Plain(text) | RawText::Marked(RawMarkedText { text, .. }) => text,
    }
}

/// The language that the text is marked with.
pub fn lang(text: &RawText) -> Option<&str> {
    match text {
        RawText::Plain(_) => None,
        RawText::Marked(RawMarkedText { lang, .. }) => Some(lang),
    }
}

/// A text, marked if it has a language of its own.
pub fn marked(text: String, lang: Option<String>) -> RawText {
    match lang {
        None => RawText::Plain(text),
        Some(lang) => RawText::Marked(RawMarkedText { text, lang }),
    }
}
