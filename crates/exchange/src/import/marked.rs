//! The language of a text, in braces before it: `{pt} Harmonia`.

use solidarity_core::collection::raw::{RawMarkedText, RawText};

/// Reads a text with its language.
pub fn read(text: &str) -> RawText {
    let marked = text.strip_prefix('{').and_then(|rest| rest.split_once("} "));
    match marked.filter(|(lang, _)| solidarity_core::collection::is_language_tag(lang)) {
        Some((lang, text)) => {
            RawText::Marked(RawMarkedText { text: text.to_owned(), lang: lang.to_owned() })
        }
        None => RawText::Plain(text.to_owned()),
    }
}

/// Gives a language to a text that has none of its own.
pub fn in_language(text: RawText, lang: Option<&str>) -> RawText {
    match (text, lang) {
        (RawText::Plain(text), Some(lang)) => {
            RawText::Marked(RawMarkedText { text, lang: lang.to_owned() })
        }
        (text, _) => text,
    }
}
