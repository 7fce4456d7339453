//! A program that is built without the feature `documents` says so of the files of office programs.
#![cfg(not(feature = "documents"))]
#![allow(clippy::expect_used, reason = "a test is to stop where it fails")]

use solidarity_exchange::{Columns, Source, TextForm, describe_table, import_file};

#[test]
fn files_of_office_programs_cannot_be_imported() {
    let book = &include_bytes!("../../../tests/collections/documents/answers.xlsx")[..];
    let letter = &include_bytes!("../../../tests/collections/documents/letter.docx")[..];
    for (name, bytes, what, cure) in [
        ("a.xlsx", book, "cannot be imported", "CSV UTF-8"),
        ("a.docx", letter, "cannot be imported", "plain text"),
        ("a.csv", book, "this is an Excel file", "CSV UTF-8"),
    ] {
        let file = Source { name: name.into(), bytes: bytes.into() };
        let error = import_file(&file, &Columns::new()).expect_err("no import").to_string();
        assert!(error.contains(what) && error.contains(cure), "{error}");
        assert!(describe_table(&file, &Columns::new()).is_err());
    }
    assert_eq!(TextForm::of("a.docx"), None);
    let file = Source { name: "a.xyz".into(), bytes: Vec::new() };
    let error = import_file(&file, &Columns::new()).expect_err("no import").to_string();
    assert!(error.contains("a table (.csv)"), "{error}");
    assert!([".xlsx", ".docx", ".eml", ".zip"].iter().all(|end| !error.contains(end)), "{error}");
}
