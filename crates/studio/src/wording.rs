//! Findings in the words of a form. The checker addresses people who edit the file, with its fields and codes.

use crate::field::{Field, SenderField, SignatureField};
use crate::particular::Particular;
use crate::place::Place;
use crate::protocol::Finding;

/// What the checker says of a text without letters.
const EMPTY: &str = "This text is empty.";

impl Finding {
    /// The finding about a place, worded for the form.
    pub fn in_form(self, place: Option<&Place>) -> Finding {
        let said = match place {
            Some(Place::Message(_, Some(field))) => of_field(*field, &self),
            Some(Place::Collection(Some(Particular::Title))) if self.what == EMPTY => {
                Some(("The site has no title.".to_owned(), "Give it one.".to_owned()))
            }
            Some(Place::List) if self.cure.contains("“messages”") => {
                Some((self.what.clone(), "Add a message, or drop a file.".to_owned()))
            }
            _ => None,
        };
        match said {
            Some((what, cure)) => Finding { what, cure, ..self },
            None => self,
        }
    }
}

fn of_field(field: Field, finding: &Finding) -> Option<(String, String)> {
    let Finding { what, cure, .. } = finding;
    let (what, cure) = match field {
        Field::Sender(_, SenderField::Country) => {
            let name = what.strip_suffix(" is not a country code.")?;
            // If more is known about the name, the checker says so.
            let cure = if cure.contains("ISO 3166") {
                "Choose one from the list. For a sender without a single country, leave this empty."
            } else {
                cure
            };
            (["No country is called ", name, "."].concat(), cure.to_owned())
        }
        Field::Sender(_, SenderField::Region) if cure.contains("“region”") => {
            let cure =
                "Choose “None”, unless the sender belongs to a whole region, not to a country.";
            (what.clone(), cure.to_owned())
        }
        Field::Sender(..) if what == "This list is empty." => {
            ("The message has no sender.".to_owned(), "Add one.".to_owned())
        }
        Field::Sender(_, SenderField::Name(0)) if what == EMPTY => {
            ("Who sent this message?".to_owned(), "Fill in the name.".to_owned())
        }
        Field::Signature(_, SignatureField::Name) if what == EMPTY => {
            ("Who signed?".to_owned(), "Fill in the name, or remove the signature.".to_owned())
        }
        Field::Paragraph(_) if what == EMPTY => (
            "This paragraph is empty.".to_owned(),
            "Write something, or remove the paragraph.".to_owned(),
        ),
        Field::Paragraph(_) if what == "This list is empty." => {
            ("The message has no text.".to_owned(), "Add a paragraph.".to_owned())
        }
        _ => return None,
    };
    Some((what, cure))
}
