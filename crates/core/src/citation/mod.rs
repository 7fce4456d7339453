//! How to cite a message: by its senders, as a part of the collection, on the occasion.

#[cfg(feature = "citation-files")]
mod formats;

use crate::collection::{Collection, Date, Message};
use crate::text::{closed, inserted};
use crate::titles::Titles;

/// What a citation of a message says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The id of the message.
    pub id: String,
    /// The organisations that sent it; never empty.
    pub authors: Vec<Author>,
    /// A description in place of a title, because messages have no titles of their own.
    pub title: String,
    /// The title of the collection that contains it.
    pub container: String,
    /// The name of the occasion.
    pub event: Option<String>,
    /// Where the occasion was.
    pub place: Option<String>,
    /// The first and the last day of the occasion.
    pub dates: Option<(Date, Option<Date>)>,
    /// Who received and published it.
    pub publisher: Option<String>,
    /// Who signed it, with their roles.
    pub signed: Vec<String>,
    /// The BCP 47 tag of the language that most of it is in.
    #[cfg(feature = "citation-files")]
    pub language: String,
    /// Its full address.
    pub url: Option<String>,
}

/// An organisation that sent a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// Its own name.
    pub name: String,
    /// Its country, if it has a single one.
    pub country: Option<String>,
}

impl Citation {
    /// The citation of a message with this address.
    pub fn of(titles: Titles, message: &Message, url: Option<String>) -> Citation {
        let Titles { collection, locale } = titles;
        let Collection { occasion, host, .. } = collection;
        let occasion = occasion.as_ref();
        let own = |text: &str| closed(text);
        let piece = |text: &str| inserted(text, &collection.language);
        let host = host.as_ref().map(|host| own(&host.name));
        let authors = message.senders.iter().map(|sender| Author {
            name: own(sender.name()),
            country: sender.country.map(|c| own(collection.place_name(c))),
        });
        let signed = message.signatures.iter().map(|signature| match &signature.role {
            Some(role) => format!("{}, {}", piece(&signature.name), own(role)),
            None => own(&signature.name),
        });
        Citation {
            id: message.id.clone(),
            authors: authors.collect(),
            title: (locale.message_to)(host.as_deref()),
            container: titles.whole_title(),
            event: occasion.map(|o| own(&o.name)),
            place: occasion.and_then(|o| o.place.as_deref().map(own)),
            dates: occasion.and_then(|o| Some((o.starts?, o.ends))),
            publisher: host,
            signed: signed.collect(),
            #[cfg(feature = "citation-files")]
            language: message.language(collection).to_owned(),
            url,
        }
    }

    /// The citation as one line of text.
    pub fn plain(&self, titles: Titles) -> String {
        let Titles { collection, locale } = titles;
        let piece = |text: &str| inserted(text, &collection.language);
        let authors: Vec<_> = self
            .authors
            .iter()
            .map(|author| match &author.country {
                Some(country) => format!("{} ({})", piece(&author.name), piece(country)),
                None => piece(&author.name),
            })
            .collect();
        let authors: Vec<_> = authors.iter().map(String::as_str).collect();
        let mut text = format!("{}, “{}”, ", (locale.list)(&authors), piece(&self.title));
        let dates = self.dates.map(|(first, last)| (locale.dates)(first, last));
        let parts = [Some(piece(&self.container)), self.place.as_deref().map(piece), dates];
        text += &parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
        text.push('.');
        if !self.signed.is_empty() {
            let signed: Vec<_> = self.signed.iter().map(|signed| piece(signed)).collect();
            text += &format!(" {} {}.", locale.signed_by, signed.join("; "));
        }
        if let Some(url) = &self.url {
            text += &format!(" {url}");
        }
        text
    }
}
