//! Splitting and joining messages and paragraphs, and pasting several paragraphs at once.

use std::ops::Range;

use solidarity_core::collection::raw::{RawMessage, RawSender};
use solidarity_core::text::{is_unspaced, paragraphs};

use crate::document::{Document, Entry, Key};
use crate::edit::{Edit, EditError};
use crate::elements::empty_sender;
use crate::field::Field;
use crate::text::{lang, letters, marked};

impl Document {
    /// Splits a message in two. The second begins with the paragraph with this number, from 0.
    ///
    /// The first keeps id and senders. The second gets an id of its own and a sender to be filled in, so that
    /// nobody's words appear under another name unnoticed. It also gets the signatures, because they come last.
    ///
    /// # Errors
    /// When the message is not there, or has no paragraph before or after the split.
    pub fn split_message(&self, key: Key, at: usize) -> Result<Edit, EditError> {
        let position = self.position(key).ok_or(EditError::NoMessage(key))?;
        let entry = self.entry(key).ok_or(EditError::NoMessage(key))?;
        let mut first = entry.message.clone();
        if at == 0 || at >= first.body.len() {
            return Err(EditError::NoField(Field::Paragraph(at)));
        }
        let second = RawMessage {
            id: self.unique_id(&first.id),
            senders: vec![empty_sender()],
            signatures: std::mem::take(&mut first.signatures),
            body: first.body.split_off(at),
        };
        let second = Entry { key: self.new_key(0), message: second, origin: entry.origin.clone() };
        let edits =
            vec![Edit::Message { key, message: first }, Edit::insertion(position + 1, second)];
        Ok(Edit::Batch { name: "split ".to_owned() + &self.short_name_of(key), edits })
    }

    /// Appends a message to another, which keeps its id. Shared and empty senders are not repeated.
    ///
    /// # Errors
    /// When one of them is not there, or both are the same.
    pub fn join_messages(&self, key: Key, next: Key) -> Result<Edit, EditError> {
        let mut first = self.message(key).ok_or(EditError::NoMessage(key))?.clone();
        let at = self.position(next).filter(|_| next != key);
        let at = at.ok_or(EditError::NoMessage(next))?;
        let second = self.message(next).ok_or(EditError::NoMessage(next))?.clone();
        let named: Vec<_> = second.senders.into_iter().filter(|sender| !is_blank(sender)).collect();
        if !named.is_empty() && first.senders.iter().all(is_blank) {
            first.senders = named;
        } else {
            let new = named.into_iter().filter(|sender| !first.senders.contains(sender));
            let new: Vec<_> = new.collect();
            first.senders.extend(new);
        }
        first.signatures.extend(second.signatures);
        first.body.extend(second.body);
        let names = [self.short_name_of(key), self.short_name_of(next)].join(" and ");
        let edits = vec![
            Edit::Message { key, message: first },
            Edit::Splice { at, removed: vec![next], inserted: Vec::new() },
        ];
        Ok(Edit::Batch { name: "join ".to_owned() + &names, edits })
    }

    /// Splits a paragraph at a byte, or before the letter that the byte is in. White space around the split
    /// is dropped; both parts keep the language.
    ///
    /// # Errors
    /// When the message or the paragraph is not there.
    pub fn split_paragraph(&self, key: Key, at: usize, byte: usize) -> Result<Edit, EditError> {
        self.changed(key, ["split a paragraph of ", "", ""], |message| {
            let paragraph = message.body.get(at).ok_or(EditError::NoField(Field::Paragraph(at)))?;
            let (before, after) = split(letters(paragraph), byte);
            let lang = lang(paragraph);
            let parts = [before.trim_end(), after.trim_start()]
                .map(|part| marked(part.to_owned(), lang.map(str::to_owned)));
            message.body.splice(at..=at, parts);
            Ok(())
        })
    }

    /// Joins a paragraph with the one after it, with a space between where the writing system has spaces.
    ///
    /// # Errors
    /// When the message or one of the paragraphs is not there, or when they are in different languages.
    pub fn join_paragraphs(&self, key: Key, at: usize) -> Result<Edit, EditError> {
        self.changed(key, ["join paragraphs of ", "", ""], |message| {
            let missing = EditError::NoField(Field::Paragraph(at.saturating_add(1)));
            let [first, second] =
                message.body.get(at..).and_then(<[_]>::first_chunk).ok_or(missing)?;
            if lang(first) != lang(second) {
                return Err(EditError::Languages);
            }
            let text = joined(letters(first), letters(second));
            let joined = marked(text, lang(first).map(str::to_owned));
            message.body.splice(at..=at.saturating_add(1), [joined]);
            Ok(())
        })
    }

    /// Replaces the selection in a paragraph, in bytes, with a text. Empty lines in it divide paragraphs, as in
    /// imported plain text; all of them get the language of the paragraph.
    ///
    /// # Errors
    /// When the message or the paragraph is not there.
    pub fn paste(
        &self,
        key: Key,
        at: usize,
        selected: Range<usize>,
        text: &str,
    ) -> Result<Edit, EditError> {
        self.changed(key, ["paste into ", "", ""], |message| {
            let paragraph = message.body.get(at).ok_or(EditError::NoField(Field::Paragraph(at)))?;
            let (before, _) = split(letters(paragraph), selected.start);
            let (_, after) = split(letters(paragraph), selected.end.max(selected.start));
            let text = text.replace("\r\n", "\n").replace('\r', "\n");
            let mut parts: Vec<String> = match paragraphs(&text).as_slice() {
                [] | [_] => vec![text],
                parts => parts.iter().map(|(_, part)| (*part).to_owned()).collect(),
            };
            if let Some(first) = parts.first_mut() {
                first.insert_str(0, before);
            }
            if let Some(last) = parts.last_mut() {
                last.push_str(after);
            }
            let lang = lang(paragraph).map(str::to_owned);
            let parts: Vec<_> = parts.into_iter().map(|part| marked(part, lang.clone())).collect();
            message.body.splice(at..=at, parts);
            Ok(())
        })
    }
}

/// A text before and after a byte, or before the letter that the byte is in.
fn split(text: &str, byte: usize) -> (&str, &str) {
    text.split_at(text.floor_char_boundary(byte))
}

fn joined(first: &str, second: &str) -> String {
    let last = first.chars().next_back();
    let next = second.chars().next();
    let has_none = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || is_unspaced(c));
    let space = if has_none(last) || has_none(next) { "" } else { " " };
    [first, space, second].concat()
}

/// Whether nothing of a sender is filled in.
pub(crate) fn is_blank(sender: &RawSender) -> bool {
    let RawSender { names, acronym, country, region, heading } = sender;
    let fields = [acronym, country, region, heading];
    names.iter().all(|name| letters(name).trim().is_empty())
        && fields.into_iter().all(|field| field.is_none())
}
