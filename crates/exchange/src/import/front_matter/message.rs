//! Front matter with its fields assigned, and the message made from it.

use solidarity_core::collection::raw::{RawMessage, RawSender, RawSignature, RawText};

use crate::import::country::country;
use crate::import::marked;
use crate::import::note::{Note, Origin};
use crate::names::languages::tag_of;

/// The fields of a message without its text. A message from one sender can do without lists.
#[derive(Debug, Default)]
pub struct FrontMatter {
    pub id: Option<String>,
    pub sender: Option<String>,
    pub acronym: Option<String>,
    pub country: Option<String>,
    pub region: Option<String>,
    pub heading: Option<String>,
    pub signature: Vec<String>,
    pub role: Vec<String>,
    pub language: Option<String>,
    pub senders: Vec<RawSender>,
    pub signatures: Vec<RawSignature>,
    /// Paragraphs in the front matter.
    pub message: Vec<RawText>,
    /// The line of the country of each sender, from 1 in the front matter; first that of `country`.
    pub country_lines: Vec<usize>,
    /// Why the text is not to be published: the line, and the reason.
    pub withheld: Option<(usize, String)>,
}

impl FrontMatter {
    /// Why the text is not to be published, if so: the line in the front matter, and the reason.
    pub fn withheld(&self) -> Option<&(usize, String)> {
        self.withheld.as_ref()
    }

    /// Whether it says who sent the message.
    pub fn names_sender(&self) -> bool {
        self.sender.is_some() || !self.senders.is_empty()
    }

    /// The message with this front matter and these paragraphs. `first` is the line of the file where the front
    /// matter begins.
    pub fn message(self, body: Vec<RawText>, first: &Origin, notes: &mut Vec<Note>) -> RawMessage {
        let language = self.language.map(tag_of);
        let language = language.as_deref();
        let text = |text| marked::in_language(text, language);
        let mut senders = self.senders;
        let has_sender = [&self.sender, &self.acronym, &self.country, &self.region];
        let own = has_sender.iter().any(|field| field.is_some());
        if own {
            let names = self.sender.iter().map(|name| text(marked::read(name))).collect();
            let FrontMatter { acronym, country, region, heading, .. } = self;
            senders.insert(0, RawSender { names, acronym, country, region, heading });
        }
        let mut lines = self.country_lines.into_iter().skip(usize::from(!own));
        for sender in &mut senders {
            let line = first.line + lines.next().unwrap_or(1) - 1;
            let origin = Origin { line, ..first.clone() };
            let named = sender.country.take();
            sender.country = named.and_then(|named| country(&named, &origin, notes));
        }
        // A role without a name stays, so that it is not lost: the check finds it.
        let (mut names, mut roles) = (self.signature.into_iter(), self.role.into_iter());
        let signatures = std::iter::from_fn(|| match (names.next(), roles.next()) {
            (None, None) => None,
            (name, role) => Some(RawSignature { name: name.unwrap_or_default(), role }),
        });
        RawMessage {
            id: self.id.unwrap_or_default(),
            senders,
            signatures: signatures.chain(self.signatures).collect(),
            body: self.message.into_iter().chain(body).map(text).collect(),
        }
    }
}
