//! Archives of anything that can be imported, and what hostile ones hold.
#![cfg(feature = "documents")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test is to stop where it fails")]

mod support;

use std::io::{Cursor, Read, Write, repeat};

use solidarity_exchange::{Columns, Gathered, Source, import_all};
use support::packed;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fn read(bytes: Vec<u8>) -> Gathered {
    import_all(vec![Source { name: "letters.zip".into(), bytes }], &Columns::new(), None)
}

fn read_entries(entries: &[(&str, &str)]) -> Gathered {
    let entries: Vec<_> = entries.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    read(packed(&entries))
}

fn ids(gathered: &Gathered) -> Vec<&str> {
    gathered.messages.iter().map(|read| read.message.id.as_str()).collect()
}

#[track_caller]
fn outcomes_say(gathered: &Gathered, wanted: &str) {
    let said: Vec<_> = gathered.outcomes.iter().map(ToString::to_string).collect();
    let said = said.join("\n");
    assert!(said.contains(wanted), "{wanted} is not in\n{said}");
}

const DATASET: &str = r#"{"collection":{"title":"Letters","language":"en","logo":"logo.svg"},"messages":[
{"id":"tide","senders":[{"names":["Tide"]}],"body":["We sing."]}]}"#;

#[test]
fn everything_in_an_archive_is_imported_in_natural_order() {
    let gathered = read_entries(&[
        ("letters/10.txt", "Ten"),
        ("letters/9.md", "Nine"),
        ("form.csv", "sender,message\nHarmonia,Olá\n"),
        ("mails/a.eml", "From: Tide <t@tide.example>\n\nWe sing.\n"),
        ("__MACOSX/._form.csv", "x"),
        ("letters/choir.png", "x"),
        ("letters/Ünï.html", "<h1>Uni</h1><p>Text</p>"),
    ]);
    assert_eq!(ids(&gathered), ["harmonia", "9", "10", "uni", "tide"]);
    outcomes_say(&gathered, "letters.zip: an archive of 7 files.");
    outcomes_say(&gathered, "letters.zip/form.csv: 1 message.");
    outcomes_say(&gathered, "letters.zip/letters/choir.png: a picture");
    outcomes_say(&gathered, "letters.zip/__MACOSX/._form.csv: a hidden or temporary file");
    assert_eq!(gathered.messages[1].origin.to_string(), "letters.zip/letters/9.md:1");
}

/// The files of a site in a folder.
fn site(folder: &str) -> Vec<(String, String)> {
    let page = "<html><head><style>@font-face { src: url(a) }\n/* The colours. */\n\n:root {\n  --paper: light-dark(#ffffff, \
                #000000);\n  --ink: light-dark(#000000, #ffffff);\n}\nbody { color: red }</style></head><body><main><h1>No</h1>\
                </main></body></html>";
    let files = [
        ("messages.json", DATASET),
        ("messages-0123.json", DATASET),
        ("messages.schema.json", "{}"),
        ("index.html", page),
        ("sw.js", "self"),
        ("icon.svg", "<svg id=\"icon\"/>"),
        ("logo.svg", "<svg id=\"logo\"/>"),
        ("preview.png", "x"),
        ("m/tide/index.html", "<h1>Tide</h1><p>We sing.</p>"),
    ];
    files.map(|(name, text)| (format!("{folder}{name}"), text.to_owned())).into()
}

#[test]
fn a_site_is_its_messages_logo_icon_and_colours() {
    for folder in ["", "greetings/"] {
        let files = site(folder);
        let entries: Vec<_> =
            files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        let gathered = read_entries(&entries);
        assert_eq!(ids(&gathered), ["tide"]);
        let files: Vec<_> = gathered.files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(files, ["icon.svg", "logo.svg"]);
        assert!(gathered.files[1].bytes.ends_with(b"id=\"logo\"/>"));
        let theme = ":root {\n  --paper: light-dark(#ffffff, #000000);\n  --ink: light-dark(#000000, #ffffff);\n}\n";
        assert_eq!(gathered.theme.as_deref(), Some(theme));
        assert!(gathered.collection.as_ref().is_some_and(|of| of.get().contains("Letters")));
        outcomes_say(&gathered, "letters.zip: a site that this program made.");
        assert_eq!(gathered.outcomes.len(), 5, "{:#?}", gathered.outcomes);
        assert!(gathered.notes.is_empty(), "{:#?}", gathered.notes);
    }
}

#[test]
fn a_site_that_is_not_packed_is_read_alike() {
    let files = site("site/").into_iter();
    let sources = files.map(|(name, text)| Source { name, bytes: text.into_bytes() }).collect();
    let gathered = import_all(sources, &Columns::new(), None);
    assert_eq!(ids(&gathered), ["tide"]);
    assert_eq!(gathered.files.len(), 2);
    assert!(gathered.theme.is_some());
    outcomes_say(&gathered, "site: a site that this program made.");
}

#[test]
fn an_archive_in_an_archive_is_read_and_no_further() {
    let third = packed::<[u8]>(&[("c.txt", b"Three")]);
    let second = packed::<[u8]>(&[("b.txt", b"Two"), ("third.zip", &third)]);
    let gathered = read(packed::<[u8]>(&[("a.txt", b"One"), ("second.zip", &second)]));
    assert_eq!(ids(&gathered), ["a", "b"]);
    outcomes_say(
        &gathered,
        "letters.zip/second.zip/third.zip: an archive in an archive in an archive",
    );
}

#[test]
fn a_gigabyte_of_zeros_is_not_unpacked() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    zip.start_file("a.txt", options).expect("an entry");
    zip.write_all(b"One").expect("its bytes");
    zip.start_file("bomb.txt", options.large_file(true)).expect("an entry");
    std::io::copy(&mut repeat(0).take(1 << 30), &mut zip).expect("zeros");
    let gathered = read(zip.finish().expect("an archive").into_inner());
    assert_eq!(ids(&gathered), ["a"]);
    outcomes_say(&gathered, "letters.zip/bomb.txt: unpacked, it would have more than");
}

#[test]
fn many_files_are_refused() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for at in 0..20_001 {
        zip.start_file(format!("{at}.txt"), options).expect("an entry");
    }
    let gathered = read(zip.finish().expect("an archive").into_inner());
    outcomes_say(&gathered, "letters.zip: it has more than 20000 files");
}

#[test]
fn paths_do_not_lead_out() {
    let gathered = read_entries(&[
        ("../up.txt", "Up"),
        ("/root.txt", "Root"),
        ("a/../../b.txt", "B"),
        ("C:/c.txt", "C"),
        ("windows\\d.txt", "D"),
        ("./e.txt", "E"),
    ]);
    assert_eq!(ids(&gathered), ["e", "d"]);
    outcomes_say(&gathered, "letters.zip/../up.txt: its path leads out of the archive");
    outcomes_say(&gathered, "letters.zip/windows/d.txt: 1 message.");
}

#[test]
fn names_in_the_letters_of_old_programs_are_read() {
    // Without the flag for UTF-8 a name is in code page 437 (APPNOTE, appendix D).
    let mut bytes = packed::<[u8]>(&[("Gr??e.txt", b"Text")]);
    for at in 0..bytes.len() {
        if bytes[at..].starts_with(b"Gr??e") {
            bytes[at + 2] = 0x81;
            bytes[at + 3] = 0xe1;
        }
    }
    let gathered = read(bytes);
    assert_eq!(gathered.messages[0].origin.file, "letters.zip/Grüße.txt");
}

#[test]
fn what_cannot_be_unpacked_is_named() {
    let bytes = packed::<[u8]>(&[("a.txt", b"One"), ("b.txt", b"Two")]);
    let cut = bytes.get(..bytes.len() / 2).expect("a half").to_vec();
    outcomes_say(&read(cut), "letters.zip: the file is damaged or incomplete");
    outcomes_say(&read(b"no archive".to_vec()), "letters.zip: the file is damaged or incomplete");

    // The flag for a password, and a method that is out of use, in the headers of the first file.
    let set = |local: usize, central: usize, value: u8| {
        let mut bytes = bytes.clone();
        let list = bytes.windows(4).position(|window| window == b"PK\x01\x02").expect("a list");
        bytes[local] = value;
        bytes[list + central] = value;
        read(bytes)
    };
    let encrypted = set(6, 8, 1);
    assert_eq!(ids(&encrypted), ["b"]);
    outcomes_say(&encrypted, "letters.zip/a.txt: it is protected by a password");
    let method = set(8, 10, 6);
    assert_eq!(ids(&method), ["b"]);
    outcomes_say(&method, "letters.zip/a.txt: it was packed in a way");
}
