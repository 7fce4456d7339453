//! Nothing of the first collection is in the code: another one takes its place by its file alone.
#![allow(clippy::expect_used, clippy::panic, reason = "a test is to stop where it fails")]

use std::fs;
use std::path::{Path, PathBuf};

/// What is not code of the project's own: tables of all countries and languages of the world.
const TABLES: [&str; 6] = [
    "table.rs",
    "city_table.rs",
    "country_table.rs",
    "language_table.rs",
    "countries.txt",
    "languages.txt",
];

#[test]
fn the_code_does_not_know_the_first_collection() {
    let collection = fixtures::congress();
    let host = collection.host.as_ref().expect("a host");
    let occasion = collection.occasion.as_ref().expect("an occasion");
    let mut particulars = vec![collection.title.clone(), occasion.name.clone(), host.name.clone()];
    particulars.extend(host.acronym.clone());
    particulars.extend(collection.subtitle.clone());
    let place = occasion.place.iter().flat_map(|place| place.split(", ")).map(str::to_owned);
    particulars.extend(place);
    particulars.extend(occasion.starts.map(|date| date.to_string()));
    for message in &collection.messages {
        particulars.push(message.id.clone());
        particulars.extend(message.senders.iter().map(|sender| sender.name().to_owned()));
        let surnames = message.signatures.iter().filter_map(|s| s.name.split_whitespace().last());
        particulars.extend(surnames.map(str::to_owned));
    }
    // Of one short word nothing can be said.
    particulars
        .retain(|particular| particular.len() > 3 || Some(particular) == host.acronym.as_ref());

    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = vec![root.join("index.html"), root.join("Trunk.toml")];
    for folder in ["src", "crates", "style", "xtask/src"] {
        gather(&root.join(folder), &mut files);
    }
    assert!(files.len() > 100, "the code is somewhere else");
    for file in files {
        // Fonts are no text.
        let Ok(text) = fs::read_to_string(&file) else { continue };
        for particular in &particulars {
            let found = words_of(&text).contains(&words_of(particular));
            assert!(!found, "“{particular}” stands in {}", file.display());
        }
    }
}

/// A text as its words, with one space before and after each.
fn words_of(text: &str) -> String {
    let words: Vec<_> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    format!(" {} ", words.join(" ").to_lowercase())
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let table = TABLES.iter().any(|table| path.ends_with(table));
        // What is only tested with it may know it.
        if path.ends_with("tests") {
            continue;
        }
        if path.is_dir() {
            gather(&path, files);
        } else if !table {
            files.push(path);
        }
    }
}

/// Whoever puts their own messages into public/ runs the same tests as before: none of them reads that file.
#[test]
fn no_test_reads_the_messages_that_are_published() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = vec![root.join("xtask/src/test.rs"), root.join(".ci/run")];
    for folder in ["tests", "crates"] {
        tests_in(&root.join(folder), folder == "tests", &mut files);
    }
    assert!(files.len() > 50, "the tests are somewhere else");
    let published = ["public", "messages.json"].join("/");
    for file in files {
        let Ok(text) = fs::read_to_string(&file) else { continue };
        assert!(!text.contains(&published), "{} reads {published}", file.display());
    }
}

/// The files of tests below a folder; `all` where each file is one.
fn tests_in(folder: &Path, all: bool, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.ends_with("node_modules") {
            continue;
        }
        if path.is_dir() {
            tests_in(&path, all || path.ends_with("tests"), files);
        } else if all {
            files.push(path);
        }
    }
}
