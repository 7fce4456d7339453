//! Files of office programs, made for tests.
#![allow(dead_code, reason = "each test has its own use of it")]
#![allow(clippy::expect_used, reason = "a test is to stop where it fails")]

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A ZIP archive with these entries.
pub fn packed<Content: AsRef<[u8]> + ?Sized>(entries: &[(&str, &Content)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).expect("an entry");
        zip.write_all(content.as_ref()).expect("its content");
    }
    zip.finish().expect("an archive").into_inner()
}

/// A text as XML has it.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A sheet of an Excel workbook for a test: its name, what the workbook says of it, and its XML between
/// `<worksheet>` and its end.
pub struct Sheet<'a> {
    pub name: &'a str,
    pub state: &'a str,
    pub xml: String,
}

/// A sheet with texts in its rows, the first of them being row 1.
pub fn sheet<'a>(name: &'a str, rows: &[&[&str]]) -> Sheet<'a> {
    let rows: String = rows.iter().enumerate().map(|(at, row)| row_of(at + 1, "", row)).collect();
    Sheet { name, state: "visible", xml: format!("<sheetData>{rows}</sheetData>") }
}

/// A row with texts.
pub fn row_of(number: usize, attributes: &str, cells: &[&str]) -> String {
    let cell = |(at, text): (usize, &&str)| {
        let column = char::from(b'A' + u8::try_from(at).expect("few columns"));
        let text = escaped(text);
        format!(
            "<c r=\"{column}{number}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>"
        )
    };
    let cells: String = cells.iter().enumerate().map(cell).collect();
    format!("<row r=\"{number}\" {attributes}>{cells}</row>")
}

/// An Excel workbook with these sheets; its cell styles are numbers, days, times and percentages.
pub fn xlsx(sheets: &[Sheet]) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const RELATED: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let numbered = || sheets.iter().enumerate().map(|(at, sheet)| (at + 1, sheet));
    let entries: String = numbered()
        .map(|(at, sheet)| {
            let (name, state) = (escaped(sheet.name), sheet.state);
            format!("<sheet name=\"{name}\" sheetId=\"{at}\" state=\"{state}\" r:id=\"rId{at}\"/>")
        })
        .collect();
    let related: String = numbered()
        .map(|(at, _)| {
            format!(
                "<Relationship Id=\"rId{at}\" Type=\"{RELATED}/worksheet\" Target=\"worksheets/sheet{at}.xml\"/>"
            )
        })
        .collect();
    let mut files = vec![
        ("[Content_Types].xml".to_owned(), "<Types/>".to_owned()),
        (
            "_rels/.rels".to_owned(),
            format!(
                "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"rId1\" Type=\"{RELATED}/officeDocument\" \
                 Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml".to_owned(),
            format!(
                "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATED}\"><sheets>{entries}</sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            format!("<Relationships xmlns=\"{PACKAGE}\">{related}</Relationships>"),
        ),
        (
            "xl/styles.xml".to_owned(),
            format!(
                "<styleSheet xmlns=\"{MAIN}\"><cellXfs count=\"4\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>\
                 <xf numFmtId=\"20\"/><xf numFmtId=\"9\"/></cellXfs></styleSheet>"
            ),
        ),
    ];
    files.extend(numbered().map(|(at, sheet)| {
        let text = format!("<worksheet xmlns=\"{MAIN}\">{}</worksheet>", sheet.xml);
        (format!("xl/worksheets/sheet{at}.xml"), text)
    }));
    let files: Vec<_> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    packed(&files)
}

/// An OpenDocument file of a kind, with this body.
pub fn open_document(kind: &str, styles: &str, body: &str) -> Vec<u8> {
    let kind_of = format!("application/vnd.oasis.opendocument.{kind}");
    let body_of = if kind == "text" { "text" } else { "spreadsheet" };
    let names = [
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("xlink", ""),
        ("dc", ""),
    ];
    let names: String = names
        .iter()
        .map(|(prefix, name)| match *prefix {
            "xlink" => " xmlns:xlink=\"http://www.w3.org/1999/xlink\"".to_owned(),
            "dc" => " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"".to_owned(),
            _ => format!(" xmlns:{prefix}=\"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0\""),
        })
        .collect();
    let content = format!(
        "<office:document-content{names} office:version=\"1.3\"><office:automatic-styles>{styles}\
         </office:automatic-styles><office:body><office:{body_of}>{body}</office:{body_of}></office:body>\
         </office:document-content>"
    );
    packed::<str>(&[
        ("mimetype", &kind_of),
        ("content.xml", &content),
        (
            "META-INF/manifest.xml",
            "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>",
        ),
    ])
}

/// A Word document with this body, and other parts.
pub fn docx(body: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let document = format!("<w:document {WORD}><w:body>{body}</w:body></w:document>");
    let mut files = vec![("[Content_Types].xml", "<Types/>"), ("word/document.xml", &document)];
    files.extend(parts);
    packed(&files)
}

/// The names that a part of a Word document declares.
pub const WORD: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
     xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" \
     xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" \
     xmlns:v=\"urn:schemas-microsoft-com:vml\"";
