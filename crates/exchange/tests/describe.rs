//! Somebody who says which column is which sees the columns of a table, and what they stand for now.
#![cfg(feature = "documents")]
#![allow(clippy::expect_used, reason = "a test is to stop where it fails")]

mod support;

use solidarity_exchange::{
    ColumnDescription, Columns, Source, TableDescription, describe_table, field_names,
};
use support::{docx, sheet, xlsx};

fn column(header: &str, field: Option<&str>, examples: &[&str]) -> ColumnDescription {
    let examples = examples.iter().map(|example| (*example).to_owned()).collect();
    ColumnDescription { header: header.into(), field: field.map(str::to_owned), examples }
}

fn source(name: &str, bytes: &[u8]) -> Source {
    Source { name: name.into(), bytes: bytes.into() }
}

#[test]
fn a_table_in_text_is_one_table() {
    let text = format!(
        "Answers of May\nTimestamp,Choir,Choir 2,sender,Your country,message\n\
         1.5.,Harmonia,Coro,x,PT,\"Dear\nfriends\"\n2.5.,Tide,,y,,{}\n3.5.,A,,z,,Three\n4.5.,B,,z,,Four\n",
        "word ".repeat(30)
    );
    let columns = Columns::from([
        ("Choir 2".into(), "sender 2".into()),
        ("Timestamp".into(), "nothing".into()),
    ]);
    let described = describe_table(&source("m.csv", text.as_bytes()), &columns).expect("a table");
    let long = format!("{}…", "word ".repeat(16).trim_end());
    let expected = TableDescription {
        sheet: None,
        columns: vec![
            column("Timestamp", Some("nothing"), &["1.5.", "2.5.", "3.5."]),
            column("Choir", None, &["Harmonia", "Tide", "A"]),
            column("Choir 2", Some("sender 2"), &["Coro"]),
            column("sender", Some("sender"), &["x", "y", "z"]),
            column("Your country", Some("country"), &["PT"]),
            column("message", Some("message"), &["Dear friends", &long, "Three"]),
        ],
    };
    assert_eq!(described, [expected]);
}

#[test]
fn each_sheet_of_a_workbook_is_a_table() {
    let book = xlsx(&[
        sheet("Answers", &[&["Who", "message"], &["A", "One"]]),
        sheet("Later", &[&["Words"], &["Two"]]),
    ]);
    let columns = Columns::from([("Words".into(), "message".into())]);
    let described = describe_table(&source("m.xlsx", &book), &columns).expect("tables");
    let of = |name: &str, columns| TableDescription { sheet: Some(name.into()), columns };
    let expected = [
        of(
            "Answers",
            vec![column("Who", None, &["A"]), column("message", Some("message"), &["One"])],
        ),
        of("Later", vec![column("Words", Some("message"), &["Two"])]),
    ];
    assert_eq!(described, expected);
}

#[test]
fn what_is_no_table_is_an_error() {
    for (name, bytes) in [("m.docx", docx("", &[])), ("m.txt", b"Hello".to_vec())] {
        let error = describe_table(&source(name, &bytes), &Columns::new()).expect_err("no table");
        assert!(error.to_string().contains("not a table"), "{error}");
    }
}

#[test]
fn every_field_can_be_chosen() {
    assert!(field_names().count() > 5);
    for field in field_names() {
        let columns = Columns::from([("a".into(), field.into()), ("b".into(), "message".into())]);
        let file = source("m.csv", b"a,b\nx,Hello\n");
        let described = describe_table(&file, &columns).expect("a table");
        let now = described.iter().flat_map(|table| &table.columns).next();
        assert_eq!(now.and_then(|column| column.field.as_deref()), Some(field));
    }
}
