//! Files come in as other programs saved them: their character sets, line ends and marks.
#![allow(clippy::expect_used, clippy::panic, reason = "a test is to stop where it fails")]

use proptest::prelude::*;
use solidarity_core::collection::raw::{RawMarkedText, RawMessage, RawText};
use solidarity_exchange::{
    Columns, Folder, Import, ImportError, Source, import_file, import_folder, unicode,
};

fn source(name: &str, bytes: &[u8]) -> Source {
    Source { name: name.to_owned(), bytes: bytes.to_vec() }
}

fn read(name: &str, bytes: &[u8]) -> Result<Import, ImportError> {
    import_file(&source(name, bytes), &Columns::new())
}

/// What is read from a folder with one file.
fn read_text(name: &str, bytes: &[u8]) -> Result<Import, ImportError> {
    let folder = Folder { files: vec![source(name, bytes)], ..Folder::default() };
    import_folder(&folder, &Columns::new())
}

fn plain(text: &RawText) -> String {
    match text {
        RawText::Plain(text) | RawText::Marked(RawMarkedText { text, .. }) => text.clone(),
    }
}

fn body(message: &RawMessage) -> String {
    message.body.iter().map(plain).collect::<Vec<_>>().join("¶")
}

/// The first sender and the text of each message.
fn messages(import: &Import) -> Vec<(String, String)> {
    let of = |message: &RawMessage| {
        let name = message.senders.first().and_then(|sender| sender.names.first()).map(plain);
        (name.unwrap_or_default(), body(message))
    };
    import.messages.iter().map(|read| of(&read.message)).collect()
}

fn notes(import: &Import) -> Vec<(usize, &str)> {
    import.notes.iter().map(|note| (note.origin.line, note.text.as_str())).collect()
}

const TABLE: &str = "sender,message\nTide Singers,Dear friends\nÍda’s Choir,Kæru vinir\n";

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

fn utf32(text: &str, bytes: fn(u32) -> [u8; 4]) -> Vec<u8> {
    text.chars().flat_map(|c| bytes(u32::from(c))).collect()
}

#[test]
fn every_form_of_unicode_is_read() {
    let marked = format!("\u{feff}{TABLE}");
    let forms = [
        marked.as_bytes().to_vec(),
        utf16(&marked, u16::to_le_bytes),
        utf16(&marked, u16::to_be_bytes),
        utf32(&marked, u32::to_le_bytes),
        utf32(&marked, u32::to_be_bytes),
    ];
    for bytes in &forms {
        let import = read("m.csv", bytes).expect("an import");
        assert_eq!(messages(&import)[1], ("Ída’s Choir".into(), "Kæru vinir".into()));
        assert_eq!(notes(&import), []);
        assert_eq!(unicode(bytes).as_deref(), Ok(TABLE));
    }
    let unmarked = [
        utf16(TABLE, u16::to_le_bytes),
        utf16(TABLE, u16::to_be_bytes),
        utf32(TABLE, u32::to_le_bytes),
        utf32(TABLE, u32::to_be_bytes),
    ];
    for bytes in &unmarked {
        let import = read("m.csv", bytes).expect("an import");
        assert_eq!(messages(&import)[1], ("Ída’s Choir".into(), "Kæru vinir".into()));
        let notes = notes(&import);
        assert!(notes.len() == 1 && notes[0].1.contains("UTF-16"), "{notes:?}");
    }
    // Few letters of these scripts have a NUL, but spaces and line ends do.
    for text in [
        "sender: 合唱団\n親愛なる 友人の 皆様へ、 心から お祝い 申し上げます\n",
        "Дорогие друзья,\nмы приветствуем вас\n",
    ] {
        let import = read_text("m.txt", &utf16(text, u16::to_le_bytes)).expect("an import");
        assert_eq!(messages(&import)[0].1, text.trim_end());
    }
}

/// A table whose third line is in a character set: the sender and the text there, and what is said.
fn third(bytes: &[u8]) -> (String, String, Vec<(usize, String)>) {
    let import = read("m.csv", bytes).unwrap_or_else(|error| panic!("{error}"));
    let (sender, text) = messages(&import).pop().expect("a message");
    let notes = notes(&import).into_iter().map(|(line, text)| (line, text.to_owned())).collect();
    (sender, text, notes)
}

#[test]
fn an_older_character_set_is_recognised_and_said_once() {
    let encoded = |encoding: &'static encoding_rs::Encoding, text: &str| {
        let (bytes, _, unknown) = encoding.encode(text);
        assert!(!unknown, "{text}");
        bytes.into_owned()
    };
    let western = "sender,message\nA,B\nJosé,Muitos parabéns! It’s “an honour” – São João\n";
    let short = "sender,message\nA,B\nJosé,C\n";
    let german = "sender,message\nA,B\nMüller,Schöne Grüße aus Österreich\n";
    let french = "sender,message\nA,B\nChœur d’été,À bientôt, chère équipe : « l’été » là-bas\n";
    let polish = "sender,message\nA,B\nŁódź,Serdeczne pozdrowienia dla wszystkich przyjaciół, życzymy zwycięstwa\n";
    let russian = "sender,message\nA,B\nХор,Дорогие друзья, мы приветствуем вас от всего сердца\n";
    let greek =
        "sender,message\nA,B\nΧορωδία,Αγαπητοί φίλοι, σας στέλνουμε τους χαιρετισμούς μας\n";
    let turkish = "sender,message\nA,B\nKoro,Sevgili dostlar, hepinize içten selamlarımızı gönderiyoruz, yaşasın dayanışma\n";
    let japanese = "sender,message\nA,B\n合唱団,親愛なる友人の皆様へ、心からお祝い申し上げます。\n";
    let chinese = "sender,message\nA,B\n合唱团,亲爱的朋友们,我们向你们致以最热烈的祝贺\n";
    let korean = "sender,message\nA,B\n합창단,친애하는 친구 여러분께 진심으로 축하드립니다\n";
    use encoding_rs::*;
    let cases = [
        (WINDOWS_1252, western, "Windows-1252", "José"),
        (WINDOWS_1252, short, "Windows-1252", "José"),
        (WINDOWS_1252, german, "Windows-1252", "Müller"),
        (WINDOWS_1252, french, "Windows-1252", "Chœur"),
        (MACINTOSH, western, "Mac Roman", "José"),
        (MACINTOSH, short, "Mac Roman", "José"),
        (MACINTOSH, german, "Mac Roman", "Müller"),
        (MACINTOSH, french, "Mac Roman", "Chœur"),
        (WINDOWS_1252, "sender,message\nA,B\nC,Fête\n", "Windows-1252", "Fête"),
        (WINDOWS_1252, "sender,message\nA,B\nC,We raised £500\n", "Windows-1252", "£500"),
        (WINDOWS_1252, "sender,message\nA,B\nC,It’s “fine”\n", "Windows-1252", "’s"),
        (WINDOWS_1252, "sender,message\nA,B\nIRMÃ LÚCIA,SÃO JOÃO NÃO\n", "Windows-1252", "IRMÃ"),
        (WINDOWS_1252, "sender,message\nA,B\nÞórður,ÆÐI og ÞÖKK\n", "Windows-1252", "Þórður"),
        (MACINTOSH, "sender,message\nA,B\nC,It’s “fine” — really…\n", "Mac Roman", "’s"),
        (
            MACINTOSH,
            "sender,message\nA,B\n\"Azerbaiyán\",\"Azerbaiyán\"\n",
            "Mac Roman",
            "Azerbaiyán",
        ),
        (MACINTOSH, "sender,message\nA,B\nÉRIC CÔTÉ,Non\n", "Mac Roman", "ÉRIC"),
        (X_MAC_CYRILLIC, russian, "Mac Cyrillic", "Хор"),
        (WINDOWS_1255, "sender,message\nA,B\nמקהלה,חברים יקרים אנו מברכים אתכם\n", "1255", "מקהלה"),
        (
            WINDOWS_1256,
            "sender,message\nA,B\nجوقة,أصدقاءنا الأعزاء نحييكم من كل قلوبنا\n",
            "1256",
            "جوقة",
        ),
        (WINDOWS_1250, polish, "", "Łódź"),
        (ISO_8859_2, polish, "", "Łódź"),
        (WINDOWS_1251, russian, "Windows-1251", "Хор"),
        (KOI8_R, russian, "KOI8", "Хор"),
        (WINDOWS_1253, greek, "", "Χορωδία"),
        (WINDOWS_1254, turkish, "", "içten"),
        (SHIFT_JIS, japanese, "Shift_JIS", "合唱団"),
        (EUC_JP, japanese, "EUC-JP", "合唱団"),
        (ISO_2022_JP, japanese, "ISO-2022-JP", "合唱団"),
        (GBK, chinese, "GB", "合唱团"),
        (
            BIG5,
            "sender,message\nA,B\n合唱團,親愛的朋友們,我們向你們致以最熱烈的祝賀\n",
            "Big5",
            "合唱團",
        ),
        (EUC_KR, korean, "EUC-KR", "합창단"),
    ];
    for (encoding, text, name, word) in cases {
        let (sender, body, notes) = third(&encoded(encoding, text));
        let line = text.lines().nth(2).expect("a line").replace('"', "");
        assert!(
            line.starts_with(&sender) && line.contains(&body),
            "{}: {sender} {body}",
            encoding.name()
        );
        let said: Vec<_> = notes.iter().filter(|(_, text)| text.contains("not UTF-8")).collect();
        assert_eq!(said.len(), 1, "{}: {notes:#?}", encoding.name());
        let (line, said) = said[0];
        assert!(*line == 3 && said.contains(name), "{}: {said}", encoding.name());
        assert!(said.contains(word) && said.contains("in line 3"), "{said}");
    }
}

#[test]
fn a_character_set_that_cannot_be_told_is_refused_with_the_cure() {
    // DOS, code page 850.
    for bytes in [
        &b"sender,message\nA,B\nJos\x82,Muitos parab\x82ns, n\xc6o \x82?\n"[..],
        b"sender,message\nA,B\nM\x81ller,Sch\x94ne Gr\x81\xe1e\n",
        b"sender,message\nA,B\nC,\x90 \x9aBER\n",
    ] {
        let said = read("m.csv", bytes).expect_err("no guess").to_string();
        assert!(said.starts_with("m.csv:3: ") && said.contains("CSV UTF-8"), "{said}");
    }
    let said =
        read_text("m.txt", b"---\nsender: Jos\x82\n---\nparab\x82ns\n").expect_err("no guess");
    assert!(said.to_string().starts_with("m.txt:2: "), "{said}");
}

#[test]
fn a_few_bytes_that_are_not_utf8_change_no_other_letter() {
    let bytes = [
        "sender,message\nJosé,São João\nZoë,Grüße\n".as_bytes(),
        b"M\xfcller,Caf\xe9 \x93yes\x94\n\xc9ric,It\xe2\x80s\n",
    ]
    .concat();
    let import = read("m.csv", &bytes).expect("an import");
    assert_eq!(
        messages(&import),
        [("José", "São João"), ("Zoë", "Grüße"), ("Müller", "Café “yes”"), ("Éric", "It\u{fffd}s")]
            .map(|(sender, text)| (sender.to_owned(), text.to_owned()))
    );
    let notes = notes(&import);
    assert_eq!(notes.len(), 2, "{notes:#?}");
    assert!(notes[0].0 == 4 && notes[0].1.contains("in lines 4, 5"), "{notes:#?}");
    assert!(notes[0].1.contains("“Müller” in line 4"), "{notes:#?}");
    assert!(notes[1].0 == 5 && notes[1].1.contains("U+FFFD"), "{notes:#?}");
}

fn export(declaration: &str, title: &str) -> String {
    format!(
        "{declaration}<rss xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" \
         xmlns:wp=\"http://wordpress.org/export/1.2/\"><item>\n\
         <title>{title}</title><content:encoded>Text</content:encoded>\
         <wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item></rss>"
    )
}

#[test]
fn the_character_set_that_an_xml_file_declares_is_its_own() {
    for (label, bytes, meant) in [
        ("ISO-8859-1", &b"Jos\xe9"[..], "José"),
        ("iso-8859-2", b"\xa3\xf3d\xbc", "Łódź"),
        ("windows-1251", b"\xd5\xee\xf0", "Хор"),
        ("Shift_JIS", b"\x8d\x87\x8f\xa5", "合唱"),
        ("macintosh", b"Jos\x8e", "José"),
    ] {
        let xml = export(&format!("<?xml version='1.0' encoding='{label}' ?>\n"), "@");
        let (before, after) = xml.split_once('@').expect("a title");
        let bytes = [before.as_bytes(), bytes, after.as_bytes()].concat();
        let import = read("m.xml", &bytes).unwrap_or_else(|error| panic!("{label}: {error}"));
        assert_eq!(messages(&import)[0].0, meant, "{label}");
        assert!(!notes(&import).iter().any(|(_, text)| text.contains("UTF-8")), "{label}");
    }
    // What is declared as UTF-16 and can be read is none.
    let import =
        read("m.xml", export("<?xml version='1.0' encoding='UTF-16'?>", "José").as_bytes());
    assert_eq!(messages(&import.expect("an import"))[0].0, "José");
}

#[test]
fn space_before_an_export_keeps_it_from_nothing() {
    for before in ["\n", "\r\n  \r\n", "\u{feff}\n", " "] {
        let xml = export(&format!("{before}<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"), "A");
        let import = read("m.xml", xml.as_bytes()).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(notes(&import).len(), 0, "{:?}", notes(&import));
        let line = xml
            .replace("\r\n", "\n")
            .split("<item>")
            .next()
            .expect("a beginning")
            .matches('\n')
            .count();
        assert_eq!(import.messages[0].origin.line, line + 1);
    }
}

#[test]
fn what_is_no_text_is_named_with_a_cure() {
    let zip = |part: &str| {
        [b"PK\x03\x04\x14\0\0\0\x08\0", part.as_bytes(), b"\0\x01\xf0\x9f\xe2"].concat()
    };
    let old = |stream: &str| {
        [&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0"[..], &utf16(stream, u16::to_le_bytes)].concat()
    };
    let cases = [
        (zip("[Content_Types].xml..xl/workbook.xml"), "an Excel file", "CSV UTF-8"),
        (zip("word/document.xml"), "a Word file", "plain text"),
        (
            zip("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
            "OpenDocument spreadsheet",
            "CSV UTF-8",
        ),
        (zip("mimetypeapplication/vnd.oasis.opendocument.text"), "OpenDocument text", "plain text"),
        (zip("Index/Document.iwa"), "a Pages file", "plain text"),
        (zip("photo.jpg"), "a ZIP archive", "Unpack"),
        (old("WordDocument"), "an old Word file", "plain text"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3".to_vec(), "a PDF file", "text file"),
        (b"\x89PNG\r\n\x1a\n\0\0".to_vec(), "a PNG picture", "text file"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF".to_vec(), "a JPEG picture", "text file"),
        (b"\x1f\x8b\x08\0\0".to_vec(), "a gzip archive", "Unpack"),
        (b"{\\rtf1\\ansi Hello}".to_vec(), "an RTF file", "plain text"),
        (vec![0; 4096], "not a text file", "UTF-8"),
        ((0..=255).cycle().take(4096).collect(), "not a text file", "UTF-8"),
    ];
    for (bytes, what, cure) in cases {
        for said in [
            read("m.csv", &bytes),
            read_text("m.md", &bytes),
            read_text("m.txt", &bytes),
            read("m.xml", &bytes),
        ] {
            let said = said.expect_err("no text").to_string();
            assert!(said.starts_with("m.") && said.contains(what) && said.contains(cure), "{said}");
        }
    }
    // Where a table may be, it is read as the workbook that it should be.
    for (said, what) in [
        (read("m.csv", &old("Workbook")), "the workbook is damaged"),
        (read_text("m.md", &old("Workbook")), "an old Excel file"),
    ] {
        let said = said.expect_err("no text").to_string();
        assert!(said.contains(what) && said.contains("CSV UTF-8"), "{said}");
    }
    let page = b"<!DOCTYPE html><html><title>Sign in</title></html>";
    let said = read("m.csv", page).expect_err("no table").to_string();
    assert!(said.contains("a web page") && said.contains("sign in"), "{said}");
    assert!(read_text("m.md", page).is_ok());
    // Beside other texts it is passed over, and named.
    let files = vec![source("a.md", b"\x89PNG\r\n\x1a\n\0\0"), source("b.md", b"Text")];
    let import = import_folder(&Folder { files, ..Folder::default() }, &Columns::new());
    let import = import.expect("an import");
    assert_eq!(import.messages.len(), 1);
    assert!(import.notes[0].to_string().starts_with("a.md:1: this is a PNG picture"));
}

#[test]
fn a_file_with_a_few_nuls_is_text() {
    let mut bytes = b"sender,message\nA,B\0C\n".to_vec();
    bytes.extend([0; 500]);
    let import = read("m.csv", &bytes).expect("an import");
    assert_eq!(messages(&import), [("A".to_owned(), "BC".to_owned())]);
    let notes = notes(&import);
    assert!(
        notes.len() == 1 && notes[0].0 == 2 && notes[0].1.contains("U+0000 (501 times"),
        "{notes:?}"
    );
}

#[test]
fn every_line_end_is_a_line_of_an_editor() {
    let text = "sender,country,message\nA,NL,\"One\ntwo\n\nthree\"\nB,Nowhereland,Four\n";
    for end in ["\n", "\r\n", "\r", "\r\r\n"] {
        let import = read("m.csv", text.replace('\n', end).as_bytes()).expect("an import");
        assert_eq!(messages(&import)[0].1, "One\ntwo¶three", "{end:?}");
        let notes = notes(&import);
        assert!(notes.len() == 1 && notes[0].0 == 6, "{end:?}: {notes:?}");
    }
    // Rows end in one way, lines within cells in another.
    for within in ["\r", "\n", "\r\n"] {
        let text =
            format!("sender,country,message\r\nA,NL,\"One{within}two\"\r\nB,Nowhereland,Four\r\n");
        let import = read("m.csv", text.as_bytes()).expect("an import");
        assert_eq!(messages(&import)[0].1, "One\ntwo");
        assert_eq!(notes(&import)[0].0, 4);
    }
    let import = read_text("m.md", b"---\rsender: A\rmood: glad\r---\rOne\rtwo\r\rThree\r")
        .expect("an import");
    assert_eq!(messages(&import), [("A".to_owned(), "One\ntwo¶Three".to_owned())]);
    assert_eq!(notes(&import)[0].0, 3);
}

#[test]
fn what_cannot_be_shown_is_said_once_for_a_file() {
    let rows: String = (0..50).map(|at| format!("A{at},x\u{1}y{at}\u{2028}z\n")).collect();
    let import = read("m.csv", format!("sender,message\n{rows}").as_bytes()).expect("an import");
    assert_eq!(messages(&import)[7].1, "xy7\nz");
    let notes = notes(&import);
    assert_eq!(notes.len(), 2, "{notes:#?}");
    assert!(notes[0].1.contains("U+0001 (50 times, in lines 2, 3, 4, 5, 6, …)"), "{notes:#?}");
    assert!(notes[1].1.contains("U+2028 (50 times"), "{notes:#?}");
    // A mark amid a text: files were put together.
    let import = read("m.csv", "sender,message\nA,One\n\u{feff}B,Two\n".as_bytes());
    let import = import.expect("an import");
    assert_eq!(messages(&import)[1].0, "B");
    assert!(import.notes[0].origin.line == 3 && import.notes[0].text.contains("U+FEFF"));
    // Controls keep no front matter from being read.
    let import =
        read_text("m.md", "---\nsender: A\u{1}B\n---\nText".as_bytes()).expect("an import");
    assert_eq!(messages(&import)[0].0, "AB");
}

/// Bytes of all kinds: text in UTF-8, what is not, and what formats begin with.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..8),
        "\\PC{0,6}".prop_map(String::into_bytes),
        "[ -~\n\r\t]{0,12}".prop_map(String::into_bytes),
        Just(b"sender,message\n".to_vec()),
        Just(b"\xff\xfe".to_vec()),
        Just(b"<?xml version='1.0' encoding='Big5'?>".to_vec()),
        Just("Ã©â€™√©\u{2028}\u{feff}".into()),
        Just(b"_x000D_'=\\\"\0\x8e".to_vec()),
    ];
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_bytes_are_answered(bytes in bytes()) {
        for name in ["m.csv", "m.xml"] {
            let answer = read(name, &bytes);
            prop_assert!(answer.is_ok() || answer.is_err_and(|e| e.to_string().starts_with(name)));
        }
        for name in ["m.md", "m.txt"] {
            let answer = read_text(name, &bytes);
            prop_assert!(answer.is_ok() || answer.is_err_and(|e| e.to_string().starts_with(name)));
        }
        let _ = unicode(&bytes);
    }
}
