//! Likely languages of messages, and the language of all paragraphs of a message.

use crate::document::{Document, Key};
use crate::edit::{Edit, EditError};
use crate::field::Field;
use crate::text::lang;

/// BCP 47 tags (RFC 5646) of the languages that are offered, in the order of their English names.
pub const LANGUAGES: [&str; 95] = [
    "af", "sq", "am", "ar", "hy", "as", "az", "eu", "be", "bn", "bs", "bg", "my", "ca", "zh-Hans",
    "zh-Hant", "hr", "cs", "da", "nl", "en", "eo", "et", "fil", "fi", "fr", "gl", "ka", "de", "el",
    "gu", "ht", "ha", "he", "hi", "hu", "is", "ig", "id", "ga", "it", "ja", "jv", "kn", "kk", "km",
    "rw", "ko", "ku", "lo", "lv", "lt", "lb", "mk", "mg", "ms", "ml", "mt", "mr", "mn", "ne", "nb",
    "nn", "or", "ps", "fa", "pl", "pt", "pa", "ro", "ru", "sr", "si", "sk", "sl", "so", "es", "sw",
    "sv", "tg", "ta", "te", "th", "ti", "tr", "uk", "ur", "ug", "uz", "vi", "cy", "xh", "yi", "yo",
    "zu",
];

impl Document {
    /// Gives all paragraphs of a message a language; `None` for that of the collection.
    ///
    /// # Errors
    /// When the message is not there.
    pub fn language(&self, key: Key, tag: Option<&str>) -> Result<Edit, EditError> {
        let message = self.message(key).ok_or(EditError::NoMessage(key))?;
        let edit = |at| Edit::Set {
            key,
            field: Field::ParagraphLanguage(at),
            value: tag.map(str::to_owned),
        };
        let name = ["change the language of ", &self.short_name_of(key)].concat();
        Ok(Edit::Batch { name, edits: (0..message.body.len()).map(edit).collect() })
    }

    /// The language that all paragraphs of a message are in, as a BCP 47 tag; `None` if they are in several.
    pub fn language_of(&self, key: Key) -> Option<&str> {
        let own = &self.collection().language;
        let mut tags = self.message(key)?.body.iter().map(|text| lang(text).unwrap_or(own));
        let first = tags.next().unwrap_or(own);
        tags.all(|tag| tag == first).then_some(first)
    }
}
