//! One page by itself is what the published page contains, and costs far less than a site.

#![allow(clippy::unwrap_used, reason = "a test is to stop where it fails")]

mod support;

use std::collections::BTreeMap;

use serde_json::{Value, json};
use solidarity_publisher::{Client, PublishError, page_of};
use support::{Site, index, published};

fn site(text: &str) -> Site {
    let icon = include_str!("../../../public/icon.svg");
    let files = [("index.html", index()), ("icon.svg", icon.to_owned())];
    let files = files.map(|(path, text)| (path.to_owned(), text.into_bytes()));
    published(&Client::read(BTreeMap::from(files)).unwrap(), text, None)
}

/// Checks every page that the program takes over.
fn assert_same(text: &str, least: usize) {
    let site = site(text);
    let pages: Vec<_> = site
        .iter()
        .filter_map(|(file, bytes)| Some((file.strip_suffix("index.html")?, bytes)))
        .filter(|(path, _)| !path.starts_with("booklet"))
        .collect();
    assert!(pages.len() >= least, "{}", pages.len());
    for (path, bytes) in pages {
        let page = std::str::from_utf8(bytes).unwrap();
        let part = page_of(text, path).unwrap();
        let (_, app) = page.split_once("<div id=\"app\"").unwrap();
        let (_, content) = app.split_once('>').unwrap();
        let (content, _) = content.rsplit_once("</div>").unwrap();
        assert!(part.html == content, "{path}: {}\n\n{content}", part.html);
        let (_, title) = page.split_once("<title>").unwrap();
        let (title, _) = title.split_once("</title>").unwrap();
        assert_eq!(solidarity_publisher::markup::escaped(&part.title), title);
        assert_eq!((part.lang, part.dir), ("en", "ltr"));
    }
}

/// The first collection with an address, an invalid message, and each message this many times.
fn collection(times: usize) -> String {
    let mut value: Value = serde_json::from_str(fixtures::CONGRESS).unwrap();
    value["collection"]["url"] = json!("https://example.org/atlas");
    let messages = value["messages"].as_array().unwrap().clone();
    let copies = (0..times).flat_map(|time| {
        messages.iter().cloned().map(move |mut message| {
            let id = message["id"].as_str().unwrap_or_default().to_owned();
            message["id"] = json!(format!("{id}-{time}"));
            message
        })
    });
    let invalid = json!({ "id": "no-body", "senders": [] });
    value["messages"] = copies.chain([invalid]).collect();
    value.to_string()
}

#[test]
fn a_page_is_what_the_published_page_contains() {
    assert_same(fixtures::CONGRESS, 20);
    assert_same(&collection(1), 20);
}

#[test]
fn a_page_of_a_divided_collection_is_what_the_published_page_contains() {
    let text = collection(8);
    assert!(text.len() > 256 * 1024, "{}", text.len());
    assert_same(&text, 139);
}

#[test]
fn an_address_without_a_page_says_so() {
    for path in ["m/nobody/", "elsewhere/"] {
        let part = page_of(fixtures::CONGRESS, path).unwrap();
        assert!(part.html.contains("href=\"./\""), "{path}");
        assert!(!part.html.contains("class=\"message\""), "{path}");
    }
}

#[test]
fn what_only_a_publication_needs_is_not_checked() {
    let with = |name: &str, value: &str| {
        let mut file: Value = serde_json::from_str(fixtures::CONGRESS).unwrap();
        file["collection"][name] = json!(value);
        page_of(&file.to_string(), "").unwrap()
    };
    assert!(with("logo", "files/missing.png").html.contains("files/missing.png"));
    assert_eq!(with("url", "https://example.org/?a"), page_of(fixtures::CONGRESS, "").unwrap());
}

#[test]
fn a_text_without_messages_is_an_error_with_its_problems() {
    for text in ["", "{", "[]", r#"{ "collection": {}, "messages": [] }"#] {
        match page_of(text, "") {
            Err(PublishError::Collection(problems)) => assert!(!problems.is_empty(), "{text}"),
            other => unreachable!("{text}: {other:?}"),
        }
    }
}
