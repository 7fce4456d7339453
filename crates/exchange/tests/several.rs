//! Several sources of several kinds at once: each becomes what it can.
#![allow(clippy::expect_used, clippy::panic, reason = "a test is to stop where it fails")]

use solidarity_core::collection::Date;
use solidarity_core::collection::raw::{RawMarkedText, RawText};
use solidarity_exchange::{Became, Columns, Dataset, Gathered, Source, import_all};

fn source(name: &str, text: &str) -> Source {
    Source { name: name.to_owned(), bytes: text.as_bytes().to_vec() }
}

fn with(files: &[(&str, &str)], columns: &[(&str, &str)]) -> Gathered {
    let sources = files.iter().map(|(name, text)| source(name, text)).collect();
    let columns: Columns =
        columns.iter().map(|(name, field)| ((*name).to_owned(), (*field).to_owned())).collect();
    import_all(sources, &columns, Some(Date { year: 2027, month: 1, day: 4 }))
}

fn read(files: &[(&str, &str)]) -> Gathered {
    with(files, &[])
}

/// Each message by id and first paragraph.
fn messages(gathered: &Gathered) -> Vec<(String, String)> {
    let first = |text: Option<&RawText>| match text {
        Some(RawText::Plain(text) | RawText::Marked(RawMarkedText { text, .. })) => text.clone(),
        None => String::new(),
    };
    let messages = gathered.messages.iter().map(|read| &read.message);
    messages.map(|message| (message.id.clone(), first(message.body.first()))).collect()
}

fn ids(gathered: &Gathered) -> Vec<String> {
    messages(gathered).into_iter().map(|(id, _)| id).collect()
}

fn outcomes(gathered: &Gathered) -> Vec<String> {
    gathered.outcomes.iter().map(ToString::to_string).collect()
}

#[track_caller]
fn notes_say(gathered: &Gathered, wanted: &str) {
    let said: String = gathered.notes.iter().map(|note| format!("{note}\n")).collect();
    assert!(said.contains(wanted), "{wanted} is not in\n{said}");
}

#[track_caller]
fn outcomes_say(gathered: &Gathered, wanted: &str) {
    let said = outcomes(gathered).join("\n");
    assert!(said.contains(wanted), "{wanted} is not in\n{said}");
}

const TABLE: &str = "sender,country,message\nHarmonia,Portugal,Olá\nBergkoor,Netherlands,Dag\n";
const DATASET: &str = r#"{"collection":{"title":"Letters","language":"en"},"messages":[
{"id":"tide","senders":[{"names":["Tide"]}],"body":["We sing."]}]}"#;

#[test]
fn a_text_of_nothing_is_no_message() {
    let texts = [("a.txt", ""), ("b.md", "\u{feff} \r\n\n"), ("c.html", "\n")];
    let gathered = read(&[&[("form.csv", TABLE)], texts.as_slice()].concat());
    assert_eq!(ids(&gathered), ["harmonia-portugal", "bergkoor-netherlands"]);
    for (name, _) in texts {
        outcomes_say(&gathered, &format!("{name} contains no messages"));
    }
}

#[test]
fn every_source_becomes_what_it_can_and_says_so() {
    let gathered = read(&[
        ("form.csv", TABLE),
        ("letters/10.txt", "Ten"),
        ("broken.json", "{\n  \"messages\": [1,,]\n}"),
        ("letters/2-two.md", "---\nsender: Two\n---\nTwo *sings*"),
        ("photo.jpg", "\u{0}"),
        ("film.mp4", ""),
        (".DS_Store", ""),
        ("letters/3.html", "<h1>Three</h1><p>Hello</p>"),
        ("old.pdf", "%PDF-1.7"),
        ("messages.json", DATASET),
        ("empty.csv", ""),
    ]);
    let wanted = [
        ("harmonia-portugal", "Olá"),
        ("bergkoor-netherlands", "Dag"),
        ("two", "Two sings"),
        ("3", "Hello"),
        ("10", "Ten"),
        ("tide", "We sing."),
    ];
    let wanted: Vec<_> = wanted.map(|(id, text)| (id.to_owned(), text.to_owned())).into();
    assert_eq!(messages(&gathered), wanted);
    let said = outcomes(&gathered);
    assert_eq!(said.len(), 11, "{said:#?}");
    for wanted in [
        "form.csv: 2 messages.",
        "letters/10.txt: 1 message.",
        "messages.json: 1 message.",
        "broken.json:2: the file cannot be read from column 18 of this line on:",
        "photo.jpg: a picture",
        "film.mp4: a film",
        ".DS_Store: a hidden or temporary file",
        "old.pdf: this kind of file cannot be imported.",
        "empty.csv contains no messages",
    ] {
        outcomes_say(&gathered, wanted);
    }
    assert_eq!(gathered.refused().count(), 3);
    assert!(gathered.collection.is_some_and(|of| of.get().contains("Letters")));
}

#[test]
fn texts_of_a_folder_are_in_natural_order_and_other_sources_as_given() {
    let gathered = read(&[
        ("b.csv", "sender,message\nB,b\n"),
        ("x/10.md", "ten"),
        ("a.csv", "sender,message\nA,a\n"),
        ("x/9.md", "nine"),
        ("y/1.md", "one"),
    ]);
    let texts: Vec<_> = messages(&gathered).into_iter().map(|(_, text)| text).collect();
    assert_eq!(texts, ["b", "nine", "ten", "a", "one"]);
}

#[test]
fn drafts_and_texts_of_tomorrow_stay_out() {
    let gathered = read(&[
        ("a.md", "---\ndraft: true\n---\nText"),
        ("b.md", "---\ndate: 2027-01-05\nsender: B\n---\nText"),
        ("c.md", "Text"),
    ]);
    assert_eq!(ids(&gathered), ["c"]);
    outcomes_say(&gathered, "a.md: 0 messages.");
    notes_say(&gathered, "a.md:2: this message was not imported");
    notes_say(&gathered, "b.md:2: this message was not imported");
}

#[test]
fn ids_are_unique_over_all_sources() {
    let one = "id,sender,message\nours,A,One\n,B,Two\n";
    let two = "id,sender,message\nours,C,Three\nours-2,E,Six\n,B,Four\n";
    let gathered = read(&[("1.csv", one), ("2.csv", two), ("b.txt", "Five")]);
    assert_eq!(ids(&gathered), ["ours", "b", "ours-3", "ours-2", "b-2", "b-3"]);
    notes_say(
        &gathered,
        "2.csv:2: a message of another file has the id “ours”, so this one was given “ours-3”",
    );
    notes_say(&gathered, "another message already has the id “b”");
}

#[test]
fn what_comes_twice_is_imported_once() {
    let gathered = read(&[
        ("a.csv", TABLE),
        ("copy of a.csv", TABLE),
        ("b.csv", "id,sender,country,message\nhar,Harmonia,Portugal,Olá\nx,Choir,Spain,Hola\n"),
    ]);
    assert_eq!(ids(&gathered), ["har", "bergkoor-netherlands", "x"]);
    outcomes_say(&gathered, "copy of a.csv: the same file as a.csv.");
    outcomes_say(&gathered, "b.csv: 1 message.");
    notes_say(
        &gathered,
        "copy of a.csv:1: this file is identical to a.csv, and was imported once.",
    );
    notes_say(
        &gathered,
        "b.csv:2: this message is identical to the one in a.csv, line 2, and was imported once.",
    );
    // Within one source somebody may have meant it.
    let same = "sender,message\nA,Hello\nA,Hello\n";
    assert_eq!(read(&[("a.csv", same)]).messages.len(), 2);
}

#[test]
fn hidden_folders_are_passed_over_unless_they_were_given() {
    let one = read(&[("home/.x/form.csv", TABLE)]);
    assert_eq!((one.messages.len(), one.outcomes.len()), (2, 1));
    for names in
        [["/home/.x/a.txt", "/home/y/b.txt"], [".x/a.txt", "y/b.txt"], ["../.x/a.txt", "b.txt"]]
    {
        let two = read(&names.map(|name| (name, name)));
        assert_eq!(two.messages.len(), 2, "{names:?} {:?}", two.outcomes);
    }
    for folder in ["letters/", "../letters/", "./letters/"] {
        let hidden = format!("{folder}.trash/a.txt");
        let (shown, system) = (format!("{folder}b.txt"), format!("{folder}__MACOSX/deep/b.txt"));
        let gathered = read(&[(&hidden, "One"), (&shown, "Two"), (&system, "Three")]);
        assert_eq!(ids(&gathered), ["b"]);
        outcomes_say(&gathered, &format!("{hidden}: a hidden or temporary file"));
        outcomes_say(&gathered, &format!("{system}: a hidden or temporary file"));
    }
    let beside =
        read(&[("letters/.trash/a.txt", "One"), ("letters/b.txt", "Two"), ("c.txt", "Three")]);
    assert_eq!(beside.messages.len(), 2);
}

#[test]
fn a_table_that_is_called_a_text_is_named_with_the_cure() {
    let cure = "these lines look like a table, and became one text. If they are one, give the file a name that ends \
                with .csv";
    for table in [
        "Timestamp;Choir;message\n1.5.;Harmonia;Olá\n2.5.;Tide;\"Dear\n\nfriends\"\n",
        "sender\tmessage\nHarmonia\tOlá\n",
        TABLE,
    ] {
        let gathered = read(&[("form.txt", table)]);
        assert_eq!(gathered.messages.len(), 1);
        notes_say(&gathered, &format!("form.txt:1: {cure}"));
    }
    for letter in [
        "Dear friends; dear all\nwe sing; we dance\nfor you",
        "Group, we sing\nwith you, always",
        "From;\nYour choir\nin Lisbon\nand Porto",
        "message",
        "",
    ] {
        let gathered = read(&[("letter.txt", letter)]);
        let said: Vec<_> =
            gathered.notes.iter().filter(|note| note.text.contains("table")).collect();
        assert!(said.is_empty(), "{letter}: {said:?}");
    }
}

#[test]
fn columns_count_for_the_tables_that_have_them() {
    let files = [
        ("a.csv", "Choir,message\nA,One\n"),
        ("b.csv", "Group of singers,message\nB,Two\n"),
        ("c.md", "Three"),
    ];
    let columns = [("Choir", "sender"), ("Group of singers", "sender")];
    let gathered = with(&files, &columns);
    assert_eq!(ids(&gathered), ["a", "b", "c"]);
    assert_eq!(gathered.refused().count(), 0);

    let gathered = with(&files, &[("Choir", "sender"), ("Chorus", "sender")]);
    assert_eq!(ids(&gathered), ["c"]);
    outcomes_say(&gathered, "a.csv:1: there is no column called “Chorus”");
    outcomes_say(&gathered, "b.csv:1: there is no column called “Chorus”");

    let gathered = with(&[("c.md", "Three")], &[("Choir", "sender")]);
    assert!(gathered.messages.is_empty());
    outcomes_say(&gathered, "c.md: this is not a table");

    let gathered = with(&files, &[("Choir", "singer")]);
    outcomes_say(&gathered, "a column cannot mean “singer”");
}

#[test]
fn one_wrong_message_hides_no_other() {
    let json = r#"{
  "$schema": "messages.schema.json",
  "made by": "hand",
  "collection": { "title": "T", "language": "en" },
  "messages": [
    { "id": "a", "senders": [{ "names": ["A"] }], "body": ["One"] },
    { "id": "b", "senders": [{ "names": ["B"] }],
      "body": "Two" },
    { "id": "c", "senders": [{ "names": ["C"] }], "body": ["Three\u0007 \ud800"] },
    7
  ]
}"#;
    let gathered = read(&[("messages.json", json)]);
    assert_eq!(ids(&gathered), ["a", "c"]);
    notes_say(
        &gathered,
        "messages.json:8: message 2 (“b”) was not imported, because it has another form",
    );
    notes_say(&gathered, "messages.json:10: message 4 was not imported");
    notes_say(
        &gathered,
        "messages.json:1: left out, because no file of messages has them: “made by”.",
    );
    outcomes_say(&gathered, "messages.json: 2 messages.");
}

#[test]
fn other_json_is_named_as_such() {
    for (json, said) in [
        (r#"{"type": "FeatureCollection", "features": []}"#, "(it has “features”, “type”)"),
        ("[1, 2]", "no list “messages”"),
        (r#"{"messages": "none"}"#, "no list “messages”"),
        ("\"text\"", "no list “messages”"),
    ] {
        let gathered = read(&[("a.json", json)]);
        outcomes_say(&gathered, "a.json: this JSON file is not a file of messages");
        outcomes_say(&gathered, said);
    }
    let gathered = read(&[("messages.schema.json", "{}"), ("a.txt", "Text")]);
    assert_eq!(gathered.refused().count(), 0);
}

#[test]
fn a_collection_without_messages_is_a_collection() {
    let gathered = read(&[("messages.json", r#"{"collection": {"title": "T"}, "messages": []}"#)]);
    assert!(gathered.collection.is_some());
    assert_eq!(gathered.refused().count(), 0);
}

#[test]
fn the_first_collection_is_taken_and_the_other_named() {
    let other = DATASET.replace("Letters", "Others").replace("tide", "sea").replace("We", "They");
    let gathered = read(&[("a.json", DATASET), ("b.json", &other)]);
    assert_eq!(ids(&gathered), ["tide", "sea"]);
    assert!(gathered.collection.as_ref().is_some_and(|of| of.get().contains("Letters")));
    notes_say(
        &gathered,
        "b.json:1: what this file says about its collection, “Others”, was left out",
    );
}

#[test]
fn a_logo_comes_with_the_messages_that_name_it() {
    let json = DATASET.replace("\"language\"", "\"logo\":\"logo.svg\",\"language\"");
    let gathered = read(&[
        ("p/logo.svg", "<svg/>"),
        ("p/other.png", "x"),
        ("p/messages.json", &json),
        ("q/logo.svg", "<svg></svg>"),
        ("p/theme.css", ":root {}"),
    ]);
    assert_eq!(gathered.files, [source("logo.svg", "<svg/>")]);
    assert_eq!(gathered.theme.as_deref(), Some(":root {}"));
    outcomes_say(&gathered, "p/logo.svg: taken as the logo of the collection.");
    outcomes_say(&gathered, "p/other.png: a picture");
    outcomes_say(&gathered, "q/logo.svg: a picture");
    let in_project = read(&[("p/files/logo.svg", "<svg/>"), ("p/messages.json", &json)]);
    assert_eq!(in_project.files, [source("logo.svg", "<svg/>")]);
}

#[test]
fn the_shipped_messages_come_back_with_their_collection() {
    let gathered = read(&[("messages.json", fixtures::CONGRESS)]);
    let shipped = Dataset::read(fixtures::CONGRESS).expect("the dataset has its form");
    let back: Vec<_> = gathered.messages.into_iter().map(|read| read.message).collect();
    assert_eq!(back, shipped.messages);
    assert_eq!(gathered.collection.expect("a collection").get(), shipped.collection.get());
    assert!(gathered.notes.is_empty(), "{:#?}", gathered.notes);
}

#[test]
fn xml_entities_do_not_grow() {
    let entities: String =
        (1..30).map(|at| format!("<!ENTITY e{at} \"&e{};&e{};\">", at - 1, at - 1)).collect();
    let xml = format!("<!DOCTYPE a [<!ENTITY e0 \"ha\">{entities}]><rss>&e29;</rss>");
    let gathered = read(&[("bomb.xml", &xml), ("a.txt", "Text")]);
    assert_eq!(ids(&gathered), ["a"]);
    assert!(matches!(gathered.outcomes[0].became, Became::Refused(_)), "{:?}", gathered.outcomes);
}

#[test]
#[cfg(feature = "documents")]
fn a_mailbox_without_an_end_to_its_name_is_known_by_its_beginning() {
    let mail = "From - Mon Jan  4 20:07:15 2027\nFrom: Tide <t@tide.example>\n\nWe sing.\n";
    let gathered = read(&[("Inbox", mail), ("2.eml", "From: B <b@b.example>\n\nTwo\n")]);
    assert_eq!(ids(&gathered), ["tide", "b"]);
}

#[test]
#[cfg(not(feature = "documents"))]
fn what_this_program_was_compiled_without_is_said() {
    let gathered =
        read(&[("a.eml", "From: A <a@b.example>\n\nText\n"), ("b.zip", "PK"), ("c.txt", "Text")]);
    assert_eq!(ids(&gathered), ["c"]);
    outcomes_say(&gathered, "a.eml: this program cannot read e-mails.");
    outcomes_say(&gathered, "b.zip: this program cannot read archives. Unpack it");
}
