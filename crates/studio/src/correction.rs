//! Corrects a finding with one click.

use crate::document::Document;
use crate::edit::Edit;
use crate::field::{Field, SenderField};
use crate::place::Place;
use crate::protocol::Finding;

impl Finding {
    /// The edit that replaces what was found with what was meant; `None` if that is not known, or if the value
    /// has changed since.
    pub fn correction(&self, place: &Place, document: &Document) -> Option<Edit> {
        let instead = &self.instead.as_ref()?.value;
        match place {
            Place::Message(key, Some(field)) => {
                let before = field.get(document.message(*key)?)?;
                let value = Some(self.corrected(before, instead, is_word(*field))?);
                Some(Edit::Set { key: *key, field: *field, value })
            }
            Place::Collection(Some(field)) => {
                let before = field.get(document.collection())?;
                let value = Some(self.corrected(before, instead, true)?);
                Some(Edit::Particular { field: field.clone(), value })
            }
            _ => None,
        }
    }

    /// If the finding quotes a word of a text, that word is replaced; a short value is replaced as a whole.
    fn corrected(&self, before: &str, instead: &str, is_word: bool) -> Option<String> {
        let quoted = self.what.split_once('“').and_then(|(_, rest)| rest.split_once('”'));
        let quoted = quoted.map(|(quoted, _)| quoted).filter(|quoted| !quoted.is_empty());
        let after = match quoted {
            Some(quoted) if before.contains(quoted) => before.replace(quoted, instead),
            _ if is_word => instead.to_owned(),
            _ => return None,
        };
        (after != before).then_some(after)
    }
}

/// Whether what was meant replaces the whole field.
fn is_word(field: Field) -> bool {
    !matches!(field, Field::Paragraph(_) | Field::Sender(_, SenderField::Heading))
}
