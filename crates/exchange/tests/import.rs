//! Messages come in from spreadsheets, folders and WordPress, and go out again, letter for letter.
#![allow(clippy::expect_used, clippy::panic, reason = "a test is to stop where it fails")]

use proptest::prelude::*;
use solidarity_core::collection::characters::shown;
use solidarity_core::collection::raw::{
    RawMarkedText, RawMessage, RawSender, RawSignature, RawText,
};
use solidarity_exchange::check::{Severity, check};
use solidarity_exchange::{
    Columns, Dataset, Folder, Import, ImportError, Source, import_file, import_folder, to_table,
    to_texts,
};

fn shipped() -> Vec<RawMessage> {
    Dataset::read(fixtures::CONGRESS).expect("the dataset has its form").messages
}

fn source(name: &str, text: &str) -> Source {
    Source { name: name.to_owned(), bytes: text.as_bytes().to_owned() }
}

/// A folder with files of these names and texts.
fn folder_of(files: &[(&str, &str)]) -> Folder {
    let file = |(name, text): &(&str, &str)| source(&format!("letters/{name}"), text);
    let files = files.iter().map(file).collect();
    Folder { name: "letters".to_owned(), files, ..Folder::default() }
}

/// What is read from one file.
fn read(name: &str, text: &str) -> Result<Import, ImportError> {
    import_file(&source(name, text), &Columns::new())
}

/// What is read from a folder.
fn read_folder(folder: &Folder) -> Import {
    import_folder(folder, &Columns::new()).expect("an import")
}

/// The messages of an import as (id, country of the first sender, paragraphs).
fn outline(import: &Import) -> Vec<(String, String, Vec<String>)> {
    let text = |text: &RawText| match text {
        RawText::Plain(text) => text.clone(),
        RawText::Marked(RawMarkedText { text, lang }) => format!("{lang}: {text}"),
    };
    let outline = |message: &RawMessage| {
        let country = message.senders.first().and_then(|sender| sender.country.clone());
        let body = message.body.iter().map(text).collect();
        (message.id.clone(), country.unwrap_or_default(), body)
    };
    import.messages.iter().map(|imported| outline(&imported.message)).collect()
}

/// The notes of an import as (line, text).
fn notes(import: &Import) -> Vec<(usize, &str)> {
    import.notes.iter().map(|note| (note.origin.line, note.text.as_str())).collect()
}

fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

#[test]
fn the_shipped_messages_come_back_from_a_table() {
    let exported = to_table(&shipped()).expect("a table");
    assert_eq!(exported.changed, Vec::<String>::new());
    let [file] = exported.files.as_slice() else { panic!("{:?}", exported.files) };
    let back = import_file(file, &Columns::new()).expect("an import");
    let back: Vec<_> = back.messages.into_iter().map(|imported| imported.message).collect();
    assert_eq!(back, shipped());
}

#[test]
fn the_shipped_messages_come_back_from_a_folder() {
    let exported = to_texts(&shipped()).expect("files");
    assert_eq!(exported.changed, Vec::<String>::new());
    let back = read_folder(&Folder { files: exported.files, ..Folder::default() });
    assert_eq!(notes(&back), []);
    let back: Vec<_> = back.messages.into_iter().map(|imported| imported.message).collect();
    assert_eq!(back, shipped());
}

#[test]
fn a_message_that_a_table_cannot_hold_is_named() {
    let mut messages = shipped();
    messages[3].body.push(RawText::Plain("one\n\ntwo".into()));
    let exported = to_table(&messages).expect("a table");
    assert_eq!(exported.changed, [messages[3].id.clone()]);
}

#[test]
fn no_id_makes_a_file_of_another_folder() {
    let mut messages = shipped();
    messages.truncate(1);
    messages[0].id = "../a\\b".into();
    let exported = to_texts(&messages).expect("files");
    assert_eq!(exported.changed, Vec::<String>::new());
    assert_eq!(exported.files[0].name, "1-..-a-b.md");
}

#[test]
fn a_form_as_a_european_spreadsheet_saves_it() {
    let text = "\u{feff}Timestamp;Your organisation;Country;Signed by;Position;Your message\r\n\
        1/2/2027;Harmonia;Portugal;Inês Sá;Conductor;\"Dear  friends,\r\n\r\nMuitos; parabéns!\"\r\n\
        ;;;;;\r\n\
        2/2/2027;Bergkoor;Holland;;;Hartelijk gefeliciteerd\r\n\
        3/2/2027;Wolves;Atlantis;;;Howl\r\n";
    let columns = Columns::from([("Your organisation".into(), "sender".into())]);
    let import = import_file(&source("form.csv", text), &columns).expect("an import");
    assert_eq!(
        outline(&import),
        [
            (
                "harmonia-portugal".into(),
                "PT".into(),
                strings(&["Dear  friends,", "Muitos; parabéns!"])
            ),
            ("bergkoor-netherlands".into(), "NL".into(), strings(&["Hartelijk gefeliciteerd"])),
            ("wolves".into(), "Atlantis".into(), strings(&["Howl"])),
        ]
    );
    let signature = import.messages[0].message.signatures.first().expect("a signature");
    assert_eq!(
        (signature.name.as_str(), signature.role.as_deref()),
        ("Inês Sá", Some("Conductor"))
    );
    let notes = notes(&import);
    assert_eq!(notes.len(), 2, "{notes:?}");
    assert!(notes[0].0 == 7 && notes[0].1.contains("Atlantis"), "{notes:?}");
    assert!(notes[1].1.contains("“Timestamp”") && notes[1].1.contains("3 row"), "{notes:?}");
}

#[test]
fn several_senders_names_and_languages_have_columns() {
    let text = "id,sender,country,sender 2,country 2,signature,signature 2,language,message\n\
        us,\"{pt} Harmonia\nHarmony\",PT,Coro,ESP,A,B,gl,\"Ola\n\n{en} Hello\"\n";
    let import = read("m.csv", text).expect("an import");
    let message = &import.messages[0].message;
    let countries: Vec<_> =
        message.senders.iter().map(|sender| sender.country.as_deref()).collect();
    assert_eq!(countries, [Some("PT"), Some("ES")]);
    assert_eq!(message.signatures.len(), 2);
    assert_eq!(outline(&import)[0].2, ["gl: Ola", "en: Hello"]);
    let names = &message.senders[0].names;
    let marked = |text: &str, lang: &str| {
        RawText::Marked(RawMarkedText { text: text.into(), lang: lang.into() })
    };
    assert_eq!(*names, [marked("Harmonia", "pt"), marked("Harmony", "gl")]);
}

/// What is read from a table, with these columns named.
fn read_named(text: &str, columns: &[(&str, &str)]) -> Result<Import, ImportError> {
    let columns = columns.iter().map(|(name, field)| ((*name).into(), (*field).into())).collect();
    import_file(&source("m.csv", text), &columns)
}

/// The names of the senders and signatures of the first message.
fn names(import: &Import) -> (Vec<String>, Vec<String>) {
    let message = &import.messages[0].message;
    let plain = |text: &RawText| match text {
        RawText::Plain(text) => text.clone(),
        RawText::Marked(marked) => marked.text.clone(),
    };
    let senders = message.senders.iter().flat_map(|sender| sender.names.iter().map(plain));
    let signatures = message.signatures.iter().map(|signature| signature.name.clone());
    (senders.collect(), signatures.collect())
}

#[test]
fn a_second_column_of_a_meaning_is_the_second_of_its_kind() {
    let import = read(
        "m.csv",
        "Organisation,Group,Country,Name,Signed by,Signatory,Message,Text\n\
         Alto,Basso,NL,Ann,Ben,Cem,One,Two\n,Solo,PT,,,Dee,Three,\n",
    );
    let import = import.expect("an import");
    assert_eq!(names(&import), (strings(&["Alto", "Basso"]), strings(&["Ann", "Ben", "Cem"])));
    assert_eq!(outline(&import)[0].2, ["One", "Two"]);
    // Who fills the second field of a form alone is the first.
    assert_eq!(outline(&import)[1].1, "PT");
    assert_eq!(import.messages[1].message.senders.len(), 1);
    assert_eq!(import.messages[1].message.signatures[0].name, "Dee");
    let notes = notes(&import);
    for (other, taken) in
        [("Group", "sender 2"), ("Signatory", "signature 3"), ("Text", "message 2")]
    {
        let named = |text: &str| text.contains(&format!("“{other}” is taken as {taken}"));
        assert!(notes.iter().any(|(line, text)| *line == 1 && named(text)), "{notes:#?}");
    }
}

#[test]
fn a_second_column_that_no_message_has_is_named() {
    let text = "id,slug,sender,country,nation,language,lang,role,position,name,message\n\
                a,b,A,NL,PT,en,fr,Chair,Clerk,Ann,One\n";
    let import = read("m.csv", text).expect("an import");
    let notes = notes(&import);
    for column in ["slug", "nation", "lang", "position"] {
        let named = |text: &str| text.contains(&format!("“{column}”")) && text.contains("left out");
        assert!(notes.iter().any(|(_, text)| named(text)), "{column}: {notes:#?}");
    }
    assert_eq!(import.messages[0].message.senders.len(), 1);
    // With numbers they are what the numbers say, or named.
    let text = "sender,sender 2,sender 2,id 2,signature 4000000000,message\nA,B,C,x,Ann,One\n";
    let import = read("m.csv", text).expect("an import");
    assert_eq!(names(&import), (strings(&["A", "B", "C"]), strings(&["Ann"])));
    assert!(import.notes.iter().any(|note| note.text.contains("“id 2”")));
}

#[test]
fn pairs_of_columns_stay_pairs() {
    let text = "sender,country,sender,country,message\nA,,B,NL,One\n";
    let import = read("m.csv", text).expect("an import");
    let senders = &import.messages[0].message.senders;
    let countries: Vec<_> = senders.iter().map(|sender| sender.country.as_deref()).collect();
    assert_eq!(countries, [None, Some("NL")]);
}

#[test]
fn what_is_said_of_a_column_must_be_possible() {
    let text = "Group,Your\nwords\nA,Hello\n".replace("Your\nwords", "\"Your\nwords\"");
    let said = |columns| read_named(&text, columns).expect_err("not possible").to_string();
    let no_column = said(&[("Nix", "message")]);
    assert!(no_column.contains("“Nix”") && no_column.contains("“Your words”"), "{no_column}");
    let no_field = said(&[("Group", "Nonsense")]);
    assert!(no_field.contains("“Nonsense”") && no_field.contains("signature"), "{no_field}");
    let columns = [("group", "nothing"), ("your words", "Message")];
    let import = read_named(&text, &columns).expect("an import");
    assert_eq!(outline(&import)[0].2, ["Hello"]);
    assert!(import.notes.iter().all(|note| !note.text.contains("the column “Group”")));
    // Where there are no columns, none can be named.
    let folder = folder_of(&[("a.md", "Text")]);
    let columns = Columns::from([("a".into(), "message".into())]);
    let error = import_folder(&folder, &columns).expect_err("not possible").to_string();
    assert!(error.contains("--column"), "{error}");
}

#[test]
fn commas_in_the_name_of_a_column_part_no_cells() {
    let text =
        "Organisation;Country;\"Your message (short, please, and kind, thanks)\"\nA;NL;Hello\n";
    let name = "Your message (short, please, and kind, thanks)";
    let import = read_named(text, &[(name, "message")]).expect("an import");
    assert_eq!(outline(&import), [("a-netherlands".into(), "NL".into(), strings(&["Hello"]))]);
}

#[test]
fn a_column_without_meaning_is_named_with_what_it_could_be() {
    let text = "sender,E-mail,Remarks,,message\nA,a@b.org,Nice,x,One\nB, b@c.org,,,Two,more\n";
    let import = read("m.csv", text).expect("an import");
    let notes = notes(&import);
    let of = |name: &str| {
        let note = notes.iter().find(|(_, text)| text.contains(name));
        note.unwrap_or_else(|| panic!("nothing of {name}: {notes:#?}")).1
    };
    assert!(of("“E-mail”").contains("on purpose") && of("“E-mail”").contains("2 rows"));
    assert!(!of("“E-mail”").contains("--column"));
    assert!(of("“Remarks”").contains("1 row ") && of("“Remarks”").contains("signature, role"));
    assert!(of("column 4").contains("no name"));
    assert!(of("1 cell ").contains("column 6"));
}

#[test]
fn a_table_without_senders_says_so_once() {
    let import = read("m.csv", "Choir,Message\nA,One\nB,Two\n").expect("an import");
    let notes = notes(&import);
    let of_sender: Vec<_> = notes.iter().filter(|(_, text)| text.contains("sender.")).collect();
    assert_eq!(of_sender.len(), 1, "{notes:#?}");
    assert!(of_sender[0].1.contains("“Choir”") && of_sender[0].1.contains("=sender"));
}

#[test]
fn rows_in_a_cell_that_is_not_closed_are_named() {
    let said = |text: &str| {
        let import = read("m.csv", text).expect("an import");
        let notes = notes(&import).into_iter().filter(|(_, text)| text.contains("quotation"));
        notes.map(|(line, text)| (line, text.to_owned())).collect::<Vec<_>>()
    };
    let open = said("sender,message\nA,Hi\nB,\"Hello\nC,Bye\nD,Yes\n");
    assert!(open.len() == 1 && open[0].0 == 3 && open[0].1.contains("end of the file"), "{open:?}");
    let ended = said("sender,message\nA,\"Hello\nB,Hi\nC,\"Bye\"\nD,Yes\n");
    assert!(ended.len() == 1 && ended[0].0 == 2 && ended[0].1.contains("line 4"), "{ended:?}");
    let sound = "sender,message\nA,\"Say \"\"Hello\"\"\n\nyou\"\nB,5\" pipes\n\"C\" ,\"\"\n";
    assert_eq!(said(sound), []);
}

#[test]
fn what_is_no_table_of_messages_says_how_to_make_it_one() {
    let error = read("m.csv", "Name;Words of greeting\nA;B\n").expect_err("no column of texts");
    let said = error.to_string();
    assert!(said.contains("“Words of greeting”") && said.contains("--column"), "{said}");
}

#[test]
fn two_messages_of_one_sender_get_ids_of_their_own() {
    let import = read("m.csv", "sender,message\nÅse’s Choir,One\nÅse’s Choir,Two\n");
    let import = import.expect("an import");
    let ids: Vec<_> = import.messages.iter().map(|read| read.message.id.as_str()).collect();
    assert_eq!(ids, ["ases-choir", "ases-choir-2"]);
    assert!(notes(&import)[0].1.contains("ases-choir-2"));
}

#[test]
fn a_folder_of_texts_with_front_matter() {
    let folder = folder_of(&[
        (
            "harmonia.md",
            "---\nsender: \"{pt} Harmonia\"\ncountry: portugal\nsignature: Inês\nlayout: letter\n---\n\n\
             # Greetings\n\nDear **all**,\nand others\\*\n\n{pt} Parabéns!\n\n- one\n- two\n",
        ),
        ("wolves.txt", "---\nsender: Wolves\n---\nHowl * loud\n\n\n  Howl on  \n"),
        ("broken.md", "---\nsender: [\n---\n\nStill here\n"),
        ("photo.jpg", "not a text"),
    ]);
    let import = read_folder(&folder);
    let outline = outline(&import);
    let of = |id: &str| outline.iter().find(|(of, ..)| of == id).expect("the message").clone();
    assert_eq!(of("harmonia").1, "PT");
    assert_eq!(
        of("harmonia").2,
        ["Greetings", "Dear all,\nand others*", "pt: Parabéns!", "one", "two"]
    );
    assert_eq!(of("wolves").2, ["Howl * loud", "  Howl on  "]);
    // What cannot be read is not lost.
    assert!(of("broken").2.iter().any(|text| text.contains("Still here")), "{outline:?}");
    let said: Vec<_> = import.notes.iter().map(ToString::to_string).collect();
    let said_of = |file: &str, line: usize, what: &str| {
        let place = format!("{file}:{line}: ");
        said.iter().any(|note| note.contains(&place) && note.contains(what))
    };
    assert!(said_of("harmonia.md", 5, "layout"), "{said:#?}");
    assert!(said_of("harmonia.md", 8, "heading"), "{said:#?}");
    assert!(said_of("harmonia.md", 10, "emphasis"), "{said:#?}");
    assert!(said_of("harmonia.md", 15, "list"), "{said:#?}");
    assert!(said.iter().any(|note| note.contains("broken.md")), "{said:#?}");
    assert!(said_of("photo.jpg", 1, "not read"), "{said:#?}");
}

/// What is read from a folder with one file, as (paragraphs, notes with their lines).
fn read_one(name: &str, text: &str) -> (Vec<String>, Vec<(usize, String)>) {
    let folder = folder_of(&[(name, text)]);
    let import = read_folder(&folder);
    let notes = notes(&import).into_iter().map(|(line, text)| (line, text.to_owned())).collect();
    (outline(&import).remove(0).2, notes)
}

#[test]
fn whoever_signed_stays_in_the_message() {
    let of = |front: &str| {
        let folder = folder_of(&[("m.md", &format!("---\nsender: A\n{front}\n---\nText\n"))]);
        let import = read_folder(&folder);
        assert_eq!(notes(&import), []);
        let signatures = import.messages[0].message.signatures.iter();
        let signature = |s: &RawSignature| (s.name.clone(), s.role.clone().unwrap_or_default());
        signatures.map(signature).collect::<Vec<_>>()
    };
    let both = |name: &str, role: &str| (name.to_owned(), role.to_owned());
    // The check then asks for the name.
    assert_eq!(of("role: Chair"), [both("", "Chair")]);
    assert_eq!(of("signature: [X, Y]\nrole: Chair"), [both("X", "Chair"), both("Y", "")]);
    assert_eq!(
        of("signature:\n- X\nrole:\n- Chair\n- Clerk"),
        [both("X", "Chair"), both("", "Clerk")]
    );
    assert_eq!(of("signature: X\nsignatures: [{ name: Y }]"), [both("X", ""), both("Y", "")]);
    assert_eq!(of("signature:"), []);
}

#[test]
fn a_slip_in_front_matter_costs_no_more_than_its_line() {
    let (body, notes) =
        read_one("m.md", "---\nsender: Choir\n\nsignature: A: B\n---\n\n# Title\n\nText\n");
    assert_eq!(body, ["Title", "Text"]);
    assert_eq!(notes.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [4, 7], "{notes:#?}");
    assert!(!notes[0].1.contains("line 3"), "{notes:#?}");
    // What has no field in it is no front matter.
    let (body, _) = read_one("m.txt", "---\nDear friends\n---\nHello\n");
    assert_eq!(body, ["---\nDear friends\n---\nHello"]);
    let (body, notes) = read_one("m.txt", "--- \nsender: A\nmood: glad\n---\nHello\n---");
    assert_eq!(body, ["Hello\n---"]);
    assert!(notes.len() == 1 && notes[0].0 == 3 && notes[0].1.contains("glad"), "{notes:#?}");
    let (body, notes) = read_one("m.md", "---\nsender: A\n---");
    assert_eq!((body, notes), (vec![], vec![]));
}

#[test]
fn what_yaml_takes_for_a_remark_is_named() {
    let front = "---\nsender: Local #12\nacronym: \"L #12\"\n# By post\nrole: C#\n---\nText\n";
    let (_, notes) = read_one("m.md", front);
    let lines: Vec<_> = notes.iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, [2, 4], "{notes:#?}");
    assert!(notes[0].1.contains("“#12”"), "{notes:#?}");
}

#[test]
fn numbers_that_markdown_takes_for_lists_within_lists_are_kept() {
    let (body, _) = read_one("m.md", "1. 5. 2024 we met\n\n24. - Congress\n");
    assert_eq!(body, ["1. 5. 2024 we met", "24. Congress"]);
}

#[test]
fn what_markdown_takes_for_markup_is_kept_or_named() {
    let text = "24. Congress\n\n1) One\n2) Two\n\n   More\n\n3.\n\n> Quoted\n\n\
                [1]: https://a.org \"The title\"\n\nSee [this](b.org \"Their title\") <https://c.org> `code`\n\n\
                ```note\nfenced\n```\n";
    let (body, notes) = read_one("m.md", text);
    let expected = [
        "24. Congress",
        "1) One",
        "2) Two",
        "More",
        "3.",
        "Quoted",
        "See this https://c.org code",
        "fenced\n",
    ];
    assert_eq!(body, expected);
    let noted = |line: usize, what: &str| {
        assert!(
            notes.iter().any(|(of, text)| *of == line && text.contains(what)),
            "{what}: {notes:#?}"
        );
    };
    noted(1, "list");
    noted(10, "quotation");
    noted(12, "The title");
    noted(14, "Their title");
    noted(14, "marks around code");
    noted(16, "note");
    assert!(!notes.iter().any(|(_, text)| text.contains("c.org")), "{notes:#?}");
}

#[test]
fn the_number_of_a_file_is_its_order_and_no_part_of_its_link() {
    let folder = folder_of(&[
        ("01-harmonia.md", "One"),
        ("02 Wolves.txt", "Two"),
        ("03_harmonia.md", "Three"),
        ("04-given.md", "---\nid: 2-given\n---\nFour"),
        ("05.md", "Five"),
    ]);
    let import = read_folder(&folder);
    let ids: Vec<_> = import.messages.iter().map(|read| read.message.id.as_str()).collect();
    assert_eq!(ids, ["harmonia", "wolves", "harmonia-2", "2-given", "05"]);
    let notes = notes(&import);
    assert!(notes.len() == 1 && notes[0].1.contains("“harmonia-2”"), "{notes:#?}");
}

#[test]
fn what_is_not_read_comes_with_a_cure() {
    let mut folder = folder_of(&[
        ("a.md", "Text"),
        ("b.docx", ""),
        ("c.pdf", ""),
        ("d.xlsx", ""),
        ("e.csv", ""),
        ("f.jpg", ""),
    ]);
    folder.folders.push("letters/more".into());
    let import = read_folder(&folder);
    let said_of = |name: &str| {
        let mut notes = import.notes.iter();
        let note = notes.find(|note| note.origin.file.ends_with(name));
        note.unwrap_or_else(|| panic!("nothing of {name}")).text.clone()
    };
    assert!(said_of("b.docx").contains("save it there as .docx"));
    assert!(said_of("c.pdf").contains("plain text (.txt"));
    assert!(said_of("d.xlsx").contains("on its own"));
    assert!(said_of("e.csv").contains("on its own"));
    assert!(said_of("more").contains("is a folder") && !said_of("more").contains("Markdown"));
    for (name, cure) in [
        ("m.numbers", ".xlsx"),
        ("m.pages", ".docx"),
        ("m.docx", ".docx"),
        ("m.pdf", ".txt, in UTF-8"),
    ] {
        let said = read(name, "").expect_err("no source").to_string();
        assert!(said.contains(cure), "{said}");
    }
}

const EXPORT: &str = r#"<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Site</title>
<item><title>Messages</title>
<content:encoded><![CDATA[<!-- wp:paragraph -->
<p>We received these:</p>
<!-- /wp:paragraph -->
<h3>Socialist Alliance, Australia</h3>
<p>Warm greetings from <em>Walyalup</em>.<br />
It’s an honour.</p>
<p>Dare to struggle!</p>
<h3>Die Linke (Germany)</h3>
Plain text here
and a line

Another &amp; last <a href="http://x">one</a>.
<form><label>Leave a reply</label></form>
]]></content:encoded>
<wp:post_type>page</wp:post_type><wp:status>publish</wp:status>
<wp:comment><wp:comment_content>First!</wp:comment_content></wp:comment></item>
<item><title>Wolves</title><wp:post_name>wolves-greet</wp:post_name>
<content:encoded><![CDATA[<p>Howl</p>]]></content:encoded>
<wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item>
<item><title>Later</title><content:encoded><![CDATA[<p>No</p>]]></content:encoded>
<wp:post_type>post</wp:post_type><wp:status>draft</wp:status></item>
</channel></rss>
"#;

#[test]
fn an_export_of_wordpress() {
    let import = read("site.xml", EXPORT).expect("an import");
    let australia = ["Warm greetings from Walyalup.\nIt’s an honour.", "Dare to struggle!"];
    let germany = ["Plain text here\nand a line", "Another & last one."];
    assert_eq!(
        outline(&import),
        [
            ("socialist-alliance-australia".into(), "AU".into(), strings(&australia)),
            ("die-linke-germany".into(), "DE".into(), strings(&germany)),
            ("wolves-greet".into(), String::new(), strings(&["Howl"])),
        ]
    );
    let lines: Vec<_> = import.messages.iter().map(|read| read.origin.line).collect();
    assert_eq!(lines, [8, 12, 21]);
    let notes = notes(&import);
    let noted =
        |line: usize, what: &str| notes.iter().any(|(of, text)| *of == line && text.contains(what));
    assert!(noted(4, "“Messages”: the title"), "{notes:#?}");
    assert!(noted(6, "We received these:"), "{notes:#?}");
    assert!(noted(9, "emphasis"), "{notes:#?}");
    assert!(noted(16, "http://x"), "{notes:#?}");
    assert!(noted(17, "<form>"), "{notes:#?}");
    assert!(noted(24, "draft"), "{notes:#?}");
}

/// An export with one item, whose children are these.
fn item(children: &str) -> String {
    format!(
        "<rss xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" \
         xmlns:wp=\"http://wordpress.org/export/1.2/\" \
         xmlns:excerpt=\"http://wordpress.org/export/1.2/excerpt/\"><item>{children}</item></rss>"
    )
}

#[test]
fn what_wordpress_has_beside_the_text_is_named() {
    let import = read(
        "site.xml",
        &item(
            "<title>Choir – Wales</title><content:encoded><![CDATA[One ]]]]><![CDATA[> two\n\n\
             <address>A</address><address>B</address><img src=\"x.png\" alt=\"Singers\">\n\n\
             <form>Lost?]]></content:encoded>\
             <excerpt:encoded><![CDATA[In short]]></excerpt:encoded>\
             <wp:postmeta><wp:meta_key>signed</wp:meta_key><wp:meta_value>Ann</wp:meta_value></wp:postmeta>\
             <wp:postmeta><wp:meta_key>_edit</wp:meta_key><wp:meta_value>7</wp:meta_value></wp:postmeta>\
             <wp:comment><wp:comment_content>First!</wp:comment_content></wp:comment>",
        ),
    );
    let import = import.expect("an import");
    assert_eq!(outline(&import)[0].1, "GB");
    assert_eq!(outline(&import)[0].2, ["One ]]> two", "A", "B"]);
    // The word that the country is named by is not lost, either.
    let sender = &import.messages[0].message.senders[0];
    assert_eq!(sender.heading.as_deref(), Some("Choir – Wales"));
    let notes: Vec<_> = import.notes.iter().map(|note| note.text.as_str()).collect();
    for part in [
        "In short",
        "“signed”: Ann",
        "1 comment",
        "Singers",
        "<form> was left out: Lost?",
        "“Wales”",
    ] {
        assert!(notes.iter().any(|note| note.contains(part)), "{part}: {notes:#?}");
    }
    assert!(!notes.iter().any(|note| note.contains("_edit")), "{notes:#?}");
}

#[test]
fn what_needs_a_password_is_not_published() {
    let post = |name: &str, more: &str| {
        format!("<title>{name}</title><content:encoded>Text</content:encoded>{more}")
    };
    let secret = post("Secret", "<wp:post_password>x</wp:post_password></item><item>");
    let import = read("site.xml", &item(&(secret + &post("Open", "")))).expect("an import");
    assert_eq!(import.messages.len(), 1);
    assert!(notes(&import)[0].1.contains("“Secret” needs a password"));
}

#[test]
fn what_is_no_country_and_what_is_part_of_one_is_understood() {
    let text = "sender,country,message\nA,International,One\nB,wales,Two\nC,Northern Ireland,Three\n\
                D,Holland,Four\n";
    let import = read("m.csv", text).expect("an import");
    let countries: Vec<_> = outline(&import).into_iter().map(|(_, country, _)| country).collect();
    assert_eq!(countries, ["", "GB", "GB", "NL"]);
    let notes = notes(&import);
    let named: Vec<_> = notes.iter().map(|(line, _)| *line).collect();
    assert_eq!(named, [3, 4], "{notes:#?}");
    assert!(notes[0].1.contains("“wales”") && notes[0].1.contains("United Kingdom"), "{notes:#?}");
}

#[test]
fn a_language_is_known_by_its_name() {
    let text =
        "sender,language,message\nA,Portuguese,Um\nB,español,Dos\nC,de-AT,Drei\nD,Elbish,4\n";
    let import = read("m.csv", text).expect("an import");
    let bodies: Vec<_> = outline(&import).into_iter().map(|(.., body)| body.concat()).collect();
    assert_eq!(bodies, ["pt: Um", "es: Dos", "de-AT: Drei", "Elbish: 4"]);
    let (body, _) = read_one("m.md", "---\nsender: A\nlanguage: Portuguese\n---\nUm\n");
    assert_eq!(body, ["pt: Um"]);
}

#[test]
fn bold_paragraphs_that_serve_as_headings_begin_messages() {
    let html =
        "<p><strong>A, France</strong></p><p>One <b>bold</b> word</p><p><b>B</b></p><p>Two</p>";
    let text = format!(
        "<rss xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><item><title>T</title>\
         <content:encoded><![CDATA[{html}]]></content:encoded></item></rss>"
    );
    let import = read("site.xml", &text).expect("an import");
    assert_eq!(
        outline(&import),
        [
            ("a-france".into(), "FR".into(), strings(&["One bold word"])),
            ("b".into(), String::new(), strings(&["Two"])),
        ]
    );
}

#[test]
fn what_cannot_be_shown_is_taken_out_and_named_and_line_ends_stay() {
    let table = "sender,message\nA\u{1}B,\"Dear friends,\u{b}we greet\u{85}you.\"\nC,\"One.\n\nDon\u{92}t.\u{2029}\u{2029}Three.\"\n";
    let import = read("messages.csv", table).expect("an import");
    let texts: Vec<_> = outline(&import).into_iter().map(|(_, _, body)| body).collect();
    assert_eq!(
        texts,
        [strings(&["Dear friends,\nwe greet\nyou."]), strings(&["One.", "Dont.", "Three."]),]
    );
    let said = notes(&import);
    let lines: Vec<_> = said.iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, [2, 2, 2, 5, 5]);
    for (at, part) in [
        "U+0001 cannot be shown",
        "U+000B became a line break",
        "U+0085 became a line break",
        "“’”",
        "U+2029 (2 times)",
    ]
    .iter()
    .enumerate()
    {
        assert!(said.get(at).is_some_and(|(_, text)| text.contains(part)), "{part}: {said:?}");
    }
    for (name, text) in [
        ("a.md", "---\nsender: \"A\\x01B\"\n---\nDear friends,\u{2028}we greet you.&#11;All."),
        ("a.txt", "---\nsender: A\n---\nDear friends,\u{2028}we greet you.\u{c}All."),
    ] {
        let (body, said) = read_one(name, text);
        assert_eq!(body, ["Dear friends,\nwe greet you.\nAll."], "{name}");
        assert!(said.iter().any(|(line, text)| *line == 4 && text.contains("U+2028")), "{said:?}");
    }
}

#[test]
fn an_export_of_wordpress_with_what_xml_forbids_is_read() {
    let xml = item(
        "<title>A</title><content:encoded><![CDATA[Dear friends,\u{b}we greet you.\u{1}\u{ffff}]]></content:encoded>",
    );
    let import = read("site.xml", &xml).expect("an import");
    assert_eq!(
        outline(&import).first().map(|(_, _, body)| body.clone()),
        Some(strings(&["Dear friends,\nwe greet you."]))
    );
    let said = notes(&import);
    for part in ["U+000B became a line break", "U+0001 cannot", "U+FFFF cannot"] {
        assert!(said.iter().any(|(_, text)| text.contains(part)), "{part}: {said:?}");
    }
}

#[test]
fn an_import_in_order_passes_the_check() {
    let import = read("m.csv", "sender,country,message\nA,UK,Dear friends\nB,Burma,Hello\n");
    let messages = import.expect("an import").messages.into_iter().map(|read| read.message);
    let Dataset { collection, .. } = Dataset::read(fixtures::CONGRESS).expect("the dataset");
    let text = Dataset { collection, messages: messages.collect() }.written().expect("a file");
    let checked = check(&text);
    assert_eq!((checked.messages(), checked.count(Severity::Error)), (2, 0));
    assert!(text.contains("\"GB\"") && text.contains("\"MM\""));
}

/// A text of anything that can be typed and that a collection can hold, not blank: what cannot be shown
/// is taken out when it is read, before there is anything to export.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[ -~]{1,12}",
        "\\PC{1,6}",
        Just("\n".to_owned()),
        Just("  \n".to_owned()),
        Just("---".to_owned()),
        Just("1. ".to_owned()),
        Just("&amp;".to_owned()),
    ];
    let text = proptest::collection::vec(piece, 1..8)
        .prop_map(|pieces| shown(&pieces.concat()).into_owned());
    text.prop_filter("not blank", |text| !text.trim().is_empty())
}

fn message(text: impl Strategy<Value = String>) -> impl Strategy<Value = RawMessage> {
    let body = proptest::collection::vec(text, 1..4);
    let line = "[^\\p{C}\\s{]([^\\p{C}\\p{Zl}\\p{Zp}{]{0,10}[^\\p{C}\\s{])?";
    (body, line, proptest::option::of(line)).prop_map(|(body, name, role)| RawMessage {
        id: "m".into(),
        senders: vec![RawSender {
            names: vec![RawText::Plain(name.clone())],
            acronym: role.clone(),
            country: Some("NL".into()),
            region: None,
            heading: None,
        }],
        signatures: vec![RawSignature { name, role }],
        body: body.into_iter().map(RawText::Plain).collect(),
    })
}

fn text_of(file: &Source) -> &str {
    str::from_utf8(&file.bytes).expect("a text")
}

proptest! {
    #[test]
    fn no_text_is_changed_by_markdown(message in message(text())) {
        let exported = to_texts(std::slice::from_ref(&message)).expect("files");
        prop_assert_eq!(exported.files[0].name.as_str(), "1-m.md");
        prop_assert!(exported.changed.is_empty(), "{}", text_of(&exported.files[0]));
    }

    #[test]
    fn no_text_without_an_empty_line_is_changed_by_a_table(message in message(text())) {
        let plain = |text: &RawText| match text {
            RawText::Plain(text) => {
                !text.starts_with('{') && text.split('\n').all(|line| !line.trim().is_empty())
            }
            RawText::Marked(_) => false,
        };
        prop_assume!(message.body.iter().all(plain));
        let exported = to_table(std::slice::from_ref(&message)).expect("a table");
        prop_assert!(exported.changed.is_empty(), "{}", text_of(&exported.files[0]));
    }

    #[test]
    fn nothing_that_is_read_makes_the_import_fail(text in "\\PC{0,60}", more in "[ -~\n]{0,60}") {
        for name in ["m.csv", "m.xml"] {
            // An error is an answer; a panic is none.
            let answer = read(name, &format!("{text}\nmessage,{more}"));
            prop_assert!(answer.is_ok() || answer.is_err_and(|e| !e.to_string().is_empty()));
        }
        let folder = folder_of(&[("m.md", &text), ("n.txt", &more)]);
        let read = import_folder(&folder, &Columns::new()).expect("any text is a message");
        prop_assert_eq!(read.messages.len(), 2);
    }
}
