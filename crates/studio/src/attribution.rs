//! Paragraphs that are no text but say who wrote it: the sender, a signature.

use solidarity_core::collection::raw::{RawCollection, RawMessage, RawSignature, RawText};

use crate::division::is_blank;
use crate::document::{Document, Key};
use crate::edit::{Edit, EditError};
use crate::elements::empty_sender;
use crate::field::{Field, SenderField, SignatureField};
use crate::places::country_code;
use crate::text::{lang, letters, marked};

impl Document {
    /// Makes a paragraph the sender: the first that is not filled in, or else one more. A country behind the last
    /// comma is the sender's. Returns the edit, and the field that has the words then.
    ///
    /// # Errors
    /// When the message or the paragraph is not there, or the paragraph is empty.
    pub fn paragraph_to_sender(&self, key: Key, at: usize) -> Result<(Edit, Field), EditError> {
        let mut place = 0;
        let edit = self.changed(key, ["make a paragraph the sender of ", "", ""], |message| {
            let paragraph = taken(message, at)?;
            let words = in_one_line(letters(&paragraph));
            let (name, country) = with_country(&words, self.collection());
            place = message.senders.iter().position(is_blank).unwrap_or(message.senders.len());
            if place == message.senders.len() {
                message.senders.push(empty_sender());
            }
            if let Some(sender) = message.senders.get_mut(place) {
                sender.names = vec![marked(name.to_owned(), lang(&paragraph).map(str::to_owned))];
                sender.country = country.map(str::to_owned);
            }
            Ok(())
        })?;
        Ok((edit, Field::Sender(place, SenderField::Name(0))))
    }

    /// Makes a paragraph a signature: the first that is not filled in, or else one more. The first line is the name,
    /// the others are the office. Returns the edit, and the field that has the words then.
    ///
    /// # Errors
    /// When the message or the paragraph is not there, or the paragraph is empty.
    pub fn paragraph_to_signature(&self, key: Key, at: usize) -> Result<(Edit, Field), EditError> {
        let mut place = 0;
        let edit = self.changed(key, ["make a paragraph a signature of ", "", ""], |message| {
            let paragraph = taken(message, at)?;
            let words = letters(&paragraph).trim();
            let (name, role) = words.split_once('\n').unwrap_or((words, ""));
            let role = Some(in_one_line(role)).filter(|role| !role.is_empty());
            let signature = RawSignature { name: in_one_line(name), role };
            let is_free = |it: &RawSignature| it.name.trim().is_empty() && it.role.is_none();
            place = message.signatures.iter().position(is_free).unwrap_or(message.signatures.len());
            match message.signatures.get_mut(place) {
                Some(free) => *free = signature,
                None => message.signatures.push(signature),
            }
            Ok(())
        })?;
        Ok((edit, Field::Signature(place, SignatureField::Name)))
    }

    /// Makes a paragraph the office of the first who signed without one. Returns the edit, and the field that has
    /// the words then.
    ///
    /// # Errors
    /// When the message, the paragraph or such a signature is not there, or the paragraph is empty.
    pub fn paragraph_to_role(&self, key: Key, at: usize) -> Result<(Edit, Field), EditError> {
        let mut field = Field::Signature(0, SignatureField::Role);
        let edit = self.changed(key, ["make a paragraph an office in ", "", ""], |message| {
            let words = in_one_line(letters(&taken(message, at)?));
            let place = message.signatures.iter().position(|it| it.role.is_none());
            field = Field::Signature(place.unwrap_or_default(), SignatureField::Role);
            let signature = place.and_then(|place| message.signatures.get_mut(place));
            signature.ok_or(EditError::NoField(field))?.role = Some(words);
            Ok(())
        })?;
        Ok((edit, field))
    }
}

/// Takes a paragraph with words out of a message.
fn taken(message: &mut RawMessage, at: usize) -> Result<RawText, EditError> {
    let missing = EditError::NoField(Field::Paragraph(at));
    let paragraph = message.body.get(at).ok_or_else(|| missing.clone())?;
    if letters(paragraph).trim().is_empty() {
        return Err(missing);
    }
    Ok(message.body.remove(at))
}

/// The name and the code of the country in “Harmonia, Portugal”.
fn with_country<'a>(words: &'a str, collection: &RawCollection) -> (&'a str, Option<&'static str>) {
    let parts = words.rsplit_once(',').and_then(|(name, country)| {
        let name = name.trim();
        let code = country_code(country.trim().trim_end_matches('.'), collection)?;
        (!name.is_empty()).then_some((name, Some(code)))
    });
    parts.unwrap_or((words, None))
}

fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
