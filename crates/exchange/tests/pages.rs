//! Web pages become messages: their text, without what leads through a site.
#![allow(clippy::expect_used, clippy::panic, reason = "a test is to stop where it fails")]

use solidarity_core::collection::raw::{RawMarkedText, RawText};
use solidarity_exchange::{Columns, Folder, Import, Source, import_folder};

fn read_bytes(name: &str, bytes: &[u8]) -> Import {
    let files = vec![Source { name: format!("pages/{name}"), bytes: bytes.to_vec() }];
    let folder = Folder { name: "pages".into(), files, ..Folder::default() };
    import_folder(&folder, &Columns::new()).expect("an import")
}

fn read(html: &str) -> Import {
    read_bytes("tide.html", html.as_bytes())
}

fn words(text: &RawText) -> String {
    match text {
        RawText::Plain(text) => text.clone(),
        RawText::Marked(RawMarkedText { text, lang }) => format!("{lang}: {text}"),
    }
}

fn paragraphs(import: &Import) -> Vec<String> {
    import.messages.iter().flat_map(|read| read.message.body.iter().map(words)).collect()
}

fn sender(import: &Import) -> (String, String) {
    let sender = import.messages.first().and_then(|read| read.message.senders.first());
    let name = sender.and_then(|sender| sender.names.first()).map(words);
    (name.unwrap_or_default(), sender.and_then(|sender| sender.country.clone()).unwrap_or_default())
}

#[track_caller]
fn says(import: &Import, wanted: &str) {
    let said: String = import.notes.iter().map(|note| format!("{note}\n")).collect();
    assert!(said.contains(wanted), "{wanted} is not in\n{said}");
}

#[test]
fn a_saved_page_is_its_main_text_with_the_heading_as_its_sender() {
    let html = "<!DOCTYPE html>\n<html lang=\"is\">\n<head><title>Letters – Tide Singers</title>\n\
                <style>p { color: red }</style><script>var a = '<p>no</p>';</script></head>\n<body>\n\
                <nav><a href=\"/\">Home</a></nav>\n<main>\n<h1>Tide Singers, Iceland</h1>\n\
                <p>Dear   friends,\n   we <b>sing</b>\n from the harbour.</p>\n\n<p lang=\"en\">With you,<br>\nall</p>\n\
                <script>more()</script>\n</main>\n<footer>© 2027</footer>\n</body></html>\n";
    let import = read(html);
    assert_eq!(import.messages.len(), 1);
    assert_eq!(import.messages[0].message.id, "tide");
    assert_eq!(sender(&import), ("Tide Singers".into(), "IS".into()));
    assert_eq!(
        paragraphs(&import),
        ["is: Dear friends, we sing from the harbour.", "en: With you,\nall"]
    );
    says(&import, "pages/tide.html:8: the sender was taken from this heading");
    says(&import, "the title of the page was left out: Letters – Tide Singers");
    says(&import, "pages/tide.html:6: the text around the main text was left out: Home © 2027");
    let said =
        import.notes.iter().any(|note| note.text.contains("color") || note.text.contains("more()"));
    assert!(!said, "{:#?}", import.notes);
}

#[test]
fn where_nothing_is_marked_the_body_is_the_text_without_navigation() {
    let html = "<title>Harmonia</title><body><header><p>Greetings</p></header><nav>Menu</nav><div role=search>Find</div>\
                <p>We sing.</p><aside>Also: us</aside><p hidden>Ask Ida</p><footer>Imprint</footer>";
    let import = read(html);
    assert_eq!(paragraphs(&import), ["Greetings", "We sing."]);
    assert_eq!(sender(&import), ("Harmonia".into(), String::new()));
    for named in [
        "(<nav>) was left out: Menu",
        "Find",
        "Also: us",
        "Ask Ida",
        "Imprint",
        "taken from the title",
    ] {
        says(&import, named);
    }
}

#[test]
fn one_article_is_the_text_and_several_are_not_chosen_from() {
    let one = read("<body><p>Site</p><article><h1>A</h1><p>We sing.</p></article></body>");
    assert_eq!(paragraphs(&one), ["We sing."]);
    let two = read(
        "<body><article><h1>A</h1><p>One.</p></article><article><h1>B</h1><p>Two.</p></article></body>",
    );
    assert_eq!(paragraphs(&two), ["A", "One.", "B", "Two."]);
    assert!(two.messages[0].message.senders.is_empty());
    says(&two, "headings became paragraphs");
}

#[test]
fn spaces_are_as_browsers_show_them() {
    let import = read(
        "<p>One\n\n\ttwo <i> three </i> four&nbsp; five</p><pre>a\n  b\n\nc</pre><p style=\"white-space: pre-line\">x\ny</p>",
    );
    assert_eq!(paragraphs(&import), ["One two three four\u{a0} five", "a\n  b", "c", "x\ny"]);
}

#[test]
fn a_fragment_and_front_matter_are_read() {
    let import = read("---\nsender: Bergkoor\ncountry: Netherlands\n---\n<p>We sing.</p>");
    assert_eq!(sender(&import), ("Bergkoor".into(), "NL".into()));
    assert_eq!(paragraphs(&import), ["We sing."]);
    let draft = "---\ndraft: true\n---\n<h1>A</h1><p>We sing.</p>";
    let files = vec![
        Source { name: "pages/a.html".into(), bytes: draft.into() },
        Source { name: "pages/b.html".into(), bytes: b"<h1>B</h1><p>We too.</p>".to_vec() },
    ];
    let folder = Folder { name: "pages".into(), files, ..Folder::default() };
    let import = import_folder(&folder, &Columns::new()).expect("an import");
    assert_eq!(paragraphs(&import), ["We too."]);
    says(&import, "pages/a.html:2: this message was not imported");
}

#[test]
fn a_page_says_its_character_set() {
    let html = b"<!DOCTYPE html><html><head><meta http-equiv=Content-Type content=\"text/html; charset=windows-1251\">\
                 </head><body><p>\xcf\xf0\xe8\xe2\xe5\xf2</p></body></html>";
    assert_eq!(paragraphs(&read_bytes("a.htm", html)), ["Привет"]);
    let html = "<html><head><meta charset='shift_jis'></head><body><p>".as_bytes();
    let html = [html, b"\x82\xb1\x82\xf1</p></body></html>"].concat();
    assert_eq!(paragraphs(&read_bytes("a.html", &html)), ["こん"]);
    // What is in UTF-8 is so whatever it says.
    let html = "<meta charset=iso-8859-1><p>Olá</p>".as_bytes();
    assert_eq!(paragraphs(&read_bytes("a.html", html)), ["Olá"]);
}

#[test]
fn an_index_is_a_message_if_it_names_its_sender() {
    let import = read_bytes("index.html", b"<h1>Harmonia</h1><p>We sing.</p>");
    assert_eq!(sender(&import).0, "Harmonia");
}

#[test]
fn hostile_pages_end() {
    for part in ["<div>", "<main>", "<p> ", "< "] {
        let html = format!("<h1>A</h1>{}We sing.", part.repeat(20_000));
        assert!(paragraphs(&read(&html)).concat().ends_with("We sing."), "{part}");
    }
}
