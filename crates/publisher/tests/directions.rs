//! No name or text turns round what stands beside it in what is published.

#![allow(clippy::unwrap_used, reason = "a test is to stop where it fails")]

mod support;

use std::collections::BTreeMap;

use serde_json::{Value, json};
use solidarity_core::text::closed;
use solidarity_publisher::Client;
use support::{index, published};

const ICON: &str = include_str!("../../../public/icon.svg");

fn site(collection: &Value) -> BTreeMap<String, String> {
    let files = [("index.html", index()), ("icon.svg", ICON.to_owned())];
    let files = files.map(|(path, text)| (path.to_owned(), text.into_bytes()));
    let client = Client::read(BTreeMap::from(files)).unwrap();
    let site = published(&client, &collection.to_string(), Some("https://example.org/"));
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    site.into_iter().map(|(path, bytes)| (path, text(bytes))).collect()
}

/// A collection whose every text begins with `open`, with one message in `language`.
fn collection(open: &str, language: &str) -> Value {
    let text = |text: &str| format!("{open}{text}");
    json!({
        "collection": {
            "title": text("Letters"), "subtitle": text("to a harbour"), "language": "en",
            "occasion": { "name": text("Regatta"), "place": text("Quay") },
            "host": { "name": text("Harbour Club") }, "rights": text("The senders"),
        },
        "messages": [{
            "id": "m",
            "senders": [{ "names": [text("Choir")], "country": "FR" }, { "names": [text("Band")] }],
            "signatures": [{ "name": text("Ann"), "role": text("Chair") }],
            "body": [{ "lang": language, "text": text("Dear friends.") }],
        }],
    })
}

fn heads(page: &str) -> Vec<&str> {
    let (head, _) = page.split_once("</head>").unwrap();
    let lines = head.lines().map(str::trim);
    let lines = lines.filter(|line| line.starts_with("<title>") || line.starts_with("<meta "));
    lines.collect()
}

#[test]
fn no_line_that_others_show_leaves_a_direction_open() {
    for open in ["\u{202e}", "\u{202b}\u{202d}", "\u{2067}", "\u{2068}\u{202e}", "\u{202e}\u{2066}"]
    {
        let site = site(&collection(open, "en"));
        let mut checked = 0;
        for (path, text) in &site {
            let lines: Vec<&str> = match path.rsplit_once('.').map(|(_, kind)| kind) {
                Some("html") => heads(text),
                Some("bib" | "ris") => text.lines().collect(),
                Some("json") if path.ends_with("cite.json") => text.lines().collect(),
                Some("webmanifest") => text.lines().collect(),
                _ => continue,
            };
            for line in lines {
                assert_eq!(closed(line), line, "{path}");
                checked += usize::from(line.contains(open));
            }
        }
        assert!(checked > 30, "{checked}");
        let feed = roxmltree::Document::parse(&site["feed.xml"]).unwrap();
        for node in feed.descendants().filter(|node| node.is_text()) {
            let is_content = node.parent().is_some_and(|parent| parent.has_tag_name("content"));
            let text = node.text().unwrap_or_default();
            assert!(is_content || closed(text) == text, "{text:?}");
        }
    }
}

#[test]
fn what_the_senders_wrote_is_not_changed() {
    let site = site(&collection("\u{202e}", "en"));
    let page = &site["m/m/index.html"];
    assert!(page.contains(">\u{202e}Dear friends.<"), "the body");
    assert!(page.contains("\u{202e}Ann<"), "the signature");
    assert!(site["messages.json"].contains("\u{202e}Choir\""), "the file of messages");
}

#[test]
fn a_name_from_right_to_left_keeps_figures_after_it_in_place() {
    let mut collection = collection("", "en");
    collection["collection"]["title"] = json!("24 Letters");
    collection["messages"][0]["senders"] = json!([{ "names": ["جوقة الميناء"], "country": "EG" }]);
    let site = site(&collection);
    let heads = heads(&site["m/m/index.html"]);
    assert!(heads.contains(&"<title>جوقة الميناء\u{200e} · 24 Letters</title>"), "{heads:?}");
    // Alone, a name needs no mark.
    assert!(site["feed.xml"].contains("<title>جوقة الميناء</title>"), "the feed");
}

#[test]
fn machines_learn_the_language_of_each_message() {
    for language in ["cy", "en", "ar"] {
        let site = site(&collection("", language));
        let page = &site["m/m/index.html"];
        let (_, json) = page.split_once("application/ld+json\">").unwrap();
        let (json, _) = json.split_once("</script>").unwrap();
        let graph: Value = serde_json::from_str(json).unwrap();
        assert_eq!(graph["@graph"][0]["inLanguage"], language);
        assert_eq!(graph["@graph"][1]["inLanguage"], "en");
        assert!(site["m/m/cite.bib"].contains(&format!("language = {{{language}}}")));
    }
}
