//! What browsers check before they use it: the digests of the data, and what the service worker answers and
//! stores.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test is to stop where it fails"
)]

mod support;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use html5gum::{Token, Tokenizer};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use solidarity_core::handover::{COMMENT, PageShape, TEXT};
use solidarity_publisher::Client;
use support::{Site, index, published};

#[test]
fn a_page_has_the_digest_of_the_messages() {
    let site = site(&small(), Some("https://example.org/"), &[]);
    let (name, bytes) = only(&site, "messages-", ".json");
    for page in ["index.html", "m/m1/index.html", "404.html"] {
        assert_eq!(attribute(&site, page, "data-messages"), name);
        assert_eq!(attribute(&site, page, "data-integrity"), integrity(bytes), "{page}");
    }
}

#[test]
fn a_page_has_the_digests_of_the_parts_that_it_shows_and_a_file_those_of_all() {
    let site = site(&large(), None, &[]);
    let parts = attribute(&site, "m/m30/index.html", "data-parts");
    let [index, order, folder] = parts.split(' ').collect::<Vec<_>>()[..] else { unreachable!() };
    let all = format!("{folder}integrity.json");
    let (list, _) = only(&site, "messages-", ".json");
    let shown = format!("{folder}3.json");
    let checked = [list, index, order, &all, &shown].map(|name| integrity(&site[name]));
    assert_eq!(attribute(&site, "m/m30/index.html", "data-integrity"), checked.join(" "));
    let of_all: Vec<String> = serde_json::from_slice(&site[&all]).unwrap();
    assert_eq!(of_all.len(), 5);
    for (at, digest) in of_all.iter().enumerate() {
        assert_eq!(*digest, integrity(&site[&format!("{folder}{at}.json")]));
    }
}

#[test]
fn a_page_has_the_shape_of_the_nodes_that_a_reader_of_html_finds() {
    let hostile =
        "a < b > c && d &amp; e <!> f <!-- g --> <p> \"h\" 'i' ]]> <![CDATA[ j ]]> <?k?> &l; é";
    let mut collection = small();
    collection["collection"]["title"] = json!(hostile);
    collection["messages"][0]["senders"][0]["names"] = json!([hostile]);
    collection["messages"][0]["body"] = json!([hostile, "<!>", "&", "<"]);
    collection["messages"][1]["country"] = json!("IT");
    let site = site(&collection, None, &[]);
    let pages: Vec<_> =
        site.keys().filter(|path| path.ends_with(".html") && *path != "offline.html").collect();
    assert!(pages.len() >= 6, "{pages:?}");
    for page in pages {
        let html = String::from_utf8(site[page].clone()).unwrap();
        if !html.contains("data-shape") {
            continue;
        }
        let (_, content) = html.split_once("<div id=\"app\"").unwrap();
        let (_, content) = content.split_once('>').unwrap();
        let content = content.rsplit_once("</div>").unwrap().0;
        let mut shape = PageShape::EMPTY;
        let mut in_text = false;
        for Ok(token) in Tokenizer::new(content) {
            let is_text = matches!(token, Token::String(_));
            match &token {
                Token::String(_) if !in_text => shape.add(TEXT),
                Token::Comment(_) => shape.add(COMMENT),
                Token::StartTag(tag) => shape.add(str::from_utf8(&tag.name).unwrap()),
                _ => {}
            }
            in_text = is_text;
        }
        assert_eq!(attribute(&site, page, "data-shape"), shape.written(), "{page}");
    }
}

#[test]
fn every_page_says_of_which_build_and_which_site_it_is() {
    let one = site(&small(), Some("https://example.org/"), &[]);
    let build = constant(&one, "BUILD");
    let pages = one.keys().filter(|path| path.ends_with(".html"));
    for page in pages {
        assert_eq!(json!(attribute(&one, page, "data-build")), build, "{page}");
    }
    let elsewhere = site(&small(), Some("https://example.com/"), &[]);
    assert_ne!(constant(&elsewhere, "BUILD"), build);
    let mut other = small();
    other["messages"][0]["body"] = json!(["Another text"]);
    assert_ne!(constant(&site(&other, Some("https://example.org/"), &[]), "BUILD"), build);
}

#[test]
fn the_worker_lists_all_pages_and_only_files_that_are_there() {
    for collection in [small(), large()] {
        let site = site(&collection, None, &[("fonts/a.woff2", "a"), ("film.mp4", "a film")]);
        let text = String::from_utf8(site["sw.js"].clone()).unwrap();
        let (_, rest) = text.split_once("MESSAGES = new Set(\"").unwrap();
        let ids: Vec<_> = rest.split_once('"').unwrap().0.split(' ').collect();
        for path in site.keys() {
            let id = path.strip_prefix("m/").and_then(|path| path.strip_suffix("/index.html"));
            assert!(id.is_none_or(|id| ids.contains(&id)), "{path}");
        }
        assert_eq!(ids.len(), collection["messages"].as_array().unwrap().len());
        let files: Vec<String> = serde_json::from_value(constant(&site, "FILES")).unwrap();
        for file in &files {
            let file = if file.is_empty() || file.ends_with('/') {
                format!("{file}index.html")
            } else {
                file.clone()
            };
            assert!(site.contains_key(&file), "{file} is stored, but not there");
        }
        let digests = constant(&site, "DIGESTS");
        assert!(digests.get("fonts/a.woff2").is_some() && digests.get("film.mp4").is_none());
    }
}

#[test]
fn a_new_logo_makes_a_new_version() {
    let mut collection = small();
    collection["collection"]["logo"] = json!("logo.svg");
    let [one, two] =
        ["<svg/>", "<svg />"].map(|logo| site(&collection, None, &[("logo.svg", logo)]));
    assert!(constant(&one, "FILES").as_array().unwrap().contains(&json!("logo.svg")));
    assert_ne!(constant(&one, "DIGESTS")["logo.svg"], constant(&two, "DIGESTS")["logo.svg"]);
    assert_ne!(constant(&one, "VERSION"), constant(&two, "VERSION"));
}

#[test]
fn the_policy_allows_no_plugins() {
    let site = site(&small(), None, &[]);
    for file in ["index.html", "_headers"] {
        assert!(String::from_utf8_lossy(&site[file]).contains("object-src 'none'"), "{file}");
    }
}

fn small() -> Value {
    let message = |at: usize| json!({ "id": format!("m{at}"), "senders": [{ "names": ["Choir"] }], "body": ["Greetings"] });
    json!({
        "collection": { "title": "Letters", "language": "en" },
        "messages": (0..3).map(message).collect::<Vec<_>>(),
    })
}

/// Forty messages, which are divided.
fn large() -> Value {
    let mut collection = small();
    let message = |at: usize| json!({ "id": format!("m{at}"), "senders": [{ "names": ["Choir"] }], "body": ["Greetings! ".repeat(1000)] });
    collection["messages"] = (0..40).map(message).collect();
    collection
}

fn site(collection: &Value, url: Option<&str>, files: &[(&str, &str)]) -> Site {
    let icon = include_str!("../../../public/icon.svg");
    let index = index();
    let built = [("index.html", index.as_str()), ("icon.svg", icon), ("land.svg", "land")];
    let built = built.iter().chain(files).map(|(path, text)| ((*path).to_owned(), (*text).into()));
    published(&Client::read(built.collect()).unwrap(), &collection.to_string(), url)
}

fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

fn only<'a>(site: &'a Site, start: &str, end: &str) -> (&'a str, &'a [u8]) {
    let is_it = |path: &str| path.starts_with(start) && path.ends_with(end);
    let (path, bytes) = site.iter().find(|(path, _)| is_it(path)).unwrap();
    (path, bytes)
}

/// An attribute of the element that contains the page.
fn attribute(site: &Site, page: &str, name: &str) -> String {
    let html = String::from_utf8(site[page].clone()).unwrap();
    let (_, tag) = html.split_once("<div id=\"app\"").unwrap();
    let (tag, _) = tag.split_once('>').unwrap();
    let (_, value) = tag.split_once(&format!(" {name}=\"")).unwrap();
    value.split_once('"').unwrap().0.to_owned()
}

/// A constant of the service worker that is written as JSON.
fn constant(site: &Site, name: &str) -> Value {
    let script = String::from_utf8(site["sw.js"].clone()).unwrap();
    let (_, rest) = script.split_once(&format!("const {name} = ")).unwrap();
    serde_json::from_str(rest.split_once(";\n").unwrap().0).unwrap()
}
