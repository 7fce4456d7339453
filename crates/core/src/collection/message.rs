//! The checked form of a collection: everything in it is valid.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::fmt::{self, Display, Formatter};
use std::sync::OnceLock;

use crate::places::{Country, Region};
use crate::text::segments;

/// A collection of messages, with the occasion for them.
#[derive(Debug, Default)]
pub struct Collection {
    /// The title of the collection.
    pub title: String,
    /// The subtitle.
    pub subtitle: Option<String>,
    /// BCP 47 tag of the language of all texts that are not marked otherwise.
    pub language: String,
    /// The occasion that the messages were sent to.
    pub occasion: Option<Occasion>,
    /// Who received them.
    pub host: Option<Host>,
    /// Where the messages were first published.
    pub source: Option<Source>,
    /// The full address of this collection, with a slash at the end.
    pub url: Option<String>,
    /// The file of a picture to show above the title, relative to the base of the site.
    pub logo: Option<String>,
    /// Who holds the rights in the messages.
    pub rights: Option<String>,
    /// The messages, in the order of the source. Never empty once parsed.
    pub messages: Vec<Message>,
    pub(super) place_names: HashMap<String, String>,
}

impl Collection {
    /// The name of a country in this collection.
    pub fn place_name<'a>(&'a self, country: &'a Country) -> &'a str {
        self.place_names.get(country.code).map_or(country.name, String::as_str)
    }

    /// The message with this id, and its index.
    pub fn find(&self, id: &str) -> Option<(usize, &Message)> {
        self.messages.iter().enumerate().find(|(_, m)| m.id == id)
    }

    /// The first day of the occasion, which dates the messages.
    pub fn date(&self) -> Option<Date> {
        self.occasion.as_ref().and_then(|occasion| occasion.starts)
    }

    /// The number of distinct countries of the senders.
    pub fn countries(&self) -> usize {
        let senders = self.messages.iter().flat_map(|m| &m.senders);
        senders.filter_map(|s| s.country).map(|c| c.code).collect::<HashSet<_>>().len()
    }

    /// The number of distinct organisations that sent messages.
    pub fn organisations(&self) -> usize {
        let senders = self.messages.iter().flat_map(|m| &m.senders);
        let names = senders.map(|s| (s.name(), s.country.map_or("", |c| c.code)));
        names.collect::<HashSet<_>>().len()
    }
}

/// The occasion that the messages were sent to.
#[derive(Debug)]
pub struct Occasion {
    /// Its name.
    pub name: String,
    /// Where it was held.
    pub place: Option<String>,
    /// Its first day.
    pub starts: Option<Date>,
    /// Its last day.
    pub ends: Option<Date>,
}

/// A day of the proleptic Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// The year, as written.
    pub year: u16,
    /// The month, from 1 to 12.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
}

impl Date {
    /// Parses `YYYY-MM-DD` (RFC 3339 `full-date`); `None` for anything else, and for days that do
    /// not exist.
    pub fn parse(text: &str) -> Option<Date> {
        let mut parts = text.split('-');
        let mut number = |digits: usize| {
            let part = parts.next()?;
            let plain = part.len() == digits && part.bytes().all(|b| b.is_ascii_digit());
            if plain { part.parse::<u16>().ok() } else { None }
        };
        let (year, month, day) = (number(4)?, number(2)?, number(2)?);
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let last = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        let whole = parts.next().is_none() && (1..=last).contains(&day);
        whole.then_some(Date { year, month: month as u8, day: day as u8 })
    }
}

/// `YYYY-MM-DD`, as [`Date::parse`] reads it.
impl Display for Date {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        let Date { year, month, day } = self;
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// Who received the messages.
#[derive(Debug)]
pub struct Host {
    /// Its name.
    pub name: String,
    /// Its acronym.
    pub acronym: Option<String>,
    /// Its country.
    pub country: Option<&'static Country>,
}

/// Where the messages were first published.
#[derive(Debug)]
pub struct Source {
    /// Its name.
    pub name: String,
    /// Its web address.
    pub url: Option<String>,
}

/// One message.
#[derive(Debug)]
pub struct Message {
    /// The end of its permalink: lower-case letters, digits and single hyphens; unique in the
    /// collection.
    pub id: String,
    /// The organisations that sent it; at least one.
    pub senders: Vec<Sender>,
    /// Those who signed it; none for an unsigned message.
    pub signatures: Vec<Signature>,
    /// The number of words in its text, counted as its [`segments`].
    pub word_count: usize,
    /// Its paragraphs; in a large collection they are loaded on demand.
    body: OnceLock<Vec<Text>>,
}

impl Message {
    /// A message with its text.
    pub fn new(
        id: String,
        senders: Vec<Sender>,
        signatures: Vec<Signature>,
        body: Vec<Text>,
    ) -> Message {
        let word_count = body.iter().map(|p| segments(&p.text).len()).sum();
        Message { id, senders, signatures, word_count, body: OnceLock::from(body) }
    }

    /// A message with this many words, whose text is loaded later.
    pub fn listed(
        id: String,
        senders: Vec<Sender>,
        signatures: Vec<Signature>,
        word_count: usize,
    ) -> Message {
        Message { id, senders, signatures, word_count, body: OnceLock::new() }
    }

    /// Its paragraphs, verbatim: at least one, or none until they have been loaded.
    pub fn body(&self) -> &[Text] {
        self.body.get().map_or(&[], Vec::as_slice)
    }

    /// Whether the text has been loaded.
    pub fn is_whole(&self) -> bool {
        self.body.get().is_some()
    }

    /// Sets the text, unless it has been loaded already.
    pub fn arrive(&self, body: Vec<Text>) {
        self.body.get_or_init(|| body);
    }

    /// The texts of the paragraphs, in order.
    pub fn paragraphs(&self) -> Vec<&str> {
        self.body().iter().map(|paragraph| paragraph.text.as_str()).collect()
    }

    /// The BCP 47 tag of the language that most letters of its text are in, and of the first of
    /// several with as many; that of the collection for a text that has not been loaded.
    pub fn language<'a>(&'a self, collection: &'a Collection) -> &'a str {
        let mut letters: HashMap<&str, (usize, Reverse<usize>)> = HashMap::new();
        for (at, Text { text, lang }) in self.body().iter().enumerate() {
            let lang = lang.as_deref().unwrap_or(&collection.language);
            letters.entry(lang).or_insert((0, Reverse(at))).0 += text.chars().count();
        }
        let most = letters.into_iter().max_by_key(|(_, order)| *order);
        most.map_or(&collection.language, |(lang, _)| lang)
    }

    /// The reading time of the body in whole minutes, at least one, at 238 words a minute: the mean
    /// for silent reading of English non-fiction in Brysbaert, “How many words do we read per
    /// minute?”, Journal of Memory and Language 109 (2019).
    pub fn reading_minutes(&self) -> usize {
        self.word_count.div_ceil(238).max(1)
    }
}

/// An organisation that sent a message.
#[derive(Debug)]
pub struct Sender {
    /// Its names, first in its own language; at least one.
    pub names: Vec<Text>,
    /// Its acronym.
    pub acronym: Option<String>,
    /// Its country; `None` if it belongs to no single country.
    pub country: Option<&'static Country>,
    /// Its region, if it belongs to a whole region and no single country.
    pub region: Option<Region>,
    /// Its heading in the source, if that differs from names, acronym and country.
    pub heading: Option<String>,
}

impl Sender {
    /// Its name in its own language.
    pub fn name(&self) -> &str {
        self.names.first().map_or("", |n| n.text.as_str())
    }
}

/// A person or a body that signed a message.
#[derive(Debug)]
pub struct Signature {
    /// The name.
    pub name: String,
    /// The position held, or the organisation represented.
    pub role: Option<String>,
}

/// A text, with its language if that is not the collection's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The text, verbatim.
    pub text: String,
    /// BCP 47 tag of its language.
    pub lang: Option<String>,
}
