//! What `cargo xtask build` runs.

#![allow(clippy::expect_used, reason = "a test is to stop where it fails")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

const INDEX: &str = include_str!("../../publisher/tests/support/index.html");
const THEME: &str = include_str!("../../../style/theme.css");
const ICON: &str = include_str!("../../../public/icon.svg");

/// A folder with what Trunk has built, taken apart, and the first collection.
fn workshop() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    };
    write("built/index.html", &INDEX.replace("<style>", &format!("<style>{THEME}")));
    write("built/icon.svg", ICON);
    write("built/messages.json", "those of Trunk");
    write("my.json", fixtures::CONGRESS);
    let client = run(folder.path(), &["client", "built", "--to", "client"], &[]);
    assert!(client.status.success(), "{client:?}");
    folder
}

fn run(folder: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    let mut publish = Command::new(env!("CARGO_BIN_EXE_publish"));
    publish.env_remove("SITE_URL").env_remove("LEAVE_OUT_BROKEN").envs(variables.iter().copied());
    publish.current_dir(folder).args(arguments).output().expect("it runs")
}

fn site(folder: &Path, dist: &str, variables: &[(&str, &str)]) -> Output {
    let arguments = ["site", "--client", "client", "--messages", "my.json", "--dist", dist];
    run(folder, &[&arguments[..], &["--pictures", "pictures"]].concat(), variables)
}

fn said(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

#[test]
fn one_client_makes_any_number_of_sites() {
    let folder = workshop();
    let home = |dist: &str| {
        let file = folder.path().join(dist).join("index.html");
        fs::read_to_string(file).expect("a home page")
    };
    let first = site(folder.path(), "first", &[]);
    assert!(first.status.success(), "{first:?}");
    assert!(said(&first).contains("Set SITE_URL"), "{}", said(&first));
    let below = site(folder.path(), "below", &[("SITE_URL", "https://example.org/a/")]);
    assert!(below.status.success(), "{below:?}");
    assert!(home("below").contains("\"https://example.org/a/preview.png\""));
    let text = fs::read_to_string(folder.path().join("below/messages.json")).expect("messages");
    assert_eq!(text, fixtures::CONGRESS);
}

#[test]
fn a_picture_is_painted_once() {
    let folder = workshop();
    let painted = |output: Output| {
        let said = said(&output);
        let (_, rest) = said.split_once("previews (").expect("it says how many");
        rest.split_once(' ').expect("a number").0.parse::<usize>().expect("a number")
    };
    let picture = || fs::read(folder.path().join("dist/m/kpri/preview.png")).expect("a picture");
    assert_eq!(painted(site(folder.path(), "dist", &[])), 18);
    let first = picture();
    assert_eq!(painted(site(folder.path(), "dist", &[])), 0);
    assert_eq!(picture(), first);
    let changed =
        fixtures::CONGRESS.replace("Warm greetings from Walyalup", "Greetings from Walyalup");
    assert_ne!(changed, fixtures::CONGRESS);
    fs::write(folder.path().join("my.json"), changed).expect("a file");
    assert_eq!(painted(site(folder.path(), "dist", &[])), 1);
    // What no page shows any more is not kept.
    assert_eq!(fs::read_dir(folder.path().join("pictures")).expect("a folder").count(), 18);
}

#[test]
fn a_build_that_fails_leaves_the_site_before_as_it_is() {
    let folder = workshop();
    assert!(site(folder.path(), "dist", &[]).status.success());
    let before = fs::read(folder.path().join("dist/index.html")).expect("a home page");
    // Some programs put a mark before what they save.
    let broken = fixtures::CONGRESS.replacen("\"country\": \"AU\"", "\"country\": \"Holland\"", 1);
    assert_ne!(broken, fixtures::CONGRESS);
    fs::write(folder.path().join("my.json"), format!("\u{feff}{broken}")).expect("a file");
    let output = site(folder.path(), "dist", &[]);
    assert!(!output.status.success());
    let said = said(&output);
    assert!(said.contains("--> my.json:") && said.contains("“Holland”"), "{said}");
    assert_eq!(fs::read(folder.path().join("dist/index.html")).expect("a home page"), before);
    assert!(site(folder.path(), "dist", &[("LEAVE_OUT_BROKEN", "1")]).status.success());
}

#[test]
fn a_site_replaces_the_one_before_however_its_folder_is_named() {
    let folder = workshop();
    for dist in ["dist", "dist/", "./dist", "dist/../dist/"] {
        let output = site(folder.path(), dist, &[]);
        assert!(output.status.success(), "{dist}: {output:?}");
        fs::write(folder.path().join("dist/left-over.html"), "of the site before").expect("a file");
    }
    assert!(site(folder.path(), "dist/", &[]).status.success());
    assert!(!folder.path().join("dist/left-over.html").exists());
    let names = fs::read_dir(folder.path())
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    let beside: Vec<_> = names.filter(|name| name.starts_with("dist")).collect();
    assert_eq!(beside, ["dist"], "nothing is left beside it");
}

#[test]
fn a_site_replaces_what_trunk_serves_to_developers() {
    let folder = workshop();
    fs::create_dir(folder.path().join("dist")).expect("a folder");
    for (name, text) in [("index.html", "served"), ("solidarity-atlas-1_bg.wasm", "program")] {
        fs::write(folder.path().join("dist").join(name), text).expect("a file");
    }
    let output = site(folder.path(), "dist", &[]);
    assert!(output.status.success(), "{output:?}");
    assert!(folder.path().join("dist/sw.js").exists());
    assert!(!folder.path().join("dist/solidarity-atlas-1_bg.wasm").exists());
}

#[test]
fn a_folder_with_something_else_in_it_is_left_alone() {
    let folder = workshop();
    fs::write(folder.path().join("index.html"), "mine").expect("a file");
    let output = site(folder.path(), ".", &[]);
    assert!(!output.status.success());
    assert!(said(&output).contains("choose another folder"), "{}", said(&output));
    assert!(folder.path().join("my.json").exists());
}
