//! The titles of pages, places and messages, each in one line of text.

use crate::address::{Grouping, Page, View};
use crate::atlas::Place;
use crate::collection::{Collection, Message};
use crate::locale::Locale;
use crate::text::{closed, in_line};

/// The maximum length of a message's opening, in letters: about as much as search engines and chat
/// applications show.
const OPENING: usize = 200;
/// An opening of fewer letters gives too little reason to open the page.
const SHORT: usize = 60;
/// What divides the parts of a line.
const DOT: &str = " · ";

/// A collection with the locale of its language.
#[derive(Clone, Copy)]
pub struct Titles {
    /// The messages.
    pub collection: &'static Collection,
    /// The locale.
    pub locale: &'static Locale,
}

impl Titles {
    /// The titles of a collection, in its language.
    pub fn new(collection: &'static Collection) -> Titles {
        Titles { collection, locale: Locale::for_language(&collection.language) }
    }

    /// The title of a place.
    pub fn place(self, place: Place) -> &'static str {
        match place {
            Place::Country(country) => self.collection.place_name(country),
            Place::Region(region) => (self.locale.region)(region),
            Place::International => self.locale.international,
        }
    }

    /// The places of a message.
    pub fn places(self, message: &Message) -> String {
        let places = Place::of(message).into_iter();
        self.line(&places.map(|place| self.place(place)).collect::<Vec<_>>(), DOT)
    }

    /// The senders of a message.
    pub fn senders(self, message: &Message) -> String {
        let names: Vec<_> = message.senders.iter().map(|sender| sender.name()).collect();
        let names = in_line(&names, &self.collection.language);
        (self.locale.list)(&names.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// Texts of different origin in one line.
    fn line<T: AsRef<str>>(self, texts: &[T], separator: &str) -> String {
        let texts: Vec<_> = texts.iter().map(AsRef::as_ref).collect();
        in_line(&texts, &self.collection.language).join(separator)
    }

    /// The title of the collection, followed by its subtitle.
    pub fn whole_title(self) -> String {
        let Collection { title, subtitle, .. } = self.collection;
        match subtitle {
            Some(subtitle) => self.line(&[title, subtitle], " "),
            None => closed(title),
        }
    }

    /// Where and when the occasion took place.
    pub fn occasion(self) -> String {
        let occasion = self.collection.occasion.as_ref();
        let dates = occasion.and_then(|o| Some((self.locale.dates)(o.starts?, o.ends)));
        let place = occasion.and_then(|o| o.place.clone());
        self.line(&place.into_iter().chain(dates).collect::<Vec<_>>(), DOT)
    }

    /// To whom, for what, where and when the messages were sent, leaving out what the title of the
    /// collection says already.
    pub fn circumstances(self) -> String {
        let Titles { collection, locale } = self;
        let title = self.whole_title();
        let occasion = collection.occasion.as_ref().map(|occasion| occasion.name.clone());
        let occasion = occasion.filter(|name| !title.contains(name.as_str()));
        let host = collection.host.as_ref().filter(|host| !title.contains(&host.name));
        let host = host.map(|host| format!("{} {}", locale.sent_to, host.name));
        let when_and_where = Some(self.occasion()).filter(|text| !text.is_empty());
        let parts = host.into_iter().chain(occasion).chain(when_and_where);
        self.line(&parts.collect::<Vec<_>>(), DOT)
    }

    /// The number of messages, of the organisations that sent them, and of their countries.
    pub fn totals(self) -> String {
        let Titles { collection, locale } = self;
        [
            (locale.messages)(collection.messages.len()),
            (locale.organisations)(collection.organisations()),
            (locale.countries)(collection.countries()),
        ]
        .join(" · ")
    }

    /// The title of the document for a page and a view.
    pub fn title(self, page: &Page, view: &View) -> String {
        let Titles { collection, locale } = self;
        let mut parts = Vec::new();
        match page {
            Page::Grid => {
                let query = view.query.trim();
                parts.extend((!query.is_empty()).then(|| format!("“{query}”")));
                parts.extend(view.place.map(|place| self.place(place).to_owned()));
                let grouped = view.grouping == Grouping::Country;
                parts.extend(grouped.then(|| locale.group_by_country.to_owned()));
            }
            Page::Message(id) => parts.push(match collection.find(id) {
                Some((_, message)) => self.senders(message),
                None => locale.not_found_title.to_owned(),
            }),
            Page::About => parts.push(locale.about.to_owned()),
            Page::Unknown(_) => parts.push(locale.not_found_title.to_owned()),
        }
        parts.push(collection.title.clone());
        self.line(&parts, DOT)
    }

    /// A description of the whole site.
    fn whole(self) -> String {
        let parts = [self.whole_title(), self.occasion(), self.totals()];
        self.line(&parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>(), DOT)
    }

    /// The description of a page for search engines and chat applications: the beginning of a
    /// message, with the description of the site added if that is short; for any other page, the
    /// description of the site.
    pub fn description(self, page: &Page) -> String {
        let message = match page {
            Page::Message(id) => self.collection.find(id),
            _ => None,
        };
        match message {
            Some((_, message)) => match opening(message) {
                short if short.chars().count() < SHORT => self.line(&[short, self.whole()], DOT),
                opening => closed(&opening),
            },
            None => self.whole(),
        }
    }
}

/// The first 200 letters or so of a message, up to the end of a word if possible.
pub fn opening(message: &Message) -> String {
    let mut locale = message.body().iter().flat_map(|paragraph| paragraph.text.split_whitespace());
    let mut text = String::new();
    let mut length = 0;
    for word in locale.by_ref() {
        let before = length;
        length += word.chars().count() + 1;
        if length > OPENING {
            // A text without spaces counts as one long word, and is cut within it.
            if before < OPENING / 2 {
                text.push(' ');
                text.extend(word.chars().take(OPENING - before));
            }
            return format!("{} …", text.trim_start());
        }
        if !text.is_empty() {
            text.push(' ');
        }
        text += word;
    }
    text
}
