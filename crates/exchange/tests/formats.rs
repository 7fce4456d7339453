//! What becomes of each kind of content in each format: a cell for every format and kind.

#![allow(clippy::expect_used, clippy::panic, reason = "a test is to stop where it fails")]

use std::collections::BTreeSet;

use solidarity_core::collection::raw::{RawMarkedText, RawText};
use solidarity_exchange::{Columns, Folder, Import, Source, import_file, import_folder};

/// The formats, each with the kinds of content that it can hold in a form of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Format {
    Table,
    Markdown,
    Text,
    WordPress,
}
use Format::{Markdown, Table, Text, WordPress};

const FORMATS: [Format; 4] = [Table, Markdown, Text, WordPress];

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

    cell(Table, "unfinished remark", "We sing. <!-- ask", &["We sing. <!-- ask"], Some("readers will see it")),
    cell(Markdown, "unfinished remark", "We sing.\n\n<!-- ask Ida\n\nand Per", &["We sing."], Some("ask Ida")),
    cell(Text, "unfinished remark", "We sing. <!-- ask", &["We sing. <!-- ask"], Some("was kept")),
    cell(WordPress, "unfinished remark", "<p>We sing.</p><!-- ask Ida <p>and Per</p>", &["We sing."], Some("ask Ida")),

    cell(Table, "hidden text", "<p hidden>Ask</p> We sing.", &["<p hidden>Ask</p> We sing."], Some("readers will see it")),
    cell(Markdown, "hidden text", "<p hidden>Ask Ida</p>\n\nWe sing.", &["We sing."], Some("Ask Ida")),
    cell(Text, "hidden text", "<p hidden>Ask</p> We sing.", &["<p hidden>Ask</p> We sing."], None),
    cell(WordPress, "hidden text", "<p style=\"display: none\">Ask Ida</p><p>We sing.</p>", &["We sing."], Some("Ask Ida")),

    cell(Table, "draft", "status: draft", &["status: draft"], None),
    cell(Markdown, "draft", "draft: true", &[], Some("draft")),
    cell(Text, "draft", "draft: true", &[], Some("draft")),
    cell(WordPress, "draft", "draft", &[], Some("draft")),

    cell(Table, "shortcode", "[button url=\"x\"]Go[/button]", &["[button url=\"x\"]Go[/button]"], None),
    cell(Markdown, "shortcode", "We sing.\n\n{{< youtube abc >}}", &["We sing."], Some("youtube")),
    cell(Text, "shortcode", "{{< youtube abc >}}", &["{{< youtube abc >}}"], None),
    cell(WordPress, "shortcode", "<p>We sing.</p>\n[gallery ids=\"1,2\"]", &["We sing."], Some("gallery")),

    cell(Table, "brackets of the writer", "We [all] sing […]", &["We [all] sing […]"], None),
    cell(Markdown, "brackets of the writer", "We [all] sing […]", &["We [all] sing […]"], None),
    cell(Text, "brackets of the writer", "We [all] sing […]", &["We [all] sing […]"], None),
    cell(WordPress, "brackets of the writer", "<p>We [all] sing […]</p>", &["We [all] sing […]"], None),

    cell(Table, "numbers of a list", "7. One\n8. Two", &["7. One\n8. Two"], None),
    cell(Markdown, "numbers of a list", "7. One\n8. Two", &["7. One", "8. Two"], Some("list")),
    cell(Text, "numbers of a list", "7. One\n8. Two", &["7. One\n8. Two"], None),
    cell(WordPress, "numbers of a list", "<ol start=\"7\"><li>One</li><li>Two</li></ol>", &["7. One", "8. Two"], Some("list")),

    cell(Table, "struck words", "We ~~beg~~ ask", &["We ~~beg~~ ask"], None),
    cell(Markdown, "struck words", "We ~~beg~~ ask", &["We ask"], Some("beg")),
    cell(Text, "struck words", "We ~~beg~~ ask", &["We ~~beg~~ ask"], None),
    cell(WordPress, "struck words", "<p>We <del>beg</del> ask</p>", &["We ask"], Some("beg")),

    cell(Table, "raised figure", "10² boats", &["10² boats"], None),
    cell(Markdown, "raised figure", "10<sup>2</sup> boats", &["10² boats"], Some("<sup>")),
    cell(Text, "raised figure", "10² boats", &["10² boats"], None),
    cell(WordPress, "raised figure", "<p>10<sup>2</sup> boats</p>", &["10² boats"], None),

    cell(Table, "raised letters", "the 24th time", &["the 24th time"], None),
    cell(Markdown, "raised letters", "the 24<sup>th</sup> time", &["the 24th time"], Some("<sup>")),
    cell(Text, "raised letters", "the 24th time", &["the 24th time"], None),
    cell(WordPress, "raised letters", "<p>the 24<sup>th</sup> time</p>", &["the 24th time"], Some("th")),

    cell(Table, "quotation", "She said “yes”.", &["She said “yes”."], None),
    cell(Markdown, "quotation", "She said <q>yes</q>.", &["She said “yes”."], Some("<q>")),
    cell(Text, "quotation", "She said “yes”.", &["She said “yes”."], None),
    cell(WordPress, "quotation", "<p>She said <q>yes</q>.</p>", &["She said “yes”."], None),

    cell(Table, "table", "Alto | 4", &["Alto | 4"], None),
    cell(Markdown, "table", "| Voice | Singers |\n| --- | --- |\n| Alto | 4 |", &["Voice | Singers\nAlto | 4"], Some("table")),
    cell(Text, "table", "Alto | 4", &["Alto | 4"], None),
    cell(WordPress, "table", "<table><tr><td>Alto</td><td>4</td></tr></table>", &["Alto | 4"], Some("table")),

    cell(Table, "footnote", "in 1984 [1]", &["in 1984 [1]"], None),
    cell(Markdown, "footnote", "in 1984[^a]\n\n[^a]: It rained.", &["in 1984 [a]", "[a] It rained."], Some("footnote")),
    cell(Text, "footnote", "in 1984 [1]", &["in 1984 [1]"], None),
    cell(WordPress, "footnote", "<p>in 1984<sup class=\"fn\" data-fn=\"a\"><a href=\"#a\">1</a></sup></p>", &["in 1984 [1]"], Some("footnote")),

    cell(Table, "byte order mark", "Olá", &["Olá"], None),
    cell(Markdown, "byte order mark", "Olá", &["Olá"], None),
    cell(Text, "byte order mark", "Olá", &["Olá"], None),
    cell(WordPress, "byte order mark", "<p>Olá</p>", &["Olá"], None),

    cell(Table, "UTF-16", "Olá, 朋友", &["Olá, 朋友"], Some("UTF-16")),
    cell(Markdown, "UTF-16", "Olá, 朋友", &["Olá, 朋友"], Some("UTF-16")),
    cell(Text, "UTF-16", "Olá, 朋友", &["Olá, 朋友"], Some("UTF-16")),
    cell(WordPress, "UTF-16", "<p>Olá, 朋友</p>", &["Olá, 朋友"], Some("UTF-16")),

    cell(Table, "Windows-1252", "Olá, amigas “nossas”", &["Olá, amigas “nossas”"], Some("Windows-1252")),
    cell(Markdown, "Windows-1252", "Olá, amigas “nossas”", &["Olá, amigas “nossas”"], Some("Windows-1252")),
    cell(Text, "Windows-1252", "Olá, amigas “nossas”", &["Olá, amigas “nossas”"], Some("Windows-1252")),
    cell(WordPress, "Windows-1252", "<p>Olá, amigas “nossas”</p>", &["Olá, amigas “nossas”"], Some("Windows-1252")),

    cell(Table, "lines of old Macs", "One\nTwo\n\nThree", &["One\nTwo", "Three"], None),
    cell(Markdown, "lines of old Macs", "One\nTwo\n\nThree", &["One\nTwo", "Three"], None),
    cell(Text, "lines of old Macs", "One\nTwo\n\nThree", &["One\nTwo", "Three"], None),
    cell(WordPress, "lines of old Macs", "<p>One<br>Two</p>\n\n<p>Three</p>", &["One\nTwo", "Three"], None),

    cell(Table, "control character", "We\u{8} sing", &["We sing"], Some("U+0008")),
    cell(Markdown, "control character", "We\u{8} sing", &["We sing"], Some("U+0008")),
    cell(Text, "control character", "We\u{8} sing", &["We sing"], Some("U+0008")),
    cell(WordPress, "control character", "<p>We\u{8} sing</p>", &["We sing"], Some("U+0008")),

    cell(Table, "line separator", "One\u{2028}Two", &["One\nTwo"], Some("U+2028")),
    cell(Markdown, "line separator", "One\u{2028}Two", &["One\nTwo"], Some("U+2028")),
    cell(Text, "line separator", "One\u{2028}Two", &["One\nTwo"], Some("U+2028")),
    cell(WordPress, "line separator", "<p>One\u{2028}Two</p>", &["One\nTwo"], Some("U+2028")),

    cell(Table, "escape of a spreadsheet", "One_x000D_\nTwo", &["One\nTwo"], Some("_x000D_")),
    cell(Markdown, "escape of a spreadsheet", "the file a_x000D_b", &["the file a_x000D_b"], None),
    cell(Text, "escape of a spreadsheet", "the file a_x000D_b", &["the file a_x000D_b"], None),
    cell(WordPress, "escape of a spreadsheet", "<p>the file a_x000D_b</p>", &["the file a_x000D_b"], None),

    cell(Table, "mojibake", "Muitos parabÃ©ns", &["Muitos parabÃ©ns"], Some("é")),
    cell(Markdown, "mojibake", "Muitos parabÃ©ns", &["Muitos parabÃ©ns"], Some("é")),
    cell(Text, "mojibake", "Muitos parabÃ©ns", &["Muitos parabÃ©ns"], Some("é")),
    cell(WordPress, "mojibake", "<p>Muitos parabÃ©ns</p>", &["Muitos parabÃ©ns"], Some("é")),

    cell(Table, "lost letter", "parab\u{fffd}ns", &["parab\u{fffd}ns"], Some("U+FFFD")),
    cell(Markdown, "lost letter", "parab\u{fffd}ns", &["parab\u{fffd}ns"], Some("U+FFFD")),
    cell(Text, "lost letter", "parab\u{fffd}ns", &["parab\u{fffd}ns"], Some("U+FFFD")),
    cell(WordPress, "lost letter", "<p>parab\u{fffd}ns</p>", &["parab\u{fffd}ns"], Some("U+FFFD")),

    cell(Table, "error of a spreadsheet", "#NAME?", &[], Some("#NAME?")),
    cell(Markdown, "error of a spreadsheet", "#NAME?", &["#NAME?"], Some("was kept")),
    cell(Text, "error of a spreadsheet", "#NAME?", &["#NAME?"], None),
    cell(WordPress, "error of a spreadsheet", "<p>#NAME?</p>", &["#NAME?"], None),

    cell(Table, "text cut off", "LONG", &["LONG"], Some("255")),
    cell(Markdown, "text cut off", "LONG", &["LONG"], None),
    cell(Text, "text cut off", "LONG", &["LONG"], None),
    cell(WordPress, "text cut off", "<p>LONG</p>", &["LONG"], None),

    cell(Table, "direction override", "We \u{202e}sing", &["We \u{202e}sing"], None),
    cell(Markdown, "direction override", "We \u{202e}sing", &["We \u{202e}sing"], None),
    cell(Text, "direction override", "We \u{202e}sing", &["We \u{202e}sing"], None),
    cell(WordPress, "direction override", "<p>We \u{202e}sing</p>", &["We \u{202e}sing"], None),

    cell(Table, "ambiguous country", "We sing.", &["We sing."], Some("Congo")),
    cell(Markdown, "ambiguous country", "We sing.", &["We sing."], Some("Congo")),
    cell(Text, "ambiguous country", "We sing.", &["We sing."], Some("Congo")),
    cell(WordPress, "ambiguous country", "<p>We sing.</p>", &["We sing."], None),

    cell(Table, "name of a language", "We sing.", &["ckb: We sing."], None),
    cell(Markdown, "name of a language", "We sing.", &["ckb: We sing."], None),
    cell(Text, "name of a language", "We sing.", &["ckb: We sing."], None),
    cell(WordPress, "name of a language", "<p>We sing.</p>", &["ckb: We sing."], None),
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
    let (name, file) = written(format, kind, text);
    let file = Source { name: name.to_owned(), bytes: bytes(kind, &file) };
    let import = match format {
        Table | WordPress => import_file(&file, &Columns::new()),
        Markdown | Text => {
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

/// A file of the format with this text. Where one file has all messages there is another message, because
/// an import of none is an error.
fn written(format: Format, kind: &str, text: &str) -> (&'static str, String) {
    let country = if kind == "ambiguous country" { "Congo" } else { "Iceland" };
    let language = if kind == "name of a language" { "Sorani" } else { "" };
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
