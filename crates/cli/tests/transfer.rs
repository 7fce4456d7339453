//! Messages are read from a disk and written to it, and nothing there is lost.

#![allow(clippy::expect_used, reason = "a test is to stop where it fails")]

use std::fs;

use solidarity_cli::transfer::{export, import};
use solidarity_core::collection::raw::RawMessage;
use solidarity_exchange::{Columns, Dataset};
use tempfile::TempDir;

fn shipped() -> Vec<RawMessage> {
    Dataset::read(fixtures::CONGRESS).expect("the dataset has its form").messages
}

/// A folder with files of these names and texts.
fn folder_of(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("a file");
    }
    folder
}

#[test]
fn the_shipped_messages_come_back_from_a_disk() {
    let folder = folder_of(&[]);
    for name in ["all.csv", "all"] {
        let place = folder.path().join(name);
        assert_eq!(export(&shipped(), &place).expect("an export"), Vec::<String>::new());
        let back = import(std::slice::from_ref(&place), &Columns::new()).expect("an import");
        let back: Vec<_> = back.messages.into_iter().map(|imported| imported.message).collect();
        assert_eq!(back, shipped(), "{name}");
    }
}

#[test]
fn an_export_overwrites_nothing() {
    let folder =
        folder_of(&[("mine.csv", "precious"), ("mine.md", "precious"), ("mine", "precious")]);
    for name in ["mine.csv", "", "mine"] {
        let said = export(&shipped(), &folder.path().join(name)).expect_err("a refusal");
        assert!(said.to_string().contains("already exists"), "{said}");
    }
    assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 3);
    for name in ["mine.csv", "mine.md", "mine"] {
        let text = fs::read_to_string(folder.path().join(name)).expect("the file");
        assert_eq!(text, "precious");
    }
}

#[test]
fn an_export_is_a_table_or_a_folder() {
    let folder = folder_of(&[]);
    let place = |name: &str| folder.path().join(name);
    for name in ["all.xlsx", "all.json", "all.md"] {
        let said = export(&shipped(), &place(name)).expect_err("no such export").to_string();
        assert!(said.contains(name) && said.contains(".csv"), "{said}");
        assert!(!place(name).exists());
    }
    fs::create_dir(place("with.dot")).expect("a folder");
    for name in ["all.CSV", "all", "with.dot"] {
        assert_eq!(export(&shipped(), &place(name)).expect("an export"), Vec::<String>::new());
    }
    assert!(place("all.CSV").is_file() && place("all").is_dir());
}

#[test]
fn a_folder_with_one_text_is_a_folder_and_what_is_no_text_is_not_read() {
    let folder = folder_of(&[("a.md", "Text"), ("photo.jpg", "\u{1}")]);
    fs::create_dir(folder.path().join("more.md")).expect("a folder");
    let read = import(&[folder.path().to_owned()], &Columns::new()).expect("an import");
    assert_eq!(read.messages.len(), 1);
    let name = |file: &str| folder.path().join(file).display().to_string().replace('\\', "/");
    assert_eq!(read.messages[0].origin.to_string(), format!("{}:1", name("a.md")));
    let said: Vec<_> = read.notes.iter().map(ToString::to_string).collect();
    assert_eq!(said.len(), 1, "{said:#?}");
    assert!(said[0].starts_with(&name("more.md")) && said[0].contains("is a folder"), "{said:#?}");
    let said: Vec<_> = read.outcomes.iter().map(ToString::to_string).collect();
    assert_eq!(said.len(), 2, "{said:#?}");
    assert!(said.iter().any(|said| said.starts_with(&name("a.md")) && said.contains("1 message")));
    let of_photo = said.iter().find(|said| said.starts_with(&name("photo.jpg")));
    assert!(of_photo.is_some_and(|said| said.contains("not read")), "{said:#?}");
}

#[test]
fn what_is_not_there_is_named() {
    let folder = folder_of(&[]);
    for name in ["none.csv", "none"] {
        let said = import(&[folder.path().join(name)], &Columns::new()).expect_err("nothing");
        assert!(said.to_string().starts_with("cannot read") && said.to_string().contains(name));
    }
}
