//! Files of messages come as editors and shells save them.

#![allow(clippy::expect_used, reason = "a test is to stop where it fails")]

use std::fs;
use std::process::Command;

use tempfile::TempDir;

/// What the check says of a file of messages.
fn check(bytes: &[u8]) -> (bool, String) {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("messages.json"), bytes).expect("a file");
    let mut command = Command::new(env!("CARGO_BIN_EXE_solidarity-atlas"));
    let output = command.current_dir(folder.path()).arg("check").output().expect("it runs");
    let said = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8_lossy(&said).into_owned())
}

const MESSAGES: &str = "{\"collection\": {\"title\": \"T\", \"language\": \"en\"},\n\
    \"messages\": [{\"id\": \"a\", \"senders\": [{\"names\": [\"José\"]}],\n\
    \"signatures\": [{\"name\": \"B\"}], \"body\": [\"Dear friends, we send you greetings.\"]}]}\n";

#[test]
fn what_powershell_writes_is_read() {
    let marked = format!("\u{feff}{MESSAGES}");
    let utf16 = marked.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    for bytes in [marked.as_bytes(), &utf16] {
        let (is_sound, said) = check(bytes);
        assert!(is_sound && said.contains("1 message can be shown; 0 errors"), "{said}");
    }
}

#[test]
fn what_is_not_utf8_has_its_line_and_the_cure() {
    let latin: Vec<u8> = MESSAGES.chars().map(|c| c as u8).collect();
    let (is_sound, said) = check(&latin);
    assert!(!is_sound && said.contains("messages.json:2: ") && said.contains("in UTF-8"), "{said}");
}
