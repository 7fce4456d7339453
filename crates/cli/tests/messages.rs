//! Messages are checked, imported and exported.

#![allow(clippy::expect_used, reason = "a test is to stop where it fails")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_solidarity-atlas");

#[test]
fn an_import_says_what_it_keeps_and_counts_in_proper_words() {
    let folder = folder_of(&[
        ("one.csv", "sender,message\nA,Dear friends we send greetings\n"),
        (
            "two.csv",
            "sender,message\nA,Dear friends we send greetings\nB,And we send our own to you\n",
        ),
        (
            "messages.json",
            "\u{feff}{\"collection\": {\"title\": \"Old\", \"language\": \"en\", \"host\": {\"name\": \
             \"Bergkoor\"}, \"source\": {\"name\": \"Paper\"}, \"rights\": \"Theirs\"}, \"messages\": []}",
        ),
    ]);
    let one = run(folder.path(), &["import", "one.csv"]);
    assert!(one.status.success(), "{one:?}");
    let one = said(&one);
    for kept in ["title “Old”", "host “Bergkoor”", "source “Paper”", "rights “Theirs”", "--title"]
    {
        assert!(one.contains(kept), "{kept}: {one}");
    }
    assert!(one.contains("1 message from one.csv is in messages.json."), "{one}");
    let two = run(folder.path(), &["import", "two.csv", "--title", "New"]);
    let two = said(&two);
    assert!(!two.contains("Kept") && two.contains("2 messages from two.csv are in"), "{two}");
    let out = run(folder.path(), &["export", "out.csv"]);
    assert!(said(&out).contains("2 messages are in out.csv."), "{out:?}");
}

#[test]
fn an_import_of_which_nothing_can_be_shown_leaves_what_is_there() {
    let folder = folder_of(&[
        ("one.csv", "choir,message\nA,Hello\n"),
        ("messages.json", fixtures::CONGRESS),
    ]);
    let output = run(folder.path(), &["import", "one.csv", "--title", "T"]);
    assert!(!output.status.success());
    assert!(said(&output).contains("no column gives the sender"), "{}", said(&output));
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(error.contains("messages.json was left as it is"), "{error}");
    let text = fs::read_to_string(folder.path().join("messages.json")).expect("messages");
    assert_eq!(text, fixtures::CONGRESS);
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 2, "nothing is put aside");
}

#[test]
fn an_import_of_which_nothing_can_be_shown_says_what_is_wrong_with_each_message() {
    let table = "choir,country,id,message\nA,NO,1-May,Hello\nB,\"Norway, Sweden\",b,Hello\n";
    let folder = folder_of(&[("one.csv", table), ("messages.json", fixtures::CONGRESS)]);
    let arguments = ["import", "one.csv", "--title", "T", "--column", "choir=sender"];
    let output = run(folder.path(), &arguments);
    assert!(!output.status.success());
    let notes = said(&output);
    assert!(notes.contains("one.csv:2: “1-May” cannot be part of a link."), "{notes}");
    assert!(notes.contains("one.csv:3: “Norway, Sweden” is not a country code."), "{notes}");
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(error.contains("no message of one.csv can be shown"), "{error}");
    assert!(error.contains("listed above") && !error.contains("--column"), "{error}");
    let text = fs::read_to_string(folder.path().join("messages.json")).expect("messages");
    assert_eq!(text, fixtures::CONGRESS);
}

#[test]
fn a_file_with_a_mark_before_its_text_is_read() {
    let folder = folder_of(&[("messages.json", &format!("\u{feff}{}", fixtures::CONGRESS))]);
    let check = run(folder.path(), &["check"]);
    assert!(check.status.success(), "{}", said(&check));
    assert!(run(folder.path(), &["export", "out.csv"]).status.success());
}

#[test]
fn whoever_reads_the_first_lines_alone_is_told_of_no_panic() {
    let folder = folder_of(&[("one.csv", "sender,message\nA,Hello\n")]);
    let mut command = Command::new(PROGRAM);
    command.current_dir(folder.path()).args(["import", "one.csv", "--title", "T"]);
    let mut running =
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs");
    drop(running.stdout.take());
    let output = running.wait_with_output().expect("it ends");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(folder.path().join("messages.json").exists(), "the messages are there all the same");
}

#[test]
fn an_export_has_nothing_that_cannot_be_shown() {
    let folder = folder_of(&[(
        "messages.json",
        "{\"collection\":{\"title\":\"T\",\"language\":\"en\"},\"messages\":[{\"id\":\"a\",\"senders\":[{\"names\":[\"A\\u0000\u{fffe}\"]}],\"body\":[\"Dear\\u000bfriends\\ud800\"]}]}",
    )]);
    let output = run(folder.path(), &["export", "all.csv"]);
    assert!(output.status.success(), "{}", said(&output));
    let table = fs::read_to_string(folder.path().join("all.csv")).expect("a table");
    assert!(table.contains("Dear\nfriends\u{fffd}") && table.contains(",A,"), "{table:?}");
}

/// Runs what organisers run, in a folder.
fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(PROGRAM);
    command.current_dir(folder).args(arguments).output().expect("it runs")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// A folder with files of these names and texts.
fn folder_of(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("a file");
    }
    folder
}
