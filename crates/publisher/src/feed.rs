//! The feed: every message in full.

use std::time::{SystemTime, UNIX_EPOCH};

use atom_syndication::{Content, Entry, Feed, FixedDateTime, Link, Person, Text};
use solidarity_core::address::{Page, files};
use solidarity_core::collection::{Date, Message};
use solidarity_core::text::{closed, direction};
use solidarity_core::titles::Titles;

use crate::markup::escaped;

/// The number of messages in one file.
const IN_A_FILE: usize = 200;

/// The Atom feed (RFC 4287) of the site at this address, as files by name. If there are many
/// messages, the last ones are in the first file, which links to the file with those before them
/// (RFC 5005, §3). Messages have the date of their occasion or, if that has none, the time when
/// their file was written.
///
/// # Errors
/// When it cannot be written as XML.
pub fn feed(
    titles: Titles,
    url: &str,
    written: &SystemTime,
) -> Result<Vec<(String, String)>, atom_syndication::Error> {
    let chunks: Vec<&[Message]> = titles.collection.messages.rchunks(IN_A_FILE).collect();
    let write = |(at, messages): (usize, &&[Message])| {
        let next = (at + 1 < chunks.len()).then_some(at + 1);
        Ok((name(at), file(titles, url, written, messages, (at, next))?))
    };
    chunks.iter().enumerate().map(write).collect()
}

fn name(at: usize) -> String {
    match at {
        0 => files::FEED.to_owned(),
        _ => files::FEED.replace(".xml", &format!("-{}.xml", at + 1)),
    }
}

fn file(
    titles: Titles,
    url: &str,
    written: &SystemTime,
    messages: &[Message],
    (at, next): (usize, Option<usize>),
) -> Result<String, atom_syndication::Error> {
    let collection = titles.collection;
    let updated = collection.date().and_then(midnight).unwrap_or_else(|| moment(written));
    let link = |rel: &str, href: String| Link { rel: rel.into(), href, ..Link::default() };
    let entries = messages.iter().map(|message| {
        let address = format!("{url}{}", Page::of(message).path());
        let person = |name: &str| Person { name: closed(name), ..Person::default() };
        Entry {
            title: Text::plain(titles.senders(message)),
            id: address.clone(),
            updated,
            authors: message.senders.iter().map(|sender| person(sender.name())).collect(),
            links: vec![link("alternate", address)],
            content: Some(Content {
                lang: Some(collection.language.clone()),
                content_type: Some("html".into()),
                value: Some(html(titles, message)),
                ..Content::default()
            }),
            ..Entry::default()
        }
    });
    let mut links =
        vec![link("alternate", url.to_owned()), link("self", format!("{url}{}", name(at)))];
    links.extend(next.map(|next| link("next", format!("{url}{}", name(next)))));
    let feed = Feed {
        title: Text::plain(titles.whole_title()),
        id: url.to_owned(),
        // Subscribers learn that something was corrected.
        updated: updated.max(moment(written)),
        links,
        rights: collection.rights.as_deref().map(|rights| Text::plain(closed(rights))),
        lang: Some(collection.language.clone()),
        entries: entries.collect(),
        ..Feed::default()
    };
    let xml = feed.write_to(Vec::new())?;
    Ok(String::from_utf8_lossy(&xml).into_owned())
}

fn html(titles: Titles, message: &Message) -> String {
    let paragraph = |text: &solidarity_core::collection::Text| {
        let lang = text.lang.as_deref();
        let dir = direction(lang);
        let lang = lang.map(|lang| format!(" lang=\"{}\"", escaped(lang))).unwrap_or_default();
        format!("<p{lang} dir=\"{dir}\">{}</p>\n", escaped(&text.text))
    };
    let mut html: String = message.body().iter().map(paragraph).collect();
    for signature in &message.signatures {
        let role = signature.role.as_ref().map(|role| format!("<br>{}", escaped(role)));
        html += &format!(
            "<p dir=\"auto\">{}{}</p>\n",
            escaped(&signature.name),
            role.unwrap_or_default()
        );
    }
    if message.signatures.is_empty() {
        html += &format!("<p>{}</p>\n", escaped(titles.locale.unsigned));
    }
    html
}

fn midnight(date: Date) -> Option<FixedDateTime> {
    format!("{date}T00:00:00Z").parse().ok()
}

fn moment(time: &SystemTime) -> FixedDateTime {
    let seconds = time.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    let utc = i64::try_from(seconds).ok().and_then(|s| chrono::DateTime::from_timestamp(s, 0));
    utc.unwrap_or_default().fixed_offset()
}
