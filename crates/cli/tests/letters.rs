//! A build says which letters its preview pictures lack, each time.

#![allow(clippy::expect_used, reason = "a test is to stop where it fails")]

mod support;

use std::fs;
use std::path::Path;
use std::process::Command;

use support::{PROGRAM, workshop};

fn build(folder: &Path) -> String {
    let mut program = Command::new(PROGRAM);
    program.env_remove("SITE_URL").env_remove("LEAVE_OUT_BROKEN").current_dir(folder);
    let output = program.args(["build", "--client", "client"]).output().expect("it runs");
    assert!(output.status.success(), "{output:?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Three messages, two of them from senders who write in a script of antiquity, for which hardly any
/// computer has a font.
const MESSAGES: &str = r#"{
  "collection": { "title": "Letters", "language": "en" },
  "messages": [
    { "id": "quay", "senders": [{ "names": ["𐥀𐥁 Choir"] }], "body": ["Dear all"] },
    { "id": "band", "senders": [{ "names": ["Harbour Band 🌹"] }], "body": ["Dear all"] },
    { "id": "lamp", "senders": [{ "names": ["Lamp"] }], "body": ["𐥂𐥃", "Dear all"] }
  ]
}"#;

#[test]
fn letters_without_a_font_are_named_with_messages_and_cure_at_every_build() {
    let folder = workshop();
    fs::write(folder.path().join("messages.json"), MESSAGES).expect("a file");
    let first = build(folder.path());
    let warnings = |said: &str| {
        let lines = said.lines().filter(|line| line.starts_with("warning: no font"));
        lines.map(str::to_owned).collect::<Vec<_>>()
    };
    let warning = "warning: no font on this computer has these letters: Sidetic. The preview \
        pictures leave out each text with such a letter, of: lamp, quay. Install a font that has \
        them, such as Noto Sans Sidetic, and build again.";
    assert_eq!(warnings(&first), [warning]);
    let second = build(folder.path());
    assert_eq!(warnings(&second), [warning]);
    assert!(second.contains("(2 painted, 2 kept)"), "{second}");
    let picture = fs::read(folder.path().join("site/m/quay/preview.png")).expect("a picture");
    assert!(picture.starts_with(b"\x89PNG"));
}
