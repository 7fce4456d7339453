//! Describes a page in the vocabulary of schema.org.

use serde_json::{Value, json};
use solidarity_core::address::Page;
use solidarity_core::collection::{Message, Sender};
use solidarity_core::selection::AT_FIRST;
use solidarity_core::titles::{Titles, opening};

/// The graph of a page as JSON-LD, safe inside a script element. Identifiers are full addresses if
/// the site has one, and paths otherwise.
pub fn graph(titles: Titles, page: &Page, url: Option<&str>) -> String {
    let collection = titles.collection;
    let address = |path: &str| format!("{}{path}", url.unwrap_or_default());
    let home = address("#collection");
    let mut whole = json!({
        "@type": "CollectionPage",
        "@id": home,
        "name": titles.whole_title(),
        "inLanguage": collection.language,
        "description": titles.description(&Page::Grid),
        "about": event(titles),
    });
    if let Some(url) = url {
        whole["url"] = url.into();
    }
    let message = match page {
        Page::Message(id) => collection.find(id).map(|(_, message)| message),
        _ => None,
    };
    let graph = match message {
        Some(message) => json!([node(titles, message, &address), whole]),
        None => {
            let part = |message: &Message| json!({ "@id": address(&id(message)) });
            // The messages that the page shows; the sitemap lists them all.
            let shown = collection.messages.iter().take(AT_FIRST);
            whole["hasPart"] = shown.map(part).collect();
            json!([whole])
        }
    };
    // A script element ends at the first `</script`, wherever that is.
    json!({ "@context": "https://schema.org", "@graph": graph }).to_string().replace('<', "\\u003c")
}

fn node(titles: Titles, message: &Message, address: &dyn Fn(&str) -> String) -> Value {
    let authors: Vec<_> = message.senders.iter().map(|s| organisation(titles, s)).collect();
    let mut node = json!({
        "@type": ["Message", "CreativeWork"],
        "@id": address(&id(message)),
        "name": titles.senders(message),
        "abstract": opening(message),
        "author": authors,
        "sender": authors,
        "about": event(titles),
        "inLanguage": message.language(titles.collection),
        "isPartOf": { "@id": address("#collection") },
        "wordCount": message.word_count,
    });
    if let Some(host) = &titles.collection.host {
        node["recipient"] = json!({ "@type": "Organization", "name": host.name });
    }
    if let Some(date) = titles.collection.date() {
        node["datePublished"] = date.to_string().into();
    }
    node
}

/// The identifier of a message in the graph: its page, as opposed to the page's own address.
fn id(message: &Message) -> String {
    Page::of(message).path() + "#message"
}

fn organisation(titles: Titles, sender: &Sender) -> Value {
    let mut names: Vec<_> = sender.names.iter().skip(1).map(|name| name.text.clone()).collect();
    names.extend(sender.acronym.clone());
    let mut organisation = json!({ "@type": "Organization", "name": sender.name() });
    if !names.is_empty() {
        organisation["alternateName"] = names.into();
    }
    if let Some(country) = sender.country {
        let name = titles.collection.place_name(country);
        organisation["location"] = json!({ "@type": "Country", "name": name });
    }
    organisation
}

fn event(titles: Titles) -> Value {
    let Some(occasion) = &titles.collection.occasion else { return Value::Null };
    let mut event = json!({ "@type": "Event", "name": occasion.name });
    if let Some(starts) = occasion.starts {
        event["startDate"] = starts.to_string().into();
    }
    if let Some(ends) = occasion.ends {
        event["endDate"] = ends.to_string().into();
    }
    if let Some(place) = &occasion.place {
        event["location"] = json!({ "@type": "Place", "name": place, "address": place });
    }
    event
}
