//! Documents of word processors come in as their readers see them.
#![cfg(feature = "documents")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test is to stop where it fails")]

mod support;

use solidarity_core::collection::raw::{RawMarkedText, RawText};
use solidarity_exchange::{Columns, Folder, Import, Source, import_file, import_folder};
use support::{WORD, docx, open_document, packed};

fn source(name: &str, bytes: Vec<u8>) -> Source {
    Source { name: name.into(), bytes }
}

fn read(name: &str, bytes: Vec<u8>) -> Import {
    import_file(&source(name, bytes), &Columns::new()).unwrap_or_else(|error| panic!("{error}"))
}

fn refusal(name: &str, bytes: Vec<u8>) -> String {
    import_file(&source(name, bytes), &Columns::new()).expect_err("no import").to_string()
}

/// The paragraphs of the only message, with their language if they have one of their own.
fn paragraphs(import: &Import) -> Vec<String> {
    assert_eq!(import.messages.len(), 1);
    let text = |text: &RawText| match text {
        RawText::Plain(text) => text.clone(),
        RawText::Marked(RawMarkedText { text, lang }) => format!("{lang}: {text}"),
    };
    import.messages[0].message.body.iter().map(text).collect()
}

fn notes(import: &Import) -> Vec<String> {
    import.notes.iter().map(ToString::to_string).collect()
}

fn run(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

fn styled(properties: &str, text: &str) -> String {
    format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

fn p(runs: &str) -> String {
    format!("<w:p>{runs}</w:p>")
}

/// A text in Word and in OpenDocument, what it becomes, and what a note says of it, if anything.
struct Case {
    what: &'static str,
    word: String,
    open: &'static str,
    paragraphs: &'static [&'static str],
    note: Option<&'static str>,
}

const STYLES: &str = "<style:style style:name=\"gone\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>\
    <style:style style:name=\"struck\" style:family=\"text\"><style:text-properties style:text-line-through-style=\"solid\"/></style:style>\
    <style:style style:name=\"up\" style:family=\"text\"><style:text-properties style:text-position=\"super 58%\"/></style:style>\
    <style:style style:name=\"pt\" style:family=\"paragraph\"><style:text-properties fo:language=\"pt\" fo:country=\"BR\"/></style:style>\
    <style:style style:name=\"en\" style:family=\"paragraph\"><style:text-properties fo:language=\"en\" fo:country=\"GB\"/></style:style>\
    <text:list-style style:name=\"L\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\"/>\
    <text:list-level-style-number text:level=\"2\" style:num-format=\"a\" style:num-suffix=\")\"/></text:list-style>";

#[rustfmt::skip]
fn cases() -> Vec<Case> {
    vec![
        Case {
            what: "line breaks, tabs and hyphens",
            word: p("<w:r><w:t>One</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t><w:noBreakHyphen/><w:t>four</w:t><w:softHyphen/><w:t>five</w:t></w:r>") + &p(""),
            open: "<text:p>One<text:line-break/>two<text:tab/>three\u{2011}four\u{ad}five</text:p>\n  <text:p/>",
            paragraphs: &["One\ntwo\tthree\u{2011}four\u{ad}five"],
            note: None,
        },
        Case {
            what: "spaces",
            word: p(&(run("We  sing ") + &run("and dance"))),
            open: "<text:p>We <text:s/>sing\n   <text:span>and dance</text:span></text:p>",
            paragraphs: &["We  sing and dance"],
            note: None,
        },
        Case {
            what: "hidden text",
            word: p(&(run("We ") + &styled("<w:vanish/>", "ask Ida") + &run(" sing."))),
            open: "<text:p>We <text:span text:style-name=\"gone\">ask Ida</text:span> sing.</text:p>",
            paragraphs: &["We sing."],
            note: Some("hidden text was left out: ask Ida"),
        },
        Case {
            what: "struck words",
            word: p(&(run("We ") + &styled("<w:strike/>", "beg") + &run(" ask"))),
            open: "<text:p>We <text:span text:style-name=\"struck\">beg</text:span> ask</text:p>",
            paragraphs: &["We ask"],
            note: Some("struck-out text was left out: beg"),
        },
        Case {
            what: "raised figure",
            word: p(&(run("10") + &styled("<w:vertAlign w:val=\"superscript\"/>", "2") + &run(" boats"))),
            open: "<text:p>10<text:span text:style-name=\"up\">2</text:span> boats</text:p>",
            paragraphs: &["10² boats"],
            note: None,
        },
        Case {
            what: "tracked changes",
            word: p(&format!("{}<w:ins w:id=\"1\">{}</w:ins><w:del w:id=\"2\"><w:r><w:delText>beg</w:delText></w:r></w:del>", run("We "), run("ask"))),
            open: "<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Ida</dc:creator></office:change-info><text:p>beg</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>We <text:change-start/>ask<text:change-end/></text:p>",
            paragraphs: &["We ask"],
            note: Some("text deleted with tracked changes was left out: beg"),
        },
        Case {
            what: "link",
            word: p(&format!("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"https://a.example/\" </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>", run("our page"))),
            open: "<text:p><text:a xlink:href=\"https://a.example/\">our page</text:a></text:p>",
            paragraphs: &["our page"],
            note: Some("https://a.example/"),
        },
        Case {
            what: "table",
            word: "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Alto</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>4</w:t></w:r></w:p></w:tc></w:tr></w:tbl>".to_owned(),
            open: "<table:table><table:table-row><table:table-cell><text:p>Alto</text:p></table:table-cell><table:table-cell><text:p>4</text:p></table:table-cell></table:table-row></table:table>",
            paragraphs: &["Alto | 4"],
            note: Some("with | between its cells"),
        },
        Case {
            what: "text box",
            word: p(&format!("{}<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>", run("One"), p(&run("Boxed")), p(&run("Boxed")))),
            open: "<text:p>One<draw:frame><draw:text-box><text:p>Boxed</text:p></draw:text-box></draw:frame></text:p>",
            paragraphs: &["One", "Boxed"],
            note: Some("text boxes"),
        },
        Case {
            what: "language",
            word: p(&styled("<w:lang w:val=\"en-GB\"/>", "We sing from the harbour")) + &p(&styled("<w:lang w:val=\"pt-BR\"/>", "Nós cantamos")) + &p(&styled("<w:lang w:val=\"en-US\"/>", "Goodbye")),
            open: "<text:p text:style-name=\"en\">We sing from the harbour</text:p><text:p text:style-name=\"pt\">Nós cantamos</text:p><text:p text:style-name=\"en\">Goodbye</text:p>",
            paragraphs: &["We sing from the harbour", "pt-BR: Nós cantamos", "Goodbye"],
            note: Some("another language"),
        },
        Case {
            what: "mojibake",
            word: p(&run("Muitos parabÃ©ns")),
            open: "<text:p>Muitos parabÃ©ns</text:p>",
            paragraphs: &["Muitos parabÃ©ns"],
            note: Some("“parabéns”"),
        },
    ]
}

#[test]
fn each_document_becomes_what_its_readers_see() {
    let mut wrong = Vec::new();
    for Case { what, word, open, paragraphs: expected, note } in cases() {
        for (name, bytes) in
            [("m.docx", docx(&word, &[])), ("m.odt", open_document("text", STYLES, open))]
        {
            let import = read(name, bytes);
            let (found, notes) = (paragraphs(&import), notes(&import));
            let said = match note {
                Some(note) => notes.iter().any(|text| text.contains(note)),
                None => notes.is_empty(),
            };
            if found != expected || !said {
                wrong.push(format!("{name}, {what}: {found:?}, {notes:#?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn documents_of_libreoffice_are_read_as_it_shows_them() {
    for (name, bytes) in [
        ("letter.docx", &include_bytes!("../../../tests/collections/documents/letter.docx")[..]),
        ("letter.odt", &include_bytes!("../../../tests/collections/documents/letter.odt")[..]),
    ] {
        let import = read(name, bytes.to_vec());
        let expected = [
            "Greetings from the harbour",
            "Dear singers & friends,\nwe sing 10² songs, and ask you to come.",
            "pt-PT: Muitos parabéns, queridos amigos!",
            "1. One",
            "2. Two",
            "a. inner",
            "dot",
            "Alto | 4",
            "Bass | 2",
            "See our page.",
        ];
        assert_eq!(paragraphs(&import), expected, "{name}");
        let notes = notes(&import);
        assert!(notes.iter().any(|note| note.contains(":2: struck-out text was left out: beg")));
        assert_eq!(notes.len(), 5, "{notes:#?}");
    }
}

const RELATED: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The part that says which other parts a Word document has.
fn related(kinds: &[(&str, &str)]) -> String {
    let related = kinds.iter().enumerate().map(|(at, (kind, target))| {
        format!("<Relationship Id=\"r{at}\" Type=\"{RELATED}/{kind}\" Target=\"{target}\"/>")
    });
    let related: String = related.collect();
    format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{related}\
         </Relationships>"
    )
}

#[test]
fn lists_of_word_have_the_numbers_that_it_shows() {
    let level = |at: usize, format: &str, text: &str| {
        format!(
            "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"3\"/><w:numFmt w:val=\"{format}\"/>\
             <w:lvlText w:val=\"{text}\"/></w:lvl>"
        )
    };
    let numbering = format!(
        "<w:numbering {WORD}><w:abstractNum w:abstractNumId=\"0\">{}{}</w:abstractNum>\
         <w:abstractNum w:abstractNumId=\"1\">{}</w:abstractNum>\
         <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>\
         <w:num w:numId=\"2\"><w:abstractNumId w:val=\"1\"/></w:num></w:numbering>",
        level(0, "decimal", "%1."),
        level(1, "lowerLetter", "%1.%2)"),
        level(0, "bullet", "•"),
    );
    let styles = format!(
        "<w:styles {WORD}><w:style w:type=\"paragraph\" w:styleId=\"List\"><w:pPr><w:numPr><w:numId w:val=\"1\"/>\
         </w:numPr></w:pPr></w:style></w:styles>"
    );
    let item = |list: usize, level: usize, text: &str| {
        let properties = format!(
            "<w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>"
        );
        p(&(properties + &run(text)))
    };
    let by_style = p(&("<w:pPr><w:pStyle w:val=\"List\"/></w:pPr>".to_owned() + &run("Five")));
    let body = item(1, 0, "Three")
        + &item(1, 1, "a")
        + &item(1, 1, "b")
        + &item(1, 0, "Four")
        + &item(2, 0, "dot")
        + &by_style;
    let parts = related(&[("numbering", "numbering.xml"), ("styles", "/word/styles.xml")]);
    let import = read(
        "m.docx",
        docx(
            &body,
            &[
                ("word/_rels/document.xml.rels", &parts),
                ("word/numbering.xml", &numbering),
                ("word/styles.xml", &styles),
            ],
        ),
    );
    let expected = ["3. Three", "3.c) a", "3.d) b", "4. Four", "dot", "5. Five"];
    assert_eq!(paragraphs(&import), expected);
    assert!(notes(&import)[0].starts_with("m.docx:1: lists became paragraphs"));
}

#[test]
fn lists_of_opendocument_have_the_numbers_that_it_shows() {
    let body = "<text:list text:style-name=\"L\"><text:list-item><text:p>One</text:p><text:list>\
                <text:list-item><text:p>a</text:p></text:list-item></text:list></text:list-item>\
                <text:list-item text:start-value=\"7\"><text:p>Seven</text:p><text:p>more</text:p>\
                </text:list-item></text:list>";
    let import = read("m.odt", open_document("text", STYLES, body));
    assert_eq!(paragraphs(&import), ["1. One", "a) a", "7. Seven", "more"]);
}

#[test]
fn what_stands_beside_the_text_of_word_is_last_or_named() {
    let note = |kind: &str, id: usize, text: &str| {
        let plural = format!("{kind}s");
        format!(
            "<w:{plural} {WORD}><w:{kind} w:id=\"{id}\">{}</w:{kind}></w:{plural}>",
            p(&run(text))
        )
    };
    let (footnotes, endnotes) = (note("footnote", 2, "It rained."), note("endnote", 3, "Twice."));
    let comments = note("comment", 4, "Ask Ida");
    let header = format!("<w:hdr {WORD}>{}</w:hdr>", p(&run("Draft of May")));
    let body = p(&(run("in 1984")
        + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"
        + &run(", again")
        + "<w:r><w:endnoteReference w:id=\"3\"/><w:commentReference w:id=\"4\"/></w:r>\
           <w:hyperlink r:id=\"r4\"><w:r><w:t>x</w:t></w:r></w:hyperlink>\
           <w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r>"));
    let parts = related(&[
        ("footnotes", "footnotes.xml"),
        ("endnotes", "endnotes.xml"),
        ("comments", "comments.xml"),
        ("header", "header1.xml"),
        ("hyperlink", "https://a.example/"),
    ]);
    let import = read(
        "m.docx",
        docx(
            &body,
            &[
                ("word/_rels/document.xml.rels", &parts),
                ("word/footnotes.xml", &footnotes),
                ("word/endnotes.xml", &endnotes),
                ("word/comments.xml", &comments),
                ("word/header1.xml", &header),
            ],
        ),
    );
    let expected = ["in 1984 [1], again [i]x", "[1] It rained.", "[i] Twice."];
    assert_eq!(paragraphs(&import), expected);
    let notes = notes(&import);
    for words in [
        "marks of footnotes were put in brackets",
        "a comment was left out: Ask Ida.",
        "the header of the pages was left out: Draft of May.",
        "the address of a link was left out: https://a.example/.",
        "a sign that only its font has was left out: F0FC of the font Wingdings.",
    ] {
        assert!(notes.iter().any(|note| note.contains(words)), "{words}: {notes:#?}");
    }
    assert_eq!(notes.len(), 5, "{notes:#?}");
}

#[test]
fn what_stands_beside_the_text_of_opendocument_is_last_or_named() {
    let body = "<text:p>in 1984<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation>\
                <text:note-body><text:p>It rained.</text:p></text:note-body></text:note>, again\
                <office:annotation><dc:creator>Per</dc:creator><text:p>Ask Ida</text:p></office:annotation></text:p>\
                <text:section text:display=\"none\"><text:p>Old words</text:p></text:section>";
    let import = read("m.odt", open_document("text", STYLES, body));
    assert_eq!(paragraphs(&import), ["in 1984 [1], again", "[1] It rained."]);
    let notes = notes(&import);
    for words in ["a comment was left out: Ask Ida.", "hidden text was left out: Old words."] {
        assert!(notes.iter().any(|note| note.contains(words)), "{words}: {notes:#?}");
    }
}

#[test]
fn sender_and_id_come_as_from_a_text_file() {
    let front = ["---", "sender: Harmonia", "country: PT", "---", "Dear friends"];
    let body: String = front.iter().map(|line| p(&run(line))).collect();
    let import = read("letters/02 harmonia.docx", docx(&body, &[]));
    assert_eq!(paragraphs(&import), ["Dear friends"]);
    let message = &import.messages[0].message;
    assert_eq!(message.senders[0].names, [RawText::Plain("Harmonia".into())]);
    assert_eq!(message.senders[0].country.as_deref(), Some("PT"));
    assert_eq!(message.id, "harmonia");
    let bare = read("letters/02 harmonia.docx", docx(&p(&run("Dear friends")), &[]));
    assert!(bare.messages[0].message.senders.is_empty());
    assert_eq!(bare.messages[0].message.id, "harmonia");
}

#[test]
fn a_folder_may_have_documents_beside_texts() {
    let files = vec![
        source("letters/1.md", b"One".to_vec()),
        source("letters/2.docx", docx(&p(&run("Two")), &[])),
        source("letters/3.odt", open_document("text", "", "<text:p>Three</text:p>")),
        // A document, whatever it is called.
        source("letters/4.txt", docx(&p(&run("Four")), &[])),
        source("letters/5.docx", b"{\\rtf1 Five}".to_vec()),
        source("letters/6.docx", b"Six".to_vec()),
        source("letters/7.docx", docx(&p(&run("Seven")), &[]).split_off(40)),
        source("letters/8.doc", Vec::new()),
    ];
    let folder = Folder { name: "letters".into(), files, ..Folder::default() };
    let import = import_folder(&folder, &Columns::new()).expect("an import");
    let body = |read: &solidarity_exchange::Imported| read.message.body.clone();
    let bodies: Vec<_> = import.messages.iter().flat_map(body).collect();
    assert_eq!(bodies, ["One", "Two", "Three", "Four"].map(|text| RawText::Plain(text.into())));
    let notes = notes(&import);
    for (start, words) in [
        ("letters/5.docx:1: this is an RTF file", "save it as .docx"),
        ("letters/6.docx:1: this is not a document", ".txt"),
        ("letters/7.docx:1: this is not a", "save"),
        ("letters/8.doc:1: ", "save it as .docx"),
    ] {
        let said = notes.iter().any(|note| note.starts_with(start) && note.contains(words));
        assert!(said, "{start}: {notes:#?}");
    }
}

#[test]
fn what_cannot_be_read_is_named_with_the_cure() {
    let document = docx(&p(&run("One")), &[]);
    let cut = document.get(..document.len() / 2).unwrap_or_default().to_vec();
    assert!(refusal("m.docx", cut).contains("m.docx: the file is damaged"));
    let entity = format!(
        "<!DOCTYPE w [<!ENTITY a \"aaaa\">]><w:document {WORD}><w:body>{}</w:body></w:document>",
        p(&run("&a;"))
    );
    let said = refusal("m.docx", packed(&[("word/document.xml", &entity)]));
    assert!(said.contains("damaged") && said.contains("DTD"), "{said}");
    let deep = "<w:sdtContent>".repeat(500) + &p(&run("x")) + &"</w:sdtContent>".repeat(500);
    assert!(refusal("m.docx", docx(&deep, &[])).contains("200 levels deep"));
    let many = "<w:tab/>".repeat(3_000_001);
    assert!(refusal("m.docx", docx(&p(&format!("<w:r>{many}</w:r>")), &[])).contains("damaged"));
    let mut secret = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    secret.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert!(refusal("m.docx", secret).contains("password"));
    let locked = packed(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("content.xml", "?"),
        ("META-INF/manifest.xml", "<manifest:encryption-data/>"),
    ]);
    assert!(refusal("m.odt", locked).contains("password"));
}
