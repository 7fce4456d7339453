//! The larger program is fetched for those files that need it, and for no others.

use solidarity_studio::intake::{BEGINNING, DOCUMENTS, IMPORTER, program_for};

fn program(files: &[(&str, &[u8])]) -> &'static str {
    program_for(files.iter().copied())
}

#[test]
fn tables_texts_and_files_of_messages_need_no_larger_program() {
    for name in [
        "answers.csv",
        "Pasted table 1.tsv",
        "letters/One.TXT",
        "messages.json",
        "logo.svg",
        ".DS_Store",
    ] {
        assert_eq!(program(&[(name, b"sender,c")]), IMPORTER, "{name}");
        assert_eq!(program(&[(name, b"")]), IMPORTER, "{name}");
    }
}

#[test]
fn one_document_among_others_needs_it() {
    for name in [
        "a.md",
        "page.html",
        "export.xml",
        "a.xlsx",
        "a.XLS",
        "a.ods",
        "a.docx",
        "a.odt",
        "a.eml",
        "in/box.mbox",
        "site.zip",
    ] {
        assert_eq!(program(&[("a.csv", b""), (name, b"")]), DOCUMENTS, "{name}");
    }
}

#[test]
fn a_file_of_which_the_name_says_nothing_goes_to_the_program_that_knows_more() {
    for name in ["letter", "letter.pages", "mail.csv.part", "docs.v2/letter"] {
        assert_eq!(program(&[(name, b"")]), DOCUMENTS, "{name}");
    }
}

#[test]
fn what_a_file_is_counts_more_than_what_it_is_called() {
    let book = &include_bytes!("../../../tests/collections/documents/answers.xlsx")[..];
    let beginning = book.get(..BEGINNING as usize).unwrap_or_default();
    assert_eq!(program(&[("answers.csv", beginning)]), DOCUMENTS);
    assert_eq!(program(&[("answers.csv", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")]), DOCUMENTS);
    assert_eq!(program(&[("letter.txt", b"{\\rtf1\\a")]), DOCUMENTS);
}

#[test]
fn a_text_that_may_begin_with_fields_needs_it() {
    for beginning in [
        &b"---\nsend"[..],
        b"\xef\xbb\xbf+++\ns",
        b"\xff\xfe-\0-\0-\0",
        b"\n\n---\nse",
        b"{\"a\": 1",
    ] {
        assert_eq!(program(&[("letter.txt", beginning)]), DOCUMENTS, "{beginning:?}");
    }
    assert_eq!(program(&[("letter.txt", b"\xef\xbb\xbfDear ")]), IMPORTER);
    assert_eq!(program(&[("messages.json", b"{\n  \"col")]), IMPORTER);
    assert_eq!(program(&[("answers.csv", b"-,a\n1,2\n")]), IMPORTER);
}
