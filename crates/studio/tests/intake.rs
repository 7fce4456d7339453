//! Messages that are read from files come into a document without harm to what is there.
#![allow(clippy::expect_used, reason = "a test is to stop where it fails")]

mod support;

use solidarity_core::collection::raw::RawMessage;
use solidarity_studio::intake::{
    AddressError, Intake, Report, field_label, pasted_name, published_at,
};
use solidarity_studio::protocol::{Column, Imported, Note, Outcome, Table};
use solidarity_studio::{
    Document, History, Key, Logo, LogoError, Origin, PreviewLink, with_picture,
};
use support::{document, message};

fn intake(file: &str, messages: &[RawMessage]) -> Intake {
    let origin = |line| Origin { file: file.to_owned(), line };
    let messages = messages.iter().enumerate();
    Intake { messages: messages.map(|(at, it)| (it.clone(), origin(at + 2))).collect() }
}

fn names(document: &Document) -> Vec<String> {
    document.keys().into_iter().map(|key| document.name_of(key)).collect()
}

fn ids(document: &Document) -> Vec<&str> {
    document.messages().iter().map(|entry| entry.message.id.as_str()).collect()
}

/// A document into which a file was imported.
fn imported(file: &str, messages: &[RawMessage]) -> Document {
    let mut document = document(Vec::new());
    let edit = intake(file, messages).added(&document, "import".into());
    document.apply(edit).expect("the messages fit");
    document
}

#[test]
fn an_import_is_one_step_with_the_name_of_its_file() {
    let mut document = document(vec![message("Harmonia", &["Dear friends"])]);
    let before = document.clone();
    let mut history = History::default();
    let new = [message("Coro Alto", &["Hej"]), message("Suara", &["Sahabat"])];
    let edit = intake("a.csv", &new).added(&document, "import a.csv".into());
    history.apply(&mut document, edit).expect("the messages fit");
    assert_eq!(names(&document), ["Harmonia", "Coro Alto", "Suara"]);
    assert_eq!(history.undo_name(), Some("import a.csv"));
    history.undo(&mut document).expect("it can be undone");
    assert_eq!(document, before);
}

#[test]
fn an_id_that_is_given_gets_a_number() {
    let mut document = document(vec![message("Harmonia", &["One"])]);
    let new = [message("Harmonia", &["Two"]), message("Harmonia", &["Three"])];
    let edit = intake("a.csv", &new).added(&document, "import".into());
    document.apply(edit).expect("the messages fit");
    assert_eq!(ids(&document), ["harmonia", "harmonia-2", "harmonia-3"]);
}

#[test]
fn messages_that_are_there_are_known_whatever_their_ids() {
    let document = document(vec![message("Harmonia", &["One"]), message("Suara", &["Two"])]);
    let mut again = message("Harmonia", &["One"]);
    again.id = "another".into();
    let both = intake("a.csv", &[again, message("Coro Alto", &["Hej"])]);
    assert_eq!(both.present(&document).same, 1);
    let new = both.new_to(&document);
    assert_eq!(new.messages.len(), 1);
    assert_eq!(new.messages[0].0.id, "coro-alto");
}

#[test]
fn a_message_without_text_is_never_the_same_as_another() {
    let document = document(vec![message("Harmonia", &[])]);
    assert_eq!(intake("a.csv", &[message("Harmonia", &[])]).present(&document).same, 0);
}

#[test]
fn a_file_that_is_read_again_replaces_its_messages_where_they_stand() {
    let mut document =
        imported("a.csv", &[message("Harmonia", &["One"]), message("Suara", &["Two"])]);
    let other = intake("b.csv", &[message("Coro Alto", &["Hej"])]).added(&document, "b".into());
    document.apply(other).expect("the message fits");
    let again = intake(
        "a.csv",
        &[message("Harmonia Lisboa", &["One"]), message("Suara", &["Two"]), message("New", &["X"])],
    );
    let replaced = again.present(&document).from_same_files;
    assert_eq!(replaced, [Key(0), Key(1)]);
    let back = document.clone();
    let edit = again.replacing(&document, &replaced, "replace".into());
    let inverse = document.apply(edit).expect("the messages fit");
    assert_eq!(names(&document), ["Harmonia Lisboa", "Suara", "New", "Coro Alto"]);
    // What is shown of a message stays on it.
    assert_eq!(&document.keys()[..2], [Key(0), Key(1)]);
    assert_eq!(ids(&document), ["harmonia-lisboa", "suara", "new", "coro-alto"]);
    document.apply(inverse).expect("it can be undone");
    assert_eq!(document, back);
}

#[test]
fn a_published_message_keeps_its_link_when_it_is_replaced() {
    let mut document = imported("a.csv", &[message("Harmonia", &["One"])]);
    document.mark_published();
    let again = intake("a.csv", &[message("Harmonia Lisboa", &["One"])]);
    let edit = again.replacing(&document, &[Key(0)], "replace".into());
    document.apply(edit).expect("the message fits");
    assert_eq!(
        (names(&document), ids(&document)),
        (vec!["Harmonia Lisboa".into()], vec!["harmonia"])
    );
}

#[test]
fn a_replaced_message_between_others_leaves_them_as_they_are() {
    let mut document = document(["A", "B", "C", "D"].map(|name| message(name, &[name])).to_vec());
    let edit = intake("a.csv", &[message("B", &["new"]), message("E", &["e"])]);
    let edit = edit.replacing(&document, &[Key(1), Key(3)], "replace".into());
    document.apply(edit).expect("the messages fit");
    assert_eq!(names(&document), ["A", "C", "B", "E"]);
}

#[test]
fn a_report_groups_notes_by_source_and_shows_the_first() {
    let origin = |file: &str, line| Origin { file: file.into(), line };
    let note = |file: &str, line| Note { origin: origin(file, line), text: "no place".into() };
    let outcome = |file: &str, result| Outcome { file: file.into(), result, beside: None };
    let column = |name: &str, field: Option<&str>| Column {
        header: name.into(),
        field: field.map(str::to_owned),
        examples: Vec::new(),
    };
    let imported = Imported {
        outcomes: vec![outcome("a.csv", Ok(7)), outcome("b.pdf", Err("Cannot be read.".into()))],
        notes: (1..=300).map(|line| note("a.csv", line)).chain([note("c.txt", 1)]).collect(),
        tables: vec![Table {
            source: "a.csv".into(),
            sheet: None,
            columns: vec![column("From", Some("sender")), column("Timestamp", None)],
        }],
        ..Imported::default()
    };
    let report = Report::of(&imported);
    let named: Vec<_> = report.sources.iter().map(|source| source.name.as_str()).collect();
    assert_eq!(named, ["a.csv", "b.pdf", "c.txt"]);
    assert_eq!((report.messages(), report.notes()), (7, 301));
    assert_eq!((report.sources[0].notes.len(), report.sources[0].count), (50, 300));
    assert!(report.sources[1].is_refused);
    assert_eq!(report.left_out(), ["Timestamp"]);
}

#[test]
fn a_report_names_no_option_of_another_program() {
    let text =
        "“Choir” was left out. If it means something else, say what: --column \"Choir=FIELD\".";
    let origin = Origin { file: "a.csv".into(), line: 1 };
    let imported =
        Imported { notes: vec![Note { origin, text: text.into() }], ..Imported::default() };
    assert_eq!(Report::of(&imported).sources[0].notes[0].text, "“Choir” was left out.");
}

#[test]
fn cells_that_are_pasted_are_a_table() {
    assert_eq!(pasted_name("sender\tmessage\nHarmonia\tDear friends\n", 1), "Pasted table 1.tsv");
    assert_eq!(pasted_name("Dear friends,\n\n\tgreetings", 2), "Pasted text 2.txt");
    assert_eq!(pasted_name("one\tline", 3), "Pasted text 3.txt");
}

#[test]
fn any_page_of_a_site_leads_to_the_site() {
    for (given, site) in [
        ("example.org", "https://example.org/"),
        (" https://example.org/letters ", "https://example.org/letters/"),
        ("http://example.org/letters/messages.json", "http://example.org/letters/"),
        ("https://example.org/letters/m/harmonia/#main", "https://example.org/letters/"),
        ("https://example.org/letters/countries/?q=peace", "https://example.org/letters/"),
        ("https://example.org/letters/m/harmonia/index.html", "https://example.org/letters/"),
        ("localhost:4180/a/about/", "https://localhost:4180/a/"),
        ("http://localhost:4180/", "http://localhost:4180/"),
    ] {
        assert_eq!(published_at(given).as_deref(), Ok(site), "{given}");
    }
    assert_eq!(published_at("  "), Err(AddressError::Empty));
    for given in ["file:///home/letters", "letters", "two words.org", "mailto:a@b.c"] {
        assert!(matches!(published_at(given), Err(AddressError::NoSite(_))), "{given}");
    }
}

#[test]
fn a_logo_is_known_by_its_bytes() {
    let png = b"\x89PNG\r\n\x1a\n rest";
    let logo = Logo::of("Our crest.PNG", png).expect("a picture");
    assert_eq!((logo.name.as_str(), logo.media_type.as_str()), ("logo.png", "image/png"));
    let svg = Logo::of("crest", b"<?xml version=\"1.0\"?><svg/>").expect("a picture");
    assert_eq!(svg.name, "logo.svg");
    assert_ne!(logo.stored, svg.stored);
    let page = b"<!DOCTYPE html><svg></svg>";
    assert!(matches!(Logo::of("page.svg", page), Err(LogoError::NoPicture(_))));
    let mut large = png.to_vec();
    large.resize(1_000_001, 0);
    assert!(matches!(Logo::of("a.png", &large), Err(LogoError::TooLarge { size: 1001, .. })));
}

#[test]
fn a_table_says_which_fields_no_column_stands_for() {
    let column = |field: Option<&str>| Column {
        header: "Choir".into(),
        field: field.map(str::to_owned),
        examples: Vec::new(),
    };
    let table = |fields: &[Option<&str>]| Table {
        source: "a.csv".into(),
        sheet: None,
        columns: fields.iter().map(|field| column(*field)).collect(),
    };
    assert_eq!(table(&[None, Some("country")]).missing(), ["Sender", "Text"]);
    assert!(table(&[Some("sender 2"), Some("message")]).missing().is_empty());
    assert_eq!(table(&[None, Some("nothing")]).left_out().count(), 2);
    assert_eq!(table(&[None, Some("nothing")]).undecided().count(), 1);
    assert_eq!(
        (field_label("signature"), field_label("sender 2")),
        ("Signed by".into(), "Sender 2".into())
    );
}

#[test]
fn only_links_to_messages_are_followed_in_the_preview() {
    let message = |id: &str| PreviewLink::Message(id.to_owned());
    assert_eq!(PreviewLink::of("m/harmonia/"), message("harmonia"));
    assert_eq!(PreviewLink::of("m/harmonia/?q=peace#main"), message("harmonia"));
    for (href, said) in [
        ("./", "the home page."),
        ("#main", "another place on the page."),
        ("about/", "the page about this collection."),
        ("https://example.org/m/", "leads to https://example.org/m/."),
    ] {
        let PreviewLink::Other(text) = PreviewLink::of(href) else { unreachable!("{href}") };
        assert!(text.ends_with(said), "{text}");
    }
}

#[test]
fn a_picture_in_the_preview_has_an_address_of_its_own() {
    for page in [
        r#"<h1><img src="logo.svg" alt="" class="logo"></h1><img src="b">"#,
        r#"<h1><img class="logo" src="logo.svg" alt=""></h1><img src="b">"#,
    ] {
        assert_eq!(with_picture(page, "logo", "blob:1"), page.replace("logo.svg", "blob:1"));
    }
    for page in ["", "<p>class=\"logo\"</p>", "<img src=\"b\">"] {
        assert_eq!(with_picture(page, "logo", "blob:1"), page);
    }
}
