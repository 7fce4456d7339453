//! Workbooks and documents among several sources, and in archives.
#![cfg(feature = "documents")]
#![allow(clippy::expect_used, reason = "a test is to stop where it fails")]

mod support;

use solidarity_exchange::{Columns, Gathered, Source, describe_all, import_all};
use support::{docx, packed, sheet, xlsx};

fn source(name: &str, bytes: impl Into<Vec<u8>>) -> Source {
    Source { name: name.into(), bytes: bytes.into() }
}

fn book() -> Vec<u8> {
    xlsx(&[sheet("Answers", &[&["Who", "message"], &["Harmonia", "One"], &["Tide", "Two"]])])
}

fn letter() -> Vec<u8> {
    docx("<w:p><w:r><w:t>We sing.</w:t></w:r></w:p>", &[])
}

fn who() -> Columns {
    Columns::from([("Who".into(), "sender".into())])
}

/// The name of each message's file, and its id.
fn messages(gathered: &Gathered) -> Vec<(&str, &str)> {
    let of = gathered.messages.iter();
    of.map(|read| (read.origin.file.as_str(), read.message.id.as_str())).collect()
}

fn outcomes(gathered: &Gathered) -> Vec<String> {
    gathered.outcomes.iter().map(ToString::to_string).collect()
}

/// The name of each source with tables, and its columns: what each is called and stands for.
fn described(sources: &[Source], columns: &Columns) -> Vec<(String, Vec<String>)> {
    let all = describe_all(sources, columns).into_iter();
    all.map(|source| {
        let columns = source.tables.iter().flat_map(|table| &table.columns);
        let said = |field: &Option<String>| field.clone().unwrap_or_default();
        let columns = columns.map(|column| format!("{}={}", column.header, said(&column.field)));
        (source.name, columns.collect())
    })
    .collect()
}

#[test]
fn they_are_read_among_other_sources() {
    let sources = vec![
        source("answers.xlsx", book()),
        source("form.csv", "Choir,message\nBergkoor,Dag\n"),
        source("from-lisbon.docx", letter()),
        source("called-wrong.csv", book()),
    ];
    let columns = who();
    let expected = [
        ("answers.xlsx".to_owned(), vec!["Who=sender".to_owned(), "message=message".to_owned()]),
        ("form.csv".to_owned(), vec!["Choir=".to_owned(), "message=message".to_owned()]),
    ];
    assert_eq!(described(&sources, &columns), expected);
    let gathered = import_all(sources, &columns, None);
    let expected = [
        ("answers.xlsx", "harmonia"),
        ("answers.xlsx", "tide"),
        ("form.csv", "message-3"),
        ("from-lisbon.docx", "from-lisbon"),
    ];
    assert_eq!(messages(&gathered), expected);
    assert_eq!(gathered.refused().count(), 0);
}

#[test]
fn they_are_read_in_archives() {
    let inner = packed::<[u8]>(&[("deep.csv", b"Who,message\nDeep,Down\n")]);
    let form = b"Choir,message\nBergkoor,Dag\n";
    let archive = packed::<[u8]>(&[
        ("answers.xlsx", &book()),
        (".hidden/answers.csv", b"Who,message\nNobody,Nothing\n"),
        ("form.csv", form),
        ("from-lisbon.docx", &letter()),
        ("inner.zip", &inner),
        ("photo.png", b"\x89PNG"),
    ]);
    let sources = [
        source("all.zip", archive),
        source("broken.xlsx", "PK\x03\x04"),
        source("note.txt", "Text"),
    ];
    let columns = who();
    let described = described(&sources, &columns);
    let names: Vec<_> = described.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["all.zip/answers.xlsx", "all.zip/form.csv", "all.zip/inner.zip/deep.csv"]);
    let columns_of = |at: usize| described.get(at).map(|(_, columns)| columns.join(" "));
    assert_eq!(columns_of(0).as_deref(), Some("Who=sender message=message"));
    assert_eq!(columns_of(1).as_deref(), Some("Choir= message=message"));

    let gathered = import_all(sources.into(), &columns, None);
    let outcomes = outcomes(&gathered);
    for name in names {
        assert!(
            outcomes.iter().any(|said| said.starts_with(&format!("{name}: "))),
            "{outcomes:#?}"
        );
    }
    let expected = [
        ("all.zip/answers.xlsx", "harmonia"),
        ("all.zip/answers.xlsx", "tide"),
        ("all.zip/form.csv", "message-3"),
        ("all.zip/from-lisbon.docx", "from-lisbon"),
        ("all.zip/inner.zip/deep.csv", "deep"),
        ("note.txt", "note"),
    ];
    assert_eq!(messages(&gathered), expected);
    assert_eq!(gathered.refused().count(), 1);
}

#[test]
fn what_comes_twice_in_a_sheet_is_not_counted() {
    let header = &["sender", "message"][..];
    let book = xlsx(&[
        sheet("May", &[header, &["Harmonia", "One"], &["Tide", "Two"]]),
        sheet("June", &[header, &["Bergkoor", "Three"]]),
    ]);
    let form = "sender,message\nTide,Two\nBergkoor,Three\n";
    let gathered = import_all(
        vec![source("form.csv", form), source("answers.xlsx", book)],
        &Columns::new(),
        None,
    );
    assert_eq!(gathered.messages.len(), 3);
    assert_eq!(outcomes(&gathered), ["form.csv: 2 messages.", "answers.xlsx: 1 message."]);
}
