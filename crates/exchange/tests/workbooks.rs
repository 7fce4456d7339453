//! Workbooks come in as the tables in them would.
#![cfg(feature = "documents")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test is to stop where it fails")]

mod support;

use solidarity_core::collection::raw::{RawMarkedText, RawMessage, RawText};
use solidarity_exchange::{Columns, Import, ImportError, Source, import_file};
use support::{Sheet, open_document, packed, row_of, sheet, xlsx};

fn try_read(name: &str, bytes: Vec<u8>, columns: &[(&str, &str)]) -> Result<Import, ImportError> {
    let columns: Columns =
        columns.iter().map(|(name, field)| ((*name).into(), (*field).into())).collect();
    import_file(&Source { name: name.into(), bytes }, &columns)
}

fn read(name: &str, bytes: Vec<u8>) -> Import {
    try_read(name, bytes, &[]).unwrap_or_else(|error| panic!("{error}"))
}

fn refusal(name: &str, bytes: Vec<u8>) -> String {
    try_read(name, bytes, &[]).expect_err("no import").to_string()
}

fn plain(text: &RawText) -> String {
    match text {
        RawText::Plain(text) | RawText::Marked(RawMarkedText { text, .. }) => text.clone(),
    }
}

/// Of each message: where it comes from, its first sender, and its text.
fn messages(import: &Import) -> Vec<(String, String, String)> {
    let of = |message: &RawMessage| {
        let name = message.senders.first().and_then(|sender| sender.names.first()).map(plain);
        let body = message.body.iter().map(plain).collect::<Vec<_>>().join("¶");
        (name.unwrap_or_default(), body)
    };
    let all = import.messages.iter();
    all.map(|read| (read.origin.to_string(), of(&read.message)))
        .map(|(origin, (sender, body))| (origin, sender, body))
        .collect()
}

fn triples(all: &[(&str, &str, &str)]) -> Vec<(String, String, String)> {
    let owned = |(a, b, c): &(&str, &str, &str)| ((*a).into(), (*b).into(), (*c).into());
    all.iter().map(owned).collect()
}

fn notes(import: &Import) -> Vec<String> {
    import.notes.iter().map(ToString::to_string).collect()
}

const HEADER: &[&str] = &["sender", "country", "message"];

#[test]
fn a_sheet_is_read_as_a_table() {
    let rows: &[&[&str]] = &[
        HEADER,
        &["Harmonia", "Portugal", "Olá <3\n\nWe sing & dance"],
        &[],
        &["Coro", "Spain", "=Hello"],
    ];
    let import = read("m.xlsx", xlsx(&[sheet("Sheet1", rows)]));
    let expected =
        [("m.xlsx:2", "Harmonia", "Olá <3¶We sing & dance"), ("m.xlsx:4", "Coro", "=Hello")];
    assert_eq!(messages(&import), triples(&expected));
    assert_eq!(notes(&import), [""; 0]);
    assert_eq!(import.messages[0].message.senders[0].country.as_deref(), Some("PT"));
}

#[test]
fn what_a_file_is_counts_more_than_its_name() {
    let rows: &[&[&str]] = &[HEADER, &["A", "NL", "One"]];
    for name in ["m.csv", "m.xls", "m", "m.txt", "m.docx"] {
        let import = read(name, xlsx(&[sheet("Sheet1", rows)]));
        assert_eq!(messages(&import), triples(&[(&format!("{name}:2"), "A", "One")]));
    }
    // Many programs call the text of a table so.
    let import = read("m.xls", b"sender\tmessage\nA\tOne\n".to_vec());
    assert_eq!(messages(&import), triples(&[("m.xls:2", "A", "One")]));
}

#[test]
fn values_are_text_as_people_see_it() {
    let cells = "<c r=\"A2\"><v>45123</v></c><c r=\"B2\" s=\"1\"><v>45123</v></c>\
                 <c r=\"C2\" s=\"2\"><v>0.770833333333333</v></c><c r=\"D2\" s=\"3\"><v>0.07</v></c>\
                 <c r=\"E2\" t=\"b\"><v>1</v></c><c r=\"F2\"><v>0.30000000000000004</v></c>\
                 <c r=\"G2\" t=\"str\"><f>A1&amp;B1</f><v>joined</v></c>";
    let header = row_of(1, "", &["message"; 7]);
    let xml = format!("<sheetData>{header}<row r=\"2\">{cells}</row></sheetData>");
    let import = read("m.xlsx", xlsx(&[Sheet { name: "a", state: "visible", xml }]));
    assert_eq!(messages(&import)[0].2, "45123¶2023-07-16¶18:30¶7%¶TRUE¶0.3¶joined");
}

#[test]
fn damage_in_cells_is_named_by_row() {
    let error = "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>B</t></is></c>\
                 <c r=\"C3\" t=\"e\"><f>#REF!</f><v>#REF!</v></c></row>";
    let xml = format!(
        "<sheetData>{}{}{error}</sheetData>",
        row_of(1, "", HEADER),
        row_of(2, "", &["A", "", "We_x0008_ sing_x000D_\nparabÃ©ns a\u{2028}b\u{fffd}"])
    );
    let import = read("m.xlsx", xlsx(&[Sheet { name: "a", state: "visible", xml }]));
    assert_eq!(messages(&import)[0].2, "We sing\nparabÃ©ns a\nb\u{fffd}");
    let notes = notes(&import);
    for (line, what) in
        [(2, "U+0008"), (2, "“parabéns”"), (2, "U+FFFD"), (2, "U+2028"), (3, "“#REF!”")]
    {
        let found = notes
            .iter()
            .any(|note| note.starts_with(&format!("m.xlsx:{line}: ")) && note.contains(what));
        assert!(found, "{what}: {notes:#?}");
    }
}

#[test]
fn each_sheet_with_messages_is_read_and_the_others_are_named() {
    let book = xlsx(&[
        sheet("Form answers", &[HEADER, &["A", "NL", "One"]]),
        sheet("Later", &[&["Who", "message"], &["B", "Two"]]),
        sheet("Places", &[&["country", "region"], &["NL", "europe"]]),
        sheet("Empty", &[]),
        Sheet { state: "hidden", ..sheet("Old", &[HEADER, &["C", "NL", "Three"]]) },
    ]);
    let import = try_read("m.xlsx", book.clone(), &[("Who", "sender")]).expect("an import");
    let expected =
        [("m.xlsx, sheet “Form answers”:2", "A", "One"), ("m.xlsx, sheet “Later”:2", "B", "Two")];
    assert_eq!(messages(&import), triples(&expected));
    let notes = notes(&import);
    let said = |start: &str, words: &str| {
        notes.iter().any(|note| note.starts_with(start) && note.contains(words))
    };
    assert!(said("m.xlsx, sheet “Places”:1: this sheet was not read: ", "“message”"), "{notes:#?}");
    assert!(said("m.xlsx, sheet “Old”:1: ", "hidden"), "{notes:#?}");
    assert_eq!(notes.len(), 2, "{notes:#?}");
    let error = try_read("m.xlsx", book, &[("Whom", "sender")]).expect_err("a slip");
    assert!(error.to_string().contains("no column called “Whom”"), "{error}");
}

#[test]
fn a_workbook_without_messages_says_why() {
    let lone = refusal("m.xlsx", xlsx(&[sheet("a", &[&["Who", "Words"], &["A", "One"]])]));
    assert!(lone.contains("m.xlsx:1: there is no column called “message”"), "{lone}");
    let two = xlsx(&[sheet("a", &[&["Who"], &["A"]]), sheet("b", &[&["What"], &["B"]])]);
    let two = refusal("m.xlsx", two);
    assert!(two.contains("sheet “a”") && two.contains("sheet “b”"), "{two}");
    assert!(refusal("m.xlsx", xlsx(&[sheet("a", &[])])).contains("no messages"));
}

#[test]
fn hidden_rows_and_columns_and_merged_cells_are_named() {
    let xml = format!(
        "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData>{}{}{}{}</sheetData>\
         <mergeCells count=\"2\"><mergeCell ref=\"A3:A4\"/><mergeCell ref=\"A1:C1\"/></mergeCells>",
        row_of(1, "", HEADER),
        row_of(2, "hidden=\"1\"", &["A", "NL", "One"]),
        row_of(3, "", &["B", "NL", "Two"]),
        row_of(4, "", &["", "NL", "Three"]),
    );
    let import = read("m.xlsx", xlsx(&[Sheet { name: "a", state: "visible", xml }]));
    assert_eq!(import.messages.len(), 3);
    let notes = notes(&import);
    let said = |start: &str, words: &str| {
        notes.iter().any(|note| note.starts_with(start) && note.contains(words))
    };
    assert!(said("m.xlsx:2: ", "hidden row"), "{notes:#?}");
    assert!(said("m.xlsx:1: ", "“country” is hidden"), "{notes:#?}");
    assert!(said("m.xlsx:3: ", "rows 3 to 4"), "{notes:#?}");
    assert_eq!(notes.len(), 3, "{notes:#?}");
}

const ODS: &str = "<table:table table:name=\"Answers\"><table:table-row>\
    <table:table-cell office:value-type=\"string\"><text:p>sender</text:p></table:table-cell>\
    <table:table-cell office:value-type=\"string\"><text:p>message</text:p></table:table-cell>\
    <table:table-cell office:value-type=\"string\"><text:p>message 2</text:p></table:table-cell>\
    <table:table-cell office:value-type=\"string\"><text:p>message 3</text:p></table:table-cell></table:table-row>\
    <table:table-row table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row>\
    <table:table-row table:visibility=\"filter\">\
    <table:table-cell office:value-type=\"string\"><text:p>A</text:p></table:table-cell>\
    <table:table-cell office:value-type=\"string\"><office:annotation><text:p>ask Ida</text:p></office:annotation>\
    <text:p>One</text:p><text:p/><text:p>two</text:p></table:table-cell>\
    <table:table-cell office:value-type=\"date\" office:date-value=\"2025-05-01\"><text:p>1.5.25</text:p></table:table-cell>\
    <table:table-cell office:value-type=\"percentage\" office:value=\"0.5\"><text:p>50%</text:p></table:table-cell>\
    </table:table-row></table:table>";

#[test]
fn a_sheet_of_opendocument_is_read_as_a_table() {
    let import = read("m.ods", open_document("spreadsheet", "", ODS));
    assert_eq!(messages(&import), triples(&[("m.ods:4", "A", "One¶two¶2025-05-01¶50%")]));
    let notes = notes(&import);
    assert!(notes.len() == 1 && notes[0].contains("hidden row"), "{notes:#?}");
}

#[test]
fn workbooks_of_libreoffice_are_read_as_it_shows_them() {
    for (name, bytes) in [
        ("a.xls", &include_bytes!("../../../tests/collections/documents/answers.xls")[..]),
        ("a.xlsx", &include_bytes!("../../../tests/collections/documents/answers.xlsx")[..]),
        ("a.ods", &include_bytes!("../../../tests/collections/documents/answers.ods")[..]),
    ] {
        let columns = [("Received", "message 2")];
        let import = try_read(name, bytes.to_vec(), &columns).expect("an import");
        let (first, second) = (format!("{name}:2"), format!("{name}:3"));
        let expected = [
            (&*first, "Harmonia", "Muitos parabéns!¶Cantamos convosco.¶2025-05-01"),
            (&*second, "De Meeuw", "Dear singers across the North Sea¶2025-05-02"),
        ];
        assert_eq!(messages(&import), triples(&expected));
        assert_eq!(notes(&import), [""; 0], "{name}");
    }
}

#[test]
fn damage_to_a_workbook_is_an_error_of_that_file() {
    let whole = include_bytes!("../../../tests/collections/documents/answers.xls");
    for at in (0..whole.len()).step_by(37) {
        let mut bytes = whole.to_vec();
        if let Some(byte) = bytes.get_mut(at) {
            *byte ^= 0xff;
        }
        if let Err(error) = try_read("a.xls", bytes, &[]) {
            assert!(error.to_string().starts_with("a.xls"), "{error}");
        }
    }
}

#[test]
fn what_cannot_be_read_is_named_with_the_cure() {
    let book = xlsx(&[sheet("a", &[HEADER, &["A", "NL", "One"]])]);
    let cut = book.get(..book.len() / 2).unwrap_or_default().to_vec();
    assert!(refusal("m.xlsx", cut).contains("m.xlsx: the file is damaged"));
    let no_sheet = packed(&[("xl/workbook.xml", "<workbook/>")]);
    assert!(refusal("m.xlsx", no_sheet).contains("damaged"));
    let mut secret = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    secret.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert!(refusal("m.xlsx", secret).contains("password"));
    assert!(refusal("m.xls", b"%PDF-1.7 \x00".to_vec()).contains("a PDF file"));
    assert!(refusal("m.xls", b"<html><table><tr><td>A".to_vec()).contains("a web page"));
    assert!(
        refusal("m.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 B\0o\0o\0k\0".to_vec())
            .contains("damaged")
    );
    for (name, cure) in [
        ("m.numbers", "export it as Excel (.xlsx)"),
        ("m.pages", "export it as Word (.docx)"),
        ("m.doc", "save it as .docx"),
        ("m.rtf", "save it as .docx"),
        ("m.pdf", "plain text (.txt"),
    ] {
        let said = refusal(name, b"{\\rtf1 Hello}".to_vec());
        assert!(said.contains(cure), "{said}");
    }
}

#[test]
fn no_small_file_becomes_a_large_table() {
    let far = "<sheetData><row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>".to_owned();
    let rows: String = (2..2000)
        .map(|row| format!("<row r=\"{row}\"><c r=\"XFD{row}\"><v>1</v></c></row>"))
        .collect();
    let xml = format!("{far}{rows}</sheetData>");
    let said = refusal("m.xlsx", xlsx(&[Sheet { name: "a", state: "visible", xml }]));
    assert!(said.contains("more cells than"), "{said}");
    let repeated = ODS.replace("number-rows-repeated=\"2\"", "number-rows-repeated=\"900000\"");
    let said = refusal("m.ods", open_document("spreadsheet", "", &repeated));
    assert!(said.contains("more cells than"), "{said}");
    let texts = packed(&[
        ("xl/workbook.xml", "<workbook/>"),
        ("xl/sharedStrings.xml", "<sst uniqueCount = '99999999999'><si><t>A</t></si></sst>"),
    ]);
    assert!(refusal("m.xlsx", texts).contains("99999999999 texts"));
    let spaces = ODS.replace("<text:p/>", "<text:p><text:s text:c=\"4000000000\"/></text:p>");
    let said = refusal("m.ods", open_document("spreadsheet", "", &spaces));
    assert!(said.contains("more text than"), "{said}");
}
