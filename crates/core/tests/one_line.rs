//! Texts of different origin in one line keep their directions to themselves.

#![allow(clippy::expect_used, reason = "a test is to stop where it fails")]

use fixtures::with_messages;
use solidarity_core::address::{Page, View};
use solidarity_core::citation::Citation;
use solidarity_core::text::{closed, in_line, inserted};
use solidarity_core::titles::Titles;

#[test]
fn what_a_text_leaves_open_is_closed_at_its_end() {
    for (text, end) in [
        ("plain", ""),
        ("حزب", ""),
        ("a \u{202e}b", "\u{202c}"),
        ("a \u{202e}b\u{202c}", ""),
        ("\u{202a}\u{202b}\u{202d}\u{202e}", "\u{202c}\u{202c}\u{202c}\u{202c}"),
        ("\u{2066}a", "\u{2069}"),
        ("\u{2067}a\u{2068}b", "\u{2069}\u{2069}"),
        ("\u{202e}\u{2066}\u{202b}x", "\u{202c}\u{2069}\u{202c}"),
        // The end of an isolate ends what was opened in it; that of an embedding does not reach
        // outside the isolate.
        ("\u{2066}\u{202e}x\u{2069}y", ""),
        ("\u{202e}\u{2066}\u{202c}y", "\u{2069}\u{202c}"),
        // What ends nothing.
        ("\u{202c}\u{2069}x", ""),
        ("\u{202c}\u{202e}x\u{2069}", "\u{202c}"),
    ] {
        assert_eq!(closed(text), format!("{text}{end}"), "{text:?}");
        assert_eq!(closed(&closed(text)), closed(text), "{text:?}");
    }
}

#[test]
fn very_long_texts_are_closed_too() {
    for unit in ["\u{202e}", "\u{2066}", "\u{202e}\u{2069}", "\u{2066}\u{202e}\u{2069}\u{2069}"] {
        let text = unit.repeat(500_000);
        assert!(closed(&text).starts_with(&text));
        assert!(closed(&("\u{202e}".repeat(500_000) + &"\u{2069}".repeat(500_000))).len() > 9);
    }
}

#[test]
fn a_text_against_the_line_ends_with_a_mark() {
    for (text, language, mark) in [
        ("Harbour Choir", "en", ""),
        ("1987", "en", ""),
        ("", "en", ""),
        ("جوقة الميناء", "en", "\u{200e}"),
        ("מקהלת הנמל (1987)", "en", "\u{200e}"),
        ("Harbour Choir", "ar", "\u{200f}"),
        ("合唱団", "he", "\u{200f}"),
        ("جوقة الميناء", "ar", ""),
        ("جوقة Choir", "en", ""),
        ("جوقة", "az", "\u{200e}"),
        ("جوقة", "az-Arab", ""),
    ] {
        assert_eq!(inserted(text, language), format!("{text}{mark}"), "{text} in {language}");
    }
    assert_eq!(inserted("\u{202b}جوقة", "en"), "\u{202b}جوقة\u{202c}\u{200e}");
}

#[test]
fn a_line_with_one_direction_has_no_marks() {
    assert_eq!(in_line(&["جوقة", "رسائل"], "ar"), ["جوقة", "رسائل"]);
    assert_eq!(in_line(&["جوقة", "رسائل"], "en"), ["جوقة", "رسائل"]);
    assert_eq!(in_line(&["Choir", "Letters", "1987"], "en"), ["Choir", "Letters", "1987"]);
    assert_eq!(in_line(&["جوقة", "24 Letters"], "en"), ["جوقة\u{200e}", "24 Letters"]);
    assert_eq!(in_line(&["Letters", "جوقة"], "en"), ["Letters", "جوقة"]);
}

/// A message whose every part leaves something open.
const OPEN: &str = "\"id\": \"m\", \"senders\": [{\"names\": [\"\u{202e}Choir\"]}, {\"names\": [\"\u{2067}Quay\"]}],
    \"signatures\": [{\"name\": \"\u{202e}Ann\", \"role\": \"\u{202e}Chair\"}], \"body\": [\"\u{202e}Dear all\"]";

#[test]
fn titles_descriptions_and_citations_leave_nothing_open() {
    let (collection, _) = with_messages(&[OPEN]).expect("a collection");
    let collection = Box::leak(Box::new(collection));
    collection.title = "\u{202e}Letters".to_owned();
    let titles = Titles::new(collection);
    let (_, message) = titles.collection.find("m").expect("the message");
    let page = Page::of(message);
    assert_eq!(titles.senders(message), "\u{202e}Choir\u{202c} and \u{2067}Quay\u{2069}");
    let title = titles.title(&page, &View::default());
    assert_eq!(title, "\u{202e}Choir\u{202c} and \u{2067}Quay\u{2069} · \u{202e}Letters\u{202c}");
    let citation = Citation::of(titles, message, Some("https://example.org/".to_owned()));
    let plain = citation.plain(titles);
    assert!(plain.starts_with("\u{202e}Choir\u{202c} and \u{2067}Quay\u{2069}, “"), "{plain:?}");
    assert!(plain.contains("\u{202e}Ann\u{202c}, \u{202e}Chair\u{202c}. https"), "{plain:?}");
    let description = titles.description(&page);
    assert!(description.starts_with("\u{202e}Dear all\u{202c} · "), "{description:?}");
    for line in [title, plain, description, citation.bibtex(), citation.ris()] {
        assert_eq!(closed(&line), line);
    }
}

#[test]
fn a_description_that_cuts_a_text_closes_what_the_cut_left_open() {
    let text = format!("\u{202b}{}\u{202c}", "word ".repeat(100).trim_end());
    let inside =
        format!("\"id\": \"m\", \"senders\": [{{\"names\": [\"A\"]}}], \"body\": [\"{text}\"]");
    let (collection, _) = with_messages(&[&inside]).expect("a collection");
    let titles = Titles::new(Box::leak(Box::new(collection)));
    let (_, message) = titles.collection.find("m").expect("the message");
    let description = titles.description(&Page::of(message));
    assert!(description.ends_with(" …\u{202c}"), "{description:?}");
}
