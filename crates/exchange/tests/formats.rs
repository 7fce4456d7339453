//! What becomes of each kind of content in each format: a cell for every format and kind.

#![cfg(feature = "documents")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test is to stop where it fails")]

mod support;

use std::collections::BTreeSet;

use solidarity_core::collection::raw::{RawMarkedText, RawText};
use solidarity_exchange::{Columns, Folder, Import, Source, import_file, import_folder};
use support::{WORD, docx, escaped, sheet, xlsx};

/// The formats, each with the kinds of content that it can hold in a form of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Format {
    Table,
    Markdown,
    Text,
    WordPress,
    Workbook,
    Document,
}
use Format::{Document, Markdown, Table, Text, WordPress, Workbook};

const FORMATS: [Format; 6] = [Table, Markdown, Text, WordPress, Workbook, Document];

/// What a message contains that is more than words.
const KINDS: [&str; 27] = [
    "remark",
    "unfinished remark",
    "hidden text",
    "draft",
    "shortcode",
    "brackets of the writer",
    "numbers of a list",
    "struck words",
    "raised figure",
    "raised letters",
    "quotation",
    "table",
    "footnote",
    "byte order mark",
    "UTF-16",
    "Windows-1252",
    "lines of old Macs",
    "control character",
    "line separator",
    "escape of a spreadsheet",
    "mojibake",
    "lost letter",
    "error of a spreadsheet",
    "text cut off",
    "direction override",
    "ambiguous country",
    "name of a language",
];

/// One cell: the text as it is written in the format, the paragraphs that come of it, and what a note says.
/// `None` if there is nothing to say, because nothing is changed.
struct Cell {
    format: Format,
    kind: &'static str,
    text: &'static str,
    paragraphs: &'static [&'static str],
    note: Option<&'static str>,
}

const fn cell(
    format: Format,
    kind: &'static str,
    text: &'static str,
    paragraphs: &'static [&'static str],
    note: Option<&'static str>,
) -> Cell {
    Cell { format, kind, text, paragraphs, note }
}

/// Where a format has no form for a kind, its signs are words of the text.
#[rustfmt::skip]
const CELLS: &[Cell] = &[
    cell(Table, "remark", "We sing. <!-- ask Ida -->", &["We sing. <!-- ask Ida -->"], Some("readers will see it")),
    cell(Markdown, "remark", "We sing. <!-- ask Ida --> %%too%%", &["We sing."], Some("ask Ida")),
    cell(Text, "remark", "We sing. <!-- ask Ida -->", &["We sing. <!-- ask Ida -->"], Some("was kept")),
    cell(WordPress, "remark", "<p>We sing. <!-- ask Ida --></p>", &["We sing."], Some("ask Ida")),
    cell(Workbook, "remark", "We sing. <!-- ask Ida -->", &["We sing. <!-- ask Ida -->"], Some("readers will see it")),
    cell(Document, "remark", "<w:p><w:r><w:t>We sing.</w:t><w:commentReference w:id=\"4\"/></w:r></w:p>", &["We sing."], Some("ask Ida")),

    cell(Table, "unfinished remark", "We sing. <!-- ask", &["We sing. <!-- ask"], Some("readers will see it")),
    cell(Markdown, "unfinished remark", "We sing.\n\n<!-- ask Ida\n\nand Per", &["We sing."], Some("ask Ida")),
    cell(Text, "unfinished remark", "We sing. <!-- ask", &["We sing. <!-- ask"], Some("was kept")),
    cell(WordPress, "unfinished remark", "<p>We sing.</p><!-- ask Ida <p>and Per</p>", &["We sing."], Some("ask Ida")),
    cell(Workbook, "unfinished remark", "We sing. <!-- ask", &["We sing. <!-- ask"], Some("readers will see it")),
    cell(Document, "unfinished remark", "We sing. <!-- ask", &["We sing. <!-- ask"], None),

    cell(Table, "hidden text", "<p hidden>Ask</p> We sing.", &["<p hidden>Ask</p> We sing."], Some("readers will see it")),
    cell(Markdown, "hidden text", "<p hidden>Ask Ida</p>\n\nWe sing.", &["We sing."], Some("Ask Ida")),
    cell(Text, "hidden text", "<p hidden>Ask</p> We sing.", &["<p hidden>Ask</p> We sing."], None),
    cell(WordPress, "hidden text", "<p style=\"display: none\">Ask Ida</p><p>We sing.</p>", &["We sing."], Some("Ask Ida")),
    cell(Workbook, "hidden text", "<p hidden>Ask</p> We sing.", &["<p hidden>Ask</p> We sing."], Some("readers will see it")),
    cell(Document, "hidden text", "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Ask Ida</w:t></w:r><w:r><w:t>We sing.</w:t></w:r></w:p>", &["We sing."], Some("Ask Ida")),

    cell(Table, "draft", "status: draft", &["status: draft"], None),
    cell(Markdown, "draft", "draft: true", &[], Some("draft")),
    cell(Text, "draft", "draft: true", &[], Some("draft")),
    cell(WordPress, "draft", "draft", &[], Some("draft")),
    cell(Workbook, "draft", "status: draft", &["status: draft"], None),
    cell(Document, "draft", "draft: true", &[], Some("draft")),

    cell(Table, "shortcode", "[button url=\"x\"]Go[/button]", &["[button url=\"x\"]Go[/button]"], None),
    cell(Markdown, "shortcode", "We sing.\n\n{{< youtube abc >}}", &["We sing."], Some("youtube")),
    cell(Text, "shortcode", "{{< youtube abc >}}", &["{{< youtube abc >}}"], None),
    cell(WordPress, "shortcode", "<p>We sing.</p>\n[gallery ids=\"1,2\"]", &["We sing."], Some("gallery")),
    cell(Workbook, "shortcode", "[button url=\"x\"]Go[/button]", &["[button url=\"x\"]Go[/button]"], None),
    cell(Document, "shortcode", "{{< youtube abc >}}", &["{{< youtube abc >}}"], None),

    cell(Table, "brackets of the writer", "We [all] sing […]", &["We [all] sing […]"], None),
    cell(Markdown, "brackets of the writer", "We [all] sing […]", &["We [all] sing […]"], None),
    cell(Text, "brackets of the writer", "We [all] sing […]", &["We [all] sing […]"], None),
    cell(WordPress, "brackets of the writer", "<p>We [all] sing […]</p>", &["We [all] sing […]"], None),
    cell(Workbook, "brackets of the writer", "We [all] sing […]", &["We [all] sing […]"], None),
    cell(Document, "brackets of the writer", "We [all] sing […]", &["We [all] sing […]"], None),

    cell(Table, "numbers of a list", "7. One\n8. Two", &["7. One\n8. Two"], None),
    cell(Markdown, "numbers of a list", "7. One\n8. Two", &["7. One", "8. Two"], Some("list")),
    cell(Text, "numbers of a list", "7. One\n8. Two", &["7. One\n8. Two"], None),
    cell(WordPress, "numbers of a list", "<ol start=\"7\"><li>One</li><li>Two</li></ol>", &["7. One", "8. Two"], Some("list")),
    cell(Workbook, "numbers of a list", "7. One\n8. Two", &["7. One\n8. Two"], None),
    cell(Document, "numbers of a list", "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>One</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>Two</w:t></w:r></w:p>", &["7. One", "8. Two"], Some("lists")),

    cell(Table, "struck words", "We ~~beg~~ ask", &["We ~~beg~~ ask"], None),
    cell(Markdown, "struck words", "We ~~beg~~ ask", &["We ask"], Some("beg")),
    cell(Text, "struck words", "We ~~beg~~ ask", &["We ~~beg~~ ask"], None),
    cell(WordPress, "struck words", "<p>We <del>beg</del> ask</p>", &["We ask"], Some("beg")),
    cell(Workbook, "struck words", "We ~~beg~~ ask", &["We ~~beg~~ ask"], None),
    cell(Document, "struck words", "<w:p><w:r><w:t xml:space=\"preserve\">We </w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>beg</w:t></w:r><w:r><w:t xml:space=\"preserve\"> ask</w:t></w:r></w:p>", &["We ask"], Some("beg")),

    cell(Table, "raised figure", "10² boats", &["10² boats"], None),
    cell(Markdown, "raised figure", "10<sup>2</sup> boats", &["10² boats"], Some("<sup>")),
    cell(Text, "raised figure", "10² boats", &["10² boats"], None),
    cell(WordPress, "raised figure", "<p>10<sup>2</sup> boats</p>", &["10² boats"], None),
    cell(Workbook, "raised figure", "10² boats", &["10² boats"], None),
    cell(Document, "raised figure", "<w:p><w:r><w:t>10</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>2</w:t></w:r><w:r><w:t xml:space=\"preserve\"> boats</w:t></w:r></w:p>", &["10² boats"], None),

    cell(Table, "raised letters", "the 24th time", &["the 24th time"], None),
    cell(Markdown, "raised letters", "the 24<sup>th</sup> time", &["the 24th time"], Some("<sup>")),
    cell(Text, "raised letters", "the 24th time", &["the 24th time"], None),
    cell(WordPress, "raised letters", "<p>the 24<sup>th</sup> time</p>", &["the 24th time"], Some("th")),
    cell(Workbook, "raised letters", "the 24th time", &["the 24th time"], None),
    cell(Document, "raised letters", "<w:p><w:r><w:t>the 24</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>th</w:t></w:r><w:r><w:t xml:space=\"preserve\"> time</w:t></w:r></w:p>", &["the 24th time"], Some("raised")),

    cell(Table, "quotation", "She said “yes”.", &["She said “yes”."], None),
    cell(Markdown, "quotation", "She said <q>yes</q>.", &["She said “yes”."], Some("<q>")),
    cell(Text, "quotation", "She said “yes”.", &["She said “yes”."], None),
    cell(WordPress, "quotation", "<p>She said <q>yes</q>.</p>", &["She said “yes”."], None),
    cell(Workbook, "quotation", "She said “yes”.", &["She said “yes”."], None),
    cell(Document, "quotation", "She said “yes”.", &["She said “yes”."], None),

    cell(Table, "table", "Alto | 4", &["Alto | 4"], None),
    cell(Markdown, "table", "| Voice | Singers |\n| --- | --- |\n| Alto | 4 |", &["Voice | Singers\nAlto | 4"], Some("table")),
    cell(Text, "table", "Alto | 4", &["Alto | 4"], None),
    cell(WordPress, "table", "<table><tr><td>Alto</td><td>4</td></tr></table>", &["Alto | 4"], Some("table")),
    cell(Workbook, "table", "Alto | 4", &["Alto | 4"], None),
    cell(Document, "table", "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Alto</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>4</w:t></w:r></w:p></w:tc></w:tr></w:tbl>", &["Alto | 4"], Some("table")),

    cell(Table, "footnote", "in 1984 [1]", &["in 1984 [1]"], None),
    cell(Markdown, "footnote", "in 1984[^a]\n\n[^a]: It rained.", &["in 1984 [a]", "[a] It rained."], Some("footnote")),
    cell(Text, "footnote", "in 1984 [1]", &["in 1984 [1]"], None),
    cell(WordPress, "footnote", "<p>in 1984<sup class=\"fn\" data-fn=\"a\"><a href=\"#a\">1</a></sup></p>", &["in 1984 [1]"], Some("footnote")),
    cell(Workbook, "footnote", "in 1984 [1]", &["in 1984 [1]"], None),
    cell(Document, "footnote", "<w:p><w:r><w:t>in 1984</w:t><w:footnoteReference w:id=\"2\"/></w:r></w:p>", &["in 1984 [1]", "[1] It rained."], Some("footnote")),

    cell(Table, "byte order mark", "Olá", &["Olá"], None),
    cell(Markdown, "byte order mark", "Olá", &["Olá"], None),
    cell(Text, "byte order mark", "Olá", &["Olá"], None),
    cell(WordPress, "byte order mark", "<p>Olá</p>", &["Olá"], None),
    cell(Workbook, "byte order mark", "Olá", &["Olá"], None),
    cell(Document, "byte order mark", "Olá", &["Olá"], None),

    cell(Table, "UTF-16", "Olá, 朋友", &["Olá, 朋友"], Some("UTF-16")),
    cell(Markdown, "UTF-16", "Olá, 朋友", &["Olá, 朋友"], Some("UTF-16")),
    cell(Text, "UTF-16", "Olá, 朋友", &["Olá, 朋友"], Some("UTF-16")),
    cell(WordPress, "UTF-16", "<p>Olá, 朋友</p>", &["Olá, 朋友"], Some("UTF-16")),
    cell(Workbook, "UTF-16", "Olá, 朋友", &["Olá, 朋友"], None),
    cell(Document, "UTF-16", "Olá, 朋友", &["Olá, 朋友"], None),

    cell(Table, "Windows-1252", "Olá, amigas “nossas”", &["Olá, amigas “nossas”"], Some("Windows-1252")),
    cell(Markdown, "Windows-1252", "Olá, amigas “nossas”", &["Olá, amigas “nossas”"], Some("Windows-1252")),
    cell(Text, "Windows-1252", "Olá, amigas “nossas”", &["Olá, amigas “nossas”"], Some("Windows-1252")),
    cell(WordPress, "Windows-1252", "<p>Olá, amigas “nossas”</p>", &["Olá, amigas “nossas”"], Some("Windows-1252")),
    cell(Workbook, "Windows-1252", "Olá, amigas “nossas”", &["Olá, amigas “nossas”"], None),
    cell(Document, "Windows-1252", "Olá, amigas “nossas”", &["Olá, amigas “nossas”"], None),

    cell(Table, "lines of old Macs", "One\nTwo\n\nThree", &["One\nTwo", "Three"], None),
    cell(Markdown, "lines of old Macs", "One\nTwo\n\nThree", &["One\nTwo", "Three"], None),
    cell(Text, "lines of old Macs", "One\nTwo\n\nThree", &["One\nTwo", "Three"], None),
    cell(WordPress, "lines of old Macs", "<p>One<br>Two</p>\n\n<p>Three</p>", &["One\nTwo", "Three"], None),
    cell(Workbook, "lines of old Macs", "One\nTwo\n\nThree", &["One\nTwo", "Three"], None),
    cell(Document, "lines of old Macs", "<w:p><w:r><w:t>One</w:t><w:cr/><w:t>Two</w:t></w:r></w:p><w:p><w:r><w:t>Three</w:t></w:r></w:p>", &["One\nTwo", "Three"], None),

    cell(Table, "control character", "We\u{8} sing", &["We sing"], Some("U+0008")),
    cell(Markdown, "control character", "We\u{8} sing", &["We sing"], Some("U+0008")),
    cell(Text, "control character", "We\u{8} sing", &["We sing"], Some("U+0008")),
    cell(WordPress, "control character", "<p>We\u{8} sing</p>", &["We sing"], Some("U+0008")),
    cell(Workbook, "control character", "We_x0008_ sing", &["We sing"], Some("U+0008")),
    cell(Document, "control character", "We\u{86} sing", &["We sing"], Some("U+0086")),

    cell(Table, "line separator", "One\u{2028}Two", &["One\nTwo"], Some("U+2028")),
    cell(Markdown, "line separator", "One\u{2028}Two", &["One\nTwo"], Some("U+2028")),
    cell(Text, "line separator", "One\u{2028}Two", &["One\nTwo"], Some("U+2028")),
    cell(WordPress, "line separator", "<p>One\u{2028}Two</p>", &["One\nTwo"], Some("U+2028")),
    cell(Workbook, "line separator", "One\u{2028}Two", &["One\nTwo"], Some("U+2028")),
    cell(Document, "line separator", "One\u{2028}Two", &["One\nTwo"], Some("U+2028")),

    cell(Table, "escape of a spreadsheet", "One_x000D_\nTwo", &["One\nTwo"], Some("_x000D_")),
    cell(Markdown, "escape of a spreadsheet", "the file a_x000D_b", &["the file a_x000D_b"], None),
    cell(Text, "escape of a spreadsheet", "the file a_x000D_b", &["the file a_x000D_b"], None),
    cell(WordPress, "escape of a spreadsheet", "<p>the file a_x000D_b</p>", &["the file a_x000D_b"], None),
    cell(Workbook, "escape of a spreadsheet", "One_x000D_\nTwo", &["One\nTwo"], None),
    cell(Document, "escape of a spreadsheet", "the file a_x000D_b", &["the file a_x000D_b"], None),

    cell(Table, "mojibake", "Muitos parabÃ©ns", &["Muitos parabÃ©ns"], Some("é")),
    cell(Markdown, "mojibake", "Muitos parabÃ©ns", &["Muitos parabÃ©ns"], Some("é")),
    cell(Text, "mojibake", "Muitos parabÃ©ns", &["Muitos parabÃ©ns"], Some("é")),
    cell(WordPress, "mojibake", "<p>Muitos parabÃ©ns</p>", &["Muitos parabÃ©ns"], Some("é")),
    cell(Workbook, "mojibake", "Muitos parabÃ©ns", &["Muitos parabÃ©ns"], Some("é")),
    cell(Document, "mojibake", "Muitos parabÃ©ns", &["Muitos parabÃ©ns"], Some("é")),

    cell(Table, "lost letter", "parab\u{fffd}ns", &["parab\u{fffd}ns"], Some("U+FFFD")),
    cell(Markdown, "lost letter", "parab\u{fffd}ns", &["parab\u{fffd}ns"], Some("U+FFFD")),
    cell(Text, "lost letter", "parab\u{fffd}ns", &["parab\u{fffd}ns"], Some("U+FFFD")),
    cell(WordPress, "lost letter", "<p>parab\u{fffd}ns</p>", &["parab\u{fffd}ns"], Some("U+FFFD")),
    cell(Workbook, "lost letter", "parab\u{fffd}ns", &["parab\u{fffd}ns"], Some("U+FFFD")),
    cell(Document, "lost letter", "parab\u{fffd}ns", &["parab\u{fffd}ns"], Some("U+FFFD")),

    cell(Table, "error of a spreadsheet", "#NAME?", &[], Some("#NAME?")),
    cell(Markdown, "error of a spreadsheet", "#NAME?", &["#NAME?"], Some("was kept")),
    cell(Text, "error of a spreadsheet", "#NAME?", &["#NAME?"], None),
    cell(WordPress, "error of a spreadsheet", "<p>#NAME?</p>", &["#NAME?"], None),
    cell(Workbook, "error of a spreadsheet", "#NAME?", &[], Some("#NAME?")),
    cell(Document, "error of a spreadsheet", "#NAME?", &["#NAME?"], None),

    cell(Table, "text cut off", "LONG", &["LONG"], Some("255")),
    cell(Markdown, "text cut off", "LONG", &["LONG"], None),
    cell(Text, "text cut off", "LONG", &["LONG"], None),
    cell(WordPress, "text cut off", "<p>LONG</p>", &["LONG"], None),
    cell(Workbook, "text cut off", "LONG", &["LONG"], Some("255")),
    cell(Document, "text cut off", "LONG", &["LONG"], None),

    cell(Table, "direction override", "We \u{202e}sing", &["We \u{202e}sing"], None),
    cell(Markdown, "direction override", "We \u{202e}sing", &["We \u{202e}sing"], None),
    cell(Text, "direction override", "We \u{202e}sing", &["We \u{202e}sing"], None),
    cell(WordPress, "direction override", "<p>We \u{202e}sing</p>", &["We \u{202e}sing"], None),
    cell(Workbook, "direction override", "We \u{202e}sing", &["We \u{202e}sing"], None),
    cell(Document, "direction override", "We \u{202e}sing", &["We \u{202e}sing"], None),

    cell(Table, "ambiguous country", "We sing.", &["We sing."], Some("Congo")),
    cell(Markdown, "ambiguous country", "We sing.", &["We sing."], Some("Congo")),
    cell(Text, "ambiguous country", "We sing.", &["We sing."], Some("Congo")),
    cell(WordPress, "ambiguous country", "<p>We sing.</p>", &["We sing."], None),
    cell(Workbook, "ambiguous country", "We sing.", &["We sing."], Some("Congo")),
    cell(Document, "ambiguous country", "We sing.", &["We sing."], Some("Congo")),

    cell(Table, "name of a language", "We sing.", &["ckb: We sing."], None),
    cell(Markdown, "name of a language", "We sing.", &["ckb: We sing."], None),
    cell(Text, "name of a language", "We sing.", &["ckb: We sing."], None),
    cell(WordPress, "name of a language", "<p>We sing.</p>", &["ckb: We sing."], None),
    cell(Workbook, "name of a language", "We sing.", &["ckb: We sing."], None),
    cell(Document, "name of a language", "We sing.", &["ckb: We sing."], None),
];

/// Two hundred and fifty-five letters: as much as some programs keep of a text.
const LONG: &str = "We sing from the harbour wall to everybody who keeps a lamp, and we mean each of them, by \
                    name, by street and by the colour of the door, as it was agreed upon when the tide came in \
                    and the ferry went out, with all its flags, its brass band and its cook. O";

#[test]
fn every_kind_has_a_cell_for_every_format() {
    let listed: Vec<_> = CELLS.iter().map(|cell| (cell.kind, cell.format)).collect();
    let wanted: BTreeSet<_> =
        KINDS.iter().flat_map(|kind| FORMATS.map(|format| (*kind, format))).collect();
    assert_eq!(listed.len(), wanted.len(), "no cell stands twice");
    assert_eq!(listed.into_iter().collect::<BTreeSet<_>>(), wanted);
}

#[test]
fn each_kind_becomes_in_each_format_what_its_cell_says() {
    let mut wrong = Vec::new();
    for cell in CELLS {
        let Cell { format, kind, text, paragraphs, note } = cell;
        let (found, notes) = imported(*format, kind, &text.replace("LONG", LONG));
        let wanted: Vec<_> = paragraphs.iter().map(|text| text.replace("LONG", LONG)).collect();
        let said = match note {
            Some(note) => notes.iter().any(|text| text.contains(note)),
            None => notes.is_empty(),
        };
        if found != wanted || !said {
            wrong.push(format!("{format:?}, {kind}: {found:?}, {notes:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{} are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// The paragraphs of a message, and the notes on its import.
fn imported(format: Format, kind: &str, text: &str) -> (Vec<String>, Vec<String>) {
    let (name, bytes) = match format {
        Workbook => ("m.xlsx", workbook(kind, text)),
        Document => ("letters/tide.docx", document(kind, text)),
        _ => {
            let (name, file) = written(format, kind, text);
            (name, bytes(kind, &file))
        }
    };
    let file = Source { name: name.to_owned(), bytes };
    let import = match format {
        Table | WordPress | Workbook => import_file(&file, &Columns::new()),
        Markdown | Text | Document => {
            let other = b"---\nsender: Other\n---\nHello".to_vec();
            let other = Source { name: "letters/other.md".into(), bytes: other };
            let files = vec![file, other];
            let folder = Folder { name: "letters".into(), files, ..Folder::default() };
            import_folder(&folder, &Columns::new())
        }
    };
    let Import { messages, notes } =
        import.unwrap_or_else(|error| panic!("{format:?}, {kind}: {error}"));
    let message = messages.iter().find(|read| read.message.id.contains("tide"));
    let body = message.map(|read| read.message.body.clone()).unwrap_or_default();
    let text = |text: RawText| match text {
        RawText::Plain(text) => text,
        RawText::Marked(RawMarkedText { text, lang }) => format!("{lang}: {text}"),
    };
    (body.into_iter().map(text).collect(), notes.iter().map(|note| note.text.clone()).collect())
}

/// The country and the language of the message.
fn particulars(kind: &str) -> (&'static str, &'static str) {
    (
        if kind == "ambiguous country" { "Congo" } else { "Iceland" },
        if kind == "name of a language" { "Sorani" } else { "" },
    )
}

fn workbook(kind: &str, text: &str) -> Vec<u8> {
    let (country, language) = particulars(kind);
    // The form in which Excel writes the line ends of old Macs.
    let text =
        if kind == "lines of old Macs" { text.replace('\n', "_x000D_") } else { text.into() };
    let header: &[&str] = &["id", "sender", "country", "language", "message"];
    xlsx(&[sheet("Sheet1", &[header, &["tide", "Tide Singers", country, language, &text]])])
}

/// A document with what is given as XML of Word, or as the text of a paragraph.
fn document(kind: &str, text: &str) -> Vec<u8> {
    let paragraph = |text: &str| {
        let text = escaped(text);
        format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
    };
    let (country, language) = particulars(kind);
    let mut front = vec![
        "---".to_owned(),
        "sender: Tide Singers".into(),
        format!("country: {country}"),
        format!("language: {language}"),
        "id: tide".into(),
    ];
    let body = match kind {
        "draft" => {
            front.push(text.into());
            paragraph("We sing.")
        }
        _ if text.starts_with("<w:") => text.to_owned(),
        _ => paragraph(text),
    };
    front.push("---".into());
    let front: String = front.iter().map(|line| paragraph(line)).collect();
    let related = ["comments", "footnotes", "numbering"].map(|part| {
        format!(
            "<Relationship Id=\"{part}\" Target=\"{part}.xml\" \
             Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{part}\"/>"
        )
    });
    let related = format!("<Relationships>{}</Relationships>", related.concat());
    let comments = format!(
        "<w:comments {WORD}><w:comment w:id=\"4\">{}</w:comment></w:comments>",
        paragraph("ask Ida")
    );
    let footnotes = format!(
        "<w:footnotes {WORD}><w:footnote w:id=\"2\">{}</w:footnote></w:footnotes>",
        paragraph("It rained.")
    );
    let numbering = format!(
        "<w:numbering {WORD}><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"7\"/>\
         <w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
    );
    let parts = [
        ("word/_rels/document.xml.rels", related.as_str()),
        ("word/comments.xml", &comments),
        ("word/footnotes.xml", &footnotes),
        ("word/numbering.xml", &numbering),
    ];
    docx(&(front + &body), &parts)
}

/// A file of the format with this text. Where one file has all messages there is another message, because
/// an import of none is an error.
fn written(format: Format, kind: &str, text: &str) -> (&'static str, String) {
    let (country, language) = particulars(kind);
    let front = format!("sender: Tide Singers\ncountry: {country}\nlanguage: {language}\nid: tide");
    match format {
        Table => (
            "m.csv",
            format!(
                "id,sender,country,language,message\ntide,Tide Singers,{country},{language},\"{}\"\n",
                text.replace('"', "\"\"")
            ),
        ),
        Markdown | Text => {
            let name = if format == Markdown { "letters/tide.md" } else { "letters/tide.txt" };
            let file = match kind {
                "draft" => format!("---\n{front}\n{text}\n---\nWe sing.\n"),
                _ => format!("---\n{front}\n---\n{text}\n"),
            };
            (name, file)
        }
        Workbook | Document => panic!("{format:?} is no text"),
        WordPress => {
            let status = if kind == "draft" { text } else { "publish" };
            let language = if language.is_empty() {
                ""
            } else {
                "<category domain=\"language\" nicename=\"ckb\"><![CDATA[کوردی]]></category>"
            };
            let file = format!(
                "<?xml version=\"1.0\"?>\n<rss version=\"2.0\" xmlns:wp=\"http://wordpress.org/export/1.2/\" \
                 xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>\
                 <wp:wxr_version>1.2</wp:wxr_version><item><title>Tide Singers, {country}</title>\
                 {language}<content:encoded><![CDATA[{text}]]></content:encoded>\
                 <wp:post_name>tide</wp:post_name><wp:status>{status}</wp:status>\
                 <wp:post_type>post</wp:post_type></item><item><title>Other</title>\
                 <content:encoded>Hello</content:encoded></item></channel></rss>\n"
            );
            ("m.xml", file)
        }
    }
}

/// The bytes of a file, as the kind has them.
fn bytes(kind: &str, file: &str) -> Vec<u8> {
    match kind {
        "byte order mark" => [b"\xef\xbb\xbf", file.as_bytes()].concat(),
        "UTF-16" => file.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        "Windows-1252" => {
            let byte = |c: char| match c {
                '“' => 0x93,
                '”' => 0x94,
                _ => u8::try_from(u32::from(c)).expect("a letter of the set"),
            };
            file.chars().map(byte).collect()
        }
        "lines of old Macs" => file.replace('\n', "\r").into_bytes(),
        _ => file.as_bytes().to_vec(),
    }
}
