//! Sites are built from a project.

#![allow(clippy::expect_used, reason = "a test is to stop where it fails")]

mod support;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use support::{ICON, PROGRAM, THEME, workshop, write};

/// What begins with a name in a folder, sorted.
fn beside(folder: &Path, name: &str) -> Vec<String> {
    let names = fs::read_dir(folder).expect("a folder");
    let names = names.map(|entry| entry.expect("an entry").file_name());
    let names = names.map(|name| name.to_string_lossy().into_owned());
    let mut names: Vec<_> = names.filter(|other| other.starts_with(name)).collect();
    names.sort();
    names
}

fn run(folder: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    let mut program = Command::new(PROGRAM);
    program.env_remove("SITE_URL").env_remove("LEAVE_OUT_BROKEN").envs(variables.iter().copied());
    program.current_dir(folder).args(arguments).output().expect("it runs")
}

fn site(folder: &Path, dist: &str, variables: &[(&str, &str)]) -> Output {
    run(folder, &["build", "--client", "client", "--to", dist], variables)
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
    assert!(said(&first).contains("--url https://"), "{}", said(&first));
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
        let (_, rest) = said.split_once("pictures (").expect("it says how many");
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
    fs::write(folder.path().join("messages.json"), changed).expect("a file");
    assert_eq!(painted(site(folder.path(), "dist", &[])), 1);
    // What no page shows any more is not kept.
    let kept = fs::read_dir(folder.path().join(".solidarity-atlas/pictures")).expect("a folder");
    assert_eq!(kept.count(), 18 + 3, "previews and icons");
}

#[test]
fn a_build_that_fails_leaves_the_site_before_as_it_is() {
    let folder = workshop();
    assert!(site(folder.path(), "dist", &[]).status.success());
    let before = fs::read(folder.path().join("dist/index.html")).expect("a home page");
    // Some programs put a mark before what they save.
    let broken = fixtures::CONGRESS.replacen("\"country\": \"AU\"", "\"country\": \"Holland\"", 1);
    assert_ne!(broken, fixtures::CONGRESS);
    fs::write(folder.path().join("messages.json"), format!("\u{feff}{broken}")).expect("a file");
    let output = site(folder.path(), "dist", &[]);
    assert!(!output.status.success());
    let said = said(&output);
    assert!(said.contains("--> messages.json:") && said.contains("“Holland”"), "{said}");
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
    assert_eq!(beside(folder.path(), "dist"), ["dist"], "nothing is left beside it");
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
    write(folder.path(), "site/index.html", "mine");
    let output = site(folder.path(), "site", &[]);
    assert!(!output.status.success());
    assert!(said(&output).contains("choose another folder"), "{}", said(&output));
    assert!(folder.path().join("site/index.html").exists());
}

#[test]
fn a_project_brings_its_own_colours_icon_and_files() {
    let folder = workshop();
    write(folder.path(), "theme.css", &THEME.replace("#fbfaf7", "#f0f8ff"));
    write(folder.path(), "icon.svg", &ICON.replace("#c3151c", "#004488"));
    write(folder.path(), "files/CNAME", "example.org");
    write(folder.path(), "files/m/photo.txt", "beside the messages");
    let output = site(folder.path(), "site", &[]);
    assert!(output.status.success(), "{output:?}");
    let read = |name: &str| fs::read_to_string(folder.path().join("site").join(name)).expect(name);
    assert!(read("index.html").contains("--paper: light-dark(#f0f8ff"));
    assert!(read("icon.svg").contains("#004488"));
    assert_eq!(read("CNAME"), "example.org");
    assert_eq!(read("m/photo.txt"), "beside the messages");
}

#[test]
fn what_is_wrong_with_a_project_is_named_with_the_cure() {
    let wrong = [
        ("theme.css", ":root {}", "theme.css has no --ink"),
        ("theme.css", "</style>", "remove it"),
        ("icon.svg", "no picture", "icon.svg: the SVG cannot be read"),
        ("files/index.html", "mine", "the site has a file index.html of its own"),
        ("files/m/kpri/index.html", "mine", "the site has a file m/kpri/index.html of its own"),
        ("files/m", "a file", "of its own"),
        ("files/robots.txt/a", "a folder", "the site has a file robots.txt of its own"),
        ("files/icon.svg", "mine", "the site has a file icon.svg of its own"),
        ("messages.json", "{", "there is nothing to publish"),
    ];
    for (name, text, said_of_it) in wrong {
        let folder = workshop();
        write(folder.path(), name, text);
        let output = site(folder.path(), "site", &[]);
        assert!(!output.status.success(), "{name}");
        assert!(said(&output).contains(said_of_it), "{name}: {}", said(&output));
        assert_eq!(beside(folder.path(), "site"), Vec::<String>::new(), "{name}: nothing is left");
    }
    let folder = workshop();
    fs::remove_file(folder.path().join("messages.json")).expect("it was there");
    let said = said(&site(folder.path(), "site", &[]));
    assert!(said.contains("there is no messages.json") && said.contains("--folder"), "{said}");
}

#[cfg(unix)]
#[test]
fn links_are_not_followed_out_of_the_project() {
    let folder = workshop();
    fs::create_dir(folder.path().join("files")).expect("a folder");
    std::os::unix::fs::symlink("/etc/hostname", folder.path().join("files/name")).expect("a link");
    let said = said(&site(folder.path(), "site", &[]));
    assert!(said.contains("files/name is a link"), "{said}");
}

#[test]
fn a_site_without_pictures_has_icons_and_keeps_the_previews_for_later() {
    let folder = workshop();
    assert!(site(folder.path(), "site", &[]).status.success());
    let arguments = ["build", "--client", "client", "--no-pictures"];
    let output = run(folder.path(), &arguments, &[("SITE_URL", "https://example.org/")]);
    assert!(said(&output).contains("without preview pictures"), "{}", said(&output));
    assert!(folder.path().join("site/icon-192.png").exists());
    assert!(!folder.path().join("site/preview.png").exists());
    let again = said(&site(folder.path(), "site", &[]));
    assert!(again.contains("(0 painted, 18 kept)"), "{again}");
}

#[test]
fn a_project_is_never_replaced_by_its_site() {
    let folder = workshop();
    for name in ["index.html", "sw.js"] {
        write(folder.path(), name, "a site that was copied here");
    }
    let output = site(folder.path(), ".", &[]);
    assert!(said(&output).contains("holds the project itself"), "{}", said(&output));
    assert!(folder.path().join("messages.json").exists());
}
