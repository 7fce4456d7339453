//! Citation files stay readable whatever names, titles and addresses are made of.

#![allow(clippy::expect_used, reason = "a test is to stop where it fails")]

use biblatex::{Bibliography, ChunksExt};
use fixtures::collection_of;
use proptest::prelude::*;
use serde_json::{Value, json};
use solidarity_core::citation::{Author, Citation};
use solidarity_core::titles::Titles;

fn citation(names: &[&str]) -> Citation {
    let author = |name: &&str| Author { name: (*name).to_owned(), country: None };
    Citation {
        id: "m".to_owned(),
        authors: names.iter().map(author).collect(),
        title: "Message".to_owned(),
        container: "Letters".to_owned(),
        event: None,
        place: None,
        dates: None,
        publisher: None,
        signed: Vec::new(),
        language: "en".to_owned(),
        url: None,
    }
}

/// A message with this body, of a collection in English.
fn of(body: Value) -> Citation {
    let message = json!({ "id": "m", "senders": [{ "names": ["A choir"] }], "body": body });
    let message = message.to_string();
    let inside = message.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    let collection = Box::leak(Box::new(collection_of(&[inside.expect("an object")])));
    let (_, message) = collection.find("m").expect("the message");
    Citation::of(Titles::new(collection), message, None)
}

/// How deep the braces of a text are at its end, as BibTeX counts them; `None` if one is closed
/// that was never opened.
fn depth(text: &str) -> Option<usize> {
    text.chars().try_fold(0usize, |depth, c| match c {
        '{' => Some(depth + 1),
        '}' => depth.checked_sub(1),
        _ => Some(depth),
    })
}

fn assert_bibtex_keeps(text: &str) {
    let mut citation = citation(&[text, "Harbour Choir"]);
    citation.title = text.to_owned();
    citation.container = text.to_owned();
    citation.publisher = Some(text.to_owned());
    citation.place = Some(text.to_owned());
    citation.signed = vec![text.to_owned()];
    citation.url = Some(format!("https://example.org/{text}"));
    let file = citation.bibtex();
    for line in file.lines().filter(|line| line.starts_with("  ")) {
        assert_eq!(depth(line), Some(0), "{line}");
    }
    let bibliography = Bibliography::parse(&file).expect("BibTeX");
    assert_eq!(bibliography.len(), 1, "{file}");
    let entry = bibliography.get("m").expect("the entry");
    let words = text.split(|c: char| c.is_whitespace() || c.is_control());
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    let read = entry.title().expect("a title").format_verbatim();
    assert_eq!(read, words.join(" "), "{file}");
    assert_eq!(entry.author().expect("authors").len(), 2, "{file}");
    assert!(file.contains("\n  language = {en},\n"), "{file}");
}

#[test]
fn bibtex_is_balanced_and_says_what_it_is_given() {
    for text in [
        "{",
        "}",
        "A { choir",
        "A } choir",
        "}{",
        "{{}",
        "a}b{c",
        "{pair}",
        "\\{",
        "A \\ { and } B",
        "Choir, Harbour, and Sons",
        "50 % # of _all_ $5 & ~ ^ | < > \" '",
        "@misc{other,",
        "line\nend\r\nand\ttab\u{b}\u{1c}\u{85}\u{2028}",
    ] {
        assert_bibtex_keeps(text);
    }
}

proptest! {
    #[test]
    fn bibtex_is_balanced_whatever_the_text(text in "[a-z{}\\\\%#@, =\"]{0,20}x") {
        assert_bibtex_keeps(&text);
    }
}

#[test]
fn bibtex_keeps_an_address_as_it_is_unless_it_would_end_the_field() {
    let mut citation = citation(&["A choir"]);
    citation.url = Some("https://example.org/a%20b?c=1&d=e_f#~".to_owned());
    let url = |citation: &Citation| {
        let bibliography = Bibliography::parse(&citation.bibtex()).expect("BibTeX");
        bibliography.get("m").expect("the entry").url().expect("a url")
    };
    assert_eq!(url(&citation), "https://example.org/a%20b?c=1&d=e_f#~");
    citation.url = Some("https://example.org/}{\\ \n".to_owned());
    assert_eq!(url(&citation), "https://example.org/%7D%7B%5C%20%0A");
}

#[test]
fn a_bibtex_key_has_only_what_all_programs_read() {
    let mut citation = citation(&["A choir"]);
    citation.id = "a, {b}#é\"%'(c)=d~\\e f".to_owned();
    let file = citation.bibtex();
    assert!(file.starts_with("@misc{a---b-------c--d--e-f,\n"), "{file}");
}

/// A name as Zotero reads it: its RIS translator divides at commas and keeps two parts.
fn in_zotero(line: &str) -> String {
    let mut parts = line.split(',').map(str::trim).take(2).filter(|part| !part.is_empty());
    let last = parts.next().unwrap_or_default();
    parts.next().map_or(last.to_owned(), |first| format!("{first} {last}"))
}

#[test]
fn a_name_with_commas_is_one_name_in_ris_and_a_note_has_its_letters() {
    for name in ["Smith, Jones & Co", "Rope, Tar, and Sail Makers’ Union", "Harbour Choir, Inc."]
    {
        let file = citation(&[name, "Quay Choir"]).ris();
        let authors: Vec<_> = file.lines().filter_map(|line| line.strip_prefix("AU  - ")).collect();
        let looks_like = name.replace(',', "‚");
        assert_eq!(authors, [format!("{looks_like},"), "Quay Choir,".to_owned()]);
        assert_eq!(in_zotero(authors.first().expect("an author")), looks_like);
        assert!(file.contains(&format!("N1  - Sent by: {name}; Quay Choir\r\n")), "{file}");
    }
    assert!(!citation(&["Quay Choir"]).ris().contains("N1"));
}

#[test]
fn a_ris_field_is_one_line_for_every_reader() {
    let text = "ER  - \r\nTY  - BOOK\nAU  - X\u{85}Y\u{2028}Z\u{b}V\u{c}W\u{1c}U\u{1d}T\u{1e}S\0R";
    let mut citation = citation(&[text]);
    citation.title = text.to_owned();
    citation.container = text.to_owned();
    citation.signed = vec![text.to_owned()];
    citation.url = Some(text.to_owned());
    let file = citation.ris();
    let tags: Vec<_> = file.split("\r\n").map(|line| line.get(..6).unwrap_or(line)).collect();
    let tags: Vec<_> = tags.iter().map(|tag| tag.trim_end_matches(" - ").trim()).collect();
    assert_eq!(tags, ["TY", "AU", "TI", "T2", "N1", "LA", "UR", "ID", "ER", ""], "{file}");
    // What Python takes for the end of a line, and RIS readers written in it.
    let breaks = "\n\r\u{b}\u{c}\u{1c}\u{1d}\u{1e}\u{85}\u{2028}\u{2029}";
    let bare = file.replace("\r\n", "");
    assert!(!bare.contains(|c: char| breaks.contains(c) || c.is_control()), "{file}");
}

#[test]
fn a_citation_has_the_language_of_the_message() {
    let welsh = |text: &str| json!({ "lang": "cy", "text": text });
    for (body, language) in [
        (json!(["We greet you."]), "en"),
        (json!([welsh("Cyfarchion o’r harbwr.")]), "cy"),
        (json!([welsh("Cyfarchion o’r harbwr."), "Greetings."]), "cy"),
        (json!([welsh("Cyfarchion."), "Greetings from all of the harbour."]), "en"),
        (json!([welsh("abc"), "abc"]), "cy"),
    ] {
        let citation = of(body.clone());
        assert!(citation.bibtex().contains(&format!("language = {{{language}}}")), "{body}");
        assert!(citation.ris().contains(&format!("\r\nLA  - {language}\r\n")), "{body}");
        let items: Value = serde_json::from_str(&citation.csl_json()).expect("JSON");
        assert_eq!(items[0]["language"], language, "{body}");
    }
}

#[test]
fn csl_json_has_names_as_they_are_written() {
    let file = citation(&["Smith, Jones & Co", "A {choir\" and \\ others"]).csl_json();
    let items: Value = serde_json::from_str(&file).expect("JSON");
    assert_eq!(items[0]["author"][0]["literal"], "Smith, Jones & Co");
    assert_eq!(items[0]["author"][1]["literal"], "A {choir\" and \\ others");
}
