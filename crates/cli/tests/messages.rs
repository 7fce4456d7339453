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
fn a_text_without_a_sender_is_refused_with_the_cure() {
    let folder = folder_of(&[("one.txt", "We sing.")]);
    let output = run(folder.path(), &["import", "one.txt", "--title", "T"]);
    assert!(!output.status.success());
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(error.contains("no message of one.txt has both"), "{error}");
    assert!(error.contains("in three lines: ---, sender: NAME and ---"), "{error}");
    assert!(!folder.path().join("messages.json").exists());
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
fn several_sources_are_imported_at_once_and_one_that_cannot_be_read_hides_none() {
    let folder = folder_of(&[
        ("one.csv", "sender,message\nA,Dear friends we send greetings\n"),
        ("b.eml", "From: Bergkoor <b@b.example>\n\nAnd we send our own to you\n"),
        ("broken.json", "{"),
    ]);
    let sources = ["import", "one.csv", "b.eml", "broken.json", "--title", "T"];
    let output = run(folder.path(), &sources);
    assert!(!output.status.success(), "one was not read");
    let said = said(&output);
    for line in [
        "one.csv: 1 message.",
        "b.eml: 1 message.",
        "broken.json:1: the file cannot be read from column 1",
        "2 messages from one.csv, b.eml, broken.json are in messages.json.",
    ] {
        assert!(said.contains(line), "{line}: {said}");
    }
    let output = run(folder.path(), &["import", "broken.json", "--title", "T"]);
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(error.contains("broken.json:1: the file cannot be read"), "{error}");
}

#[test]
fn an_earlier_collection_begins_a_project_with_its_logo_and_colours() {
    let json = "{\"collection\":{\"title\":\"Old\",\"language\":\"en\",\"logo\":\"logo.svg\"},\"messages\":[\
                {\"id\":\"a\",\"senders\":[{\"names\":[\"A\"]}],\"body\":[\"Hello\"]}]}";
    let page = "<style>:root { --paper: light-dark(#ffffff, #000000); }</style>";
    let files =
        [("messages.json", json), ("index.html", page), ("sw.js", ""), ("logo.svg", "<svg/>")];
    let site = folder_of(&files);
    fs::create_dir(site.path().join("m")).expect("a folder");
    let project = folder_of(&[]);
    let from = site.path().to_string_lossy().into_owned();
    let output = run(project.path(), &["import", &from]);
    let text = said(&output);
    assert!(
        text.contains("a site that this program made") && !text.contains("is a folder"),
        "{text}"
    );
    assert!(text.contains("Taken from the earlier collection: files"), "{text}");
    let read = |name: &str| fs::read_to_string(project.path().join(name)).unwrap_or_default();
    assert!(read("messages.json").contains("\"title\":\"Old\""), "{}", read("messages.json"));
    assert_eq!(read("files/logo.svg"), "<svg/>");
    assert_eq!(read("theme.css"), ":root { --paper: light-dark(#ffffff, #000000); }\n");

    // Where there is a collection, it stays, and nothing is overwritten.
    fs::write(project.path().join("theme.css"), "mine").expect("a file");
    let again = said(&run(project.path(), &["import", &from]));
    assert!(again.contains("title “Old”") && !again.contains("Taken from"), "{again}");
    assert_eq!(read("theme.css"), "mine");
    let none = run(folder_of(&[]).path(), &["import", &format!("{from}/logo.svg")]);
    assert!(String::from_utf8_lossy(&none.stderr).contains("--title"), "{none:?}");
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
