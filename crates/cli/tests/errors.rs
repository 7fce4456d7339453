//! Whatever is wrong on the disk or the command line is named with its place and its cure, and the last good
//! site stays.

#![allow(clippy::expect_used, reason = "a test is to stop where it fails")]

mod support;

use std::fs;
use std::io::Error;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use solidarity_cli::disk::{read_folder, write_error};
use support::{PROGRAM, workshop, write};

/// A run that takes longer is waiting for something that will never come.
const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn text_that_is_not_utf8_is_named_with_its_line() {
    let folder = workshop();
    let latin =
        [&b"{\n  \"collection\": {\n    \"title\": \"Saudac"[..], &[0xf5], b"es\" } }"].concat();
    let cut = b"{ \"collection\": {\n\"title\": \"\xc3".to_vec();
    for (bytes, line) in [(latin, 3), (cut, 2)] {
        fs::write(folder.path().join("messages.json"), bytes).expect("a file");
        for arguments in
            [&["check"][..], &["build"], &["export", "all.csv"], &["import", "table.csv"]]
        {
            write(folder.path(), "table.csv", "sender,message\nChoir,Hello\n");
            let wanted = format!(
                "messages.json:{line}: from here on the file is not in UTF-8: save it again as UTF-8"
            );
            refused(folder.path(), arguments, &[&wanted]);
        }
    }
    fs::write(folder.path().join("messages.json"), fixtures::CONGRESS).expect("a file");
    fs::write(folder.path().join("theme.css"), b":root {\n--ink: \xff }").expect("a file");
    refused(folder.path(), &["build"], &["theme.css:2: ", "UTF-8"]);
}

#[test]
fn what_is_no_file_is_not_waited_for() {
    let names =
        ["messages.json", "theme.css", "icon.svg", "files/photo.jpg", "choirs.csv", "letters/1.md"];
    for name in names {
        for kind in ["folder", "pipe", "device"] {
            let folder = workshop();
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            let _ = fs::remove_file(&path);
            let is_made = match kind {
                "folder" if name.contains('/') || name.ends_with(".csv") => continue,
                "folder" => fs::create_dir(&path).is_ok(),
                "pipe" => made("mkfifo", &[&path.to_string_lossy()]),
                _ => made("mknod", &[&path.to_string_lossy(), "c", "1", "5"]),
            };
            // Devices can be made only by root.
            if !is_made {
                continue;
            }
            let commands: &[&[&str]] = match name {
                "choirs.csv" => &[&["import", "choirs.csv", "--title", "T"]],
                "letters/1.md" => &[&["import", "letters", "--title", "T"]],
                "messages.json" => &[&["check"], &["build"], &["export", "all.csv"]],
                _ => &[&["check"], &["build"]],
            };
            for arguments in commands {
                refused(folder.path(), arguments, &[name, "is not a file"]);
            }
        }
    }
}

#[test]
fn files_of_a_size_that_would_fill_the_memory_are_refused() {
    for name in ["messages.json", "theme.css", "files/film.mp4", "choirs.csv"] {
        let folder = workshop();
        write(folder.path(), name, "");
        let file =
            fs::OpenOptions::new().write(true).open(folder.path().join(name)).expect("a file");
        file.set_len(1_000_000_001).expect("a long file");
        let arguments: &[&str] = match name {
            "choirs.csv" => &["import", "choirs.csv", "--title", "T"],
            _ => &["build"],
        };
        refused(folder.path(), arguments, &["too large: it has 1000.0 MB, and the most is"]);
    }
}

#[test]
fn a_client_without_a_file_that_pages_need_is_refused() {
    for name in ["land.svg", "program-1.js", "program-1_bg.wasm"] {
        let folder = workshop();
        fs::remove_file(folder.path().join("client").join(name)).expect("it was there");
        for arguments in [&["check"], &["build"]] {
            refused(folder.path(), arguments, &[name, "build the client anew"]);
        }
    }
    let folder = workshop();
    let template = folder.path().join("client/template.json");
    let text = fs::read_to_string(&template).expect("a template");
    let text = text.replacen("start()", "start();'fonts/choir.woff2'", 1);
    fs::write(template, text).expect("a file");
    refused(folder.path(), &["build"], &["fonts/choir.woff2"]);
    let folder = workshop();
    refused_with(folder.path(), &["build", "--client", "nowhere"], &["nowhere", "spelt"]);
}

#[test]
fn a_font_that_the_colours_name_has_to_be_there() {
    let folder = workshop();
    let font = "@font-face { font-family: Own; src: url(\"./own.woff2\") }";
    write(folder.path(), "theme.css", &format!("{}{font}", support::THEME));
    refused(folder.path(), &["build"], &["theme.css: there is no file own.woff2", "“files”"]);
    write(folder.path(), "files/own.woff2", "a font");
    assert!(run(folder.path(), &["build"]).status.success());
}

#[test]
fn a_logo_is_a_picture_in_the_folder_of_files() {
    let png = b"\x89PNG\r\n\x1a\n....";
    let svg = b"<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
    let wrong: [(&str, &str, &[u8], &str); 17] = [
        (" crest.svg", "crest.svg", svg, "and spaces count"),
        ("../../crest.svg", "", b"", "not in the folder “files”"),
        ("a/../crest.svg", "crest.svg", svg, "not in the folder “files”"),
        ("./crest.svg", "crest.svg", svg, "not in the folder “files”"),
        ("a//crest.svg", "a/crest.svg", svg, "not in the folder “files”"),
        ("/etc/passwd", "", b"", "/etc/passwd"),
        ("C:\\\\crest.svg", "", b"", "crest.svg"),
        ("https://example.org/crest.svg", "", b"", "crest.svg"),
        ("crest.svg", "", b"", "put it into the folder “files”"),
        ("crest.svg", "Crest.SVG", svg, "There is Crest.SVG: capital letters"),
        ("crest", "crest/crest.svg", svg, "which is a folder"),
        ("crest.png", "crest.png", b"Our crest is in another file.", "no picture"),
        ("crest.svg", "crest.svg", b"<!DOCTYPE html><svg></svg>", "no picture"),
        ("crest.svg", "crest.svg", b"", "no picture"),
        ("crest.png", "crest.png", b"%PDF-1.7", "no picture"),
        ("crest.png", "crest.png", svg, "change its end to .svg"),
        ("crest.svg", "crest.svg", png, "change its end to .png"),
    ];
    for (logo, file, bytes, said_of_it) in wrong {
        let folder = with_logo(logo);
        if !file.is_empty() {
            write(folder.path(), &format!("files/{file}"), "");
            fs::write(folder.path().join("files").join(file), bytes).expect("a file");
        }
        for arguments in [&["check"], &["build"]] {
            refused(folder.path(), arguments, &["messages.json:3", said_of_it]);
        }
    }
    for (logo, bytes) in [("crest.svg", &svg[..]), ("a/our crest.PNG", png), ("crest.jpg", png)] {
        let folder = with_logo(logo);
        write(folder.path(), &format!("files/{logo}"), "");
        fs::write(folder.path().join("files").join(logo), bytes).expect("a file");
        assert!(run(folder.path(), &["build"]).status.success(), "{logo}");
    }
}

#[test]
fn a_heavy_logo_is_shown_with_a_warning() {
    let folder = with_logo("crest.png");
    let mut bytes = b"\x89PNG\r\n\x1a\n".to_vec();
    bytes.resize(50_000_000, 0);
    write(folder.path(), "files/crest.png", "");
    fs::write(folder.path().join("files/crest.png"), bytes).expect("a file");
    let output = run(folder.path(), &["build"]);
    assert!(output.status.success() && said(&output).contains("50000 kB"), "{}", said(&output));
    assert!(run(folder.path(), &["check"]).status.success());
    assert!(!run(folder.path(), &["check", "--deny-warnings"]).status.success());
}

#[cfg(unix)]
#[test]
fn a_logo_outside_the_project_is_not_published() {
    let folder = with_logo("crest.svg");
    fs::create_dir(folder.path().join("files")).expect("a folder");
    let to = folder.path().join("files/crest.svg");
    std::os::unix::fs::symlink("/etc/hostname", to).expect("a link");
    refused(folder.path(), &["build"], &["files/crest.svg is a link"]);
    fs::remove_dir_all(folder.path().join("files")).expect("it was there");
    write(folder.path(), "files", "not a folder");
    refused(folder.path(), &["build"], &["files is not a folder"]);
}

#[test]
fn an_id_that_no_disk_takes_as_a_name_is_refused_with_its_line() {
    for (letters, is_fine) in [(200, true), (201, false), (256, false), (5000, false)] {
        let folder = workshop();
        let text =
            fixtures::CONGRESS.replacen("\"kpri\"", &format!("\"{}\"", "k".repeat(letters)), 1);
        let line = 1 + text.split("kkkk").next().expect("a start").matches('\n').count();
        write(folder.path(), "messages.json", &text);
        if is_fine {
            assert!(run(folder.path(), &["build"]).status.success());
            assert!(run(folder.path(), &["export", "texts"]).status.success());
            continue;
        }
        for arguments in [&["check"], &["build"]] {
            let place = format!("messages.json:{line}: ");
            refused(
                folder.path(),
                arguments,
                &[&place, &format!("{letters} letters"), "at most 200"],
            );
        }
    }
}

#[test]
fn an_address_that_is_none_is_named_with_its_place() {
    let folder = workshop();
    let text = "{\n\"collection\": { \"title\": \"T\", \"language\": \"en\",\n\"url\": \"https://example.org/?a\" },\n\
                \"messages\": [{ \"id\": \"a\", \"senders\": [{ \"names\": [\"Choir\"] }], \"body\": [\"Hello\"] }] }";
    write(folder.path(), "messages.json", text);
    refused(folder.path(), &["build"], &["messages.json:3", "example.org"]);
    write(folder.path(), "messages.json", fixtures::CONGRESS);
    refused(folder.path(), &["build", "--url", "example.org"], &["https://"]);
}

#[test]
fn a_place_for_the_site_that_is_none_is_named() {
    let folder = workshop();
    write(folder.path(), "taken", "a file");
    refused(folder.path(), &["build", "--to", "taken"], &["taken is a file, not a folder"]);
    refused(
        folder.path(),
        &["build", "--to", "taken/site"],
        &["taken", "There is a file of this name"],
    );
    refused(folder.path(), &["export", "taken"], &["taken already exists"]);
    refused(folder.path(), &["export", "taken/all.csv"], &["taken/all.csv", "is a file"]);
    refused(folder.path(), &["new", "taken"], &["taken already exists"]);
    refused(folder.path(), &["new", "taken/new"], &["taken/new", "is a file"]);
    let long = "k".repeat(300);
    refused(folder.path(), &["build", "--to", &long], &[&long, "a shorter one"]);
    refused(folder.path(), &["new", &long], &[&long, "a shorter one"]);
    assert_eq!(fs::read_to_string(folder.path().join("taken")).expect("a file"), "a file");
    if made("mkfifo", &[&folder.path().join("pipe").to_string_lossy()]) {
        refused(folder.path(), &["build", "--to", "pipe"], &["pipe is a file, not a folder"]);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_folder_that_nobody_may_write_to_is_named_with_the_cure() {
    let folder = workshop();
    // Even root cannot write there.
    for arguments in
        [&["build", "--to", "/proc/site"][..], &["new", "/proc/new"], &["export", "/proc/all"]]
    {
        refused(folder.path(), arguments, &["cannot write /proc"]);
    }
}

#[test]
fn errors_of_the_system_say_what_to_do() {
    let said_of =
        |number| write_error(Path::new("site"))(Error::from_raw_os_error(number)).to_string();
    for (number, cure) in
        [(28, "Make room"), (13, "change the rights"), (30, "another disk"), (122, "Make room")]
    {
        if cfg!(target_os = "linux") {
            assert!(said_of(number).contains(cure), "{}", said_of(number));
        }
    }
}

#[test]
fn a_source_that_is_not_there_is_named() {
    let folder = workshop();
    refused(folder.path(), &["import", "choirs.csv"], &["choirs.csv", "Is the name spelt"]);
    fs::remove_file(folder.path().join("messages.json")).expect("it was there");
    for arguments in
        [&["check"][..], &["export", "all.csv"], &["build"], &["build", "--folder", "nowhere"]]
    {
        refused(folder.path(), arguments, &["there is no ", "messages.json", "--folder"]);
    }
}

#[test]
fn titles_and_languages_are_checked_before_anything_is_written() {
    let folder = workshop();
    write(folder.path(), "choirs.csv", "sender,message\nChoir,Hello\n");
    for (title, said_of_it) in [
        ("", "at least one letter"),
        (" \t", "at least one letter"),
        ("A\u{7}B", "U+0007"),
        ("A\nB", "U+000A"),
        ("A\u{2028}B", "U+2028"),
        ("A\u{85}B", "U+0085"),
        ("A\u{fffe}B", "U+FFFE"),
    ] {
        refused(folder.path(), &["new", "new", "--title", title], &[said_of_it]);
        refused(folder.path(), &["import", "choirs.csv", "--title", title], &[said_of_it]);
    }
    refused(
        folder.path(),
        &["import", "choirs.csv", "--title", "T", "--language", "english, british"],
        &["zh-Hant"],
    );
    assert!(!folder.path().join("new").exists());
    assert!(
        run(folder.path(), &["import", "choirs.csv", "--title", "  Choirs  "]).status.success()
    );
    let text = fs::read_to_string(folder.path().join("messages.json")).expect("messages");
    assert!(text.contains("\"title\": \"Choirs\""), "{text}");
}

#[cfg(target_os = "linux")]
#[test]
fn folders_may_have_any_name() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let desk = workshop();
    for name in
        [&b"caf\xe9"[..], b" spaces ", b"line\nend", b"bell\x07", b"-dash", "قارب".as_bytes()]
    {
        let folder = desk.path().join(OsStr::from_bytes(name));
        let mut command = Command::new(PROGRAM);
        command.current_dir(desk.path()).args(["new", "--"]).arg(OsStr::from_bytes(name));
        assert!(command.output().expect("it runs").status.success(), "{name:?}");
        let mut build = Command::new(PROGRAM);
        build.current_dir(&folder).args(["build", "--no-pictures", "--client", "../client"]);
        let output = build.output().expect("it runs");
        assert!(output.status.success(), "{name:?}: {}", said(&output));
        assert!(folder.join("site/index.html").exists());
    }
}

#[test]
fn a_port_that_cannot_be_used_is_named_with_the_cure() {
    let folder = workshop();
    refused(
        folder.path(),
        &["serve", "--no-open", "--address", "203.0.113.7"],
        &["203.0.113.7", "no such address"],
    );
    refused(folder.path(), &["serve", "--no-open", "--port", "65536"], &["65536"]);
}

#[test]
fn of_two_builds_with_other_messages_the_last_to_end_has_its_own() {
    let folder = workshop();
    for name in ["harbour", "lighthouse"] {
        let text =
            fixtures::CONGRESS.replacen("\"title\": \"", &format!("\"title\": \"{name} "), 1);
        write(folder.path(), &format!("{name}.json"), &text);
    }
    for _ in 0..6 {
        let start = |name: &'static str| {
            (name, start(folder.path(), &["build", "--messages", &format!("{name}.json")]))
        };
        let mut running = vec![start("harbour"), start("lighthouse"), start("harbour")];
        let mut last = None;
        while !running.is_empty() {
            running.retain_mut(|(name, child)| match child.try_wait().expect("it runs") {
                Some(status) => {
                    assert!(status.success());
                    last = Some((*name, Instant::now()));
                    false
                }
                None => true,
            });
            sleep(Duration::from_millis(1));
        }
        let page = fs::read_to_string(folder.path().join("site/index.html")).expect("a page");
        let (name, _) = last.expect("they ran");
        let of_one = ["harbour", "lighthouse"].map(|name| page.contains(&format!("{name} ")));
        assert_ne!(of_one[0], of_one[1], "the site is of one of them");
        assert!(page.contains(&format!("{name} ")), "{name} ended last");
    }
}

#[test]
fn a_build_that_waited_publishes_what_was_saved_meanwhile() {
    let folder = workshop();
    let lock = fs::File::create(folder.path().join(".site.lock")).expect("a lock");
    lock.lock().expect("it is free");
    let mut build = start(folder.path(), &["build"]);
    sleep(Duration::from_millis(800));
    assert!(build.try_wait().expect("it runs").is_none(), "it waits");
    let text = fixtures::CONGRESS.replacen("\"title\": \"", "\"title\": \"Saved meanwhile: ", 1);
    write(folder.path(), "messages.json", &text);
    drop(lock);
    assert!(build.wait().expect("it ends").success());
    let page = fs::read_to_string(folder.path().join("site/index.html")).expect("a page");
    assert!(page.contains("Saved meanwhile"));
}

/// A project whose third line names a logo.
fn with_logo(logo: &str) -> tempfile::TempDir {
    let folder = workshop();
    let text = format!(
        "{{\n  \"collection\": {{ \"title\": \"T\", \"language\": \"en\",\n    \"logo\": \"{logo}\" }},\n  \
         \"messages\": [{{ \"id\": \"a\", \"senders\": [{{ \"names\": [\"Choir\"] }}], \"body\": [\"Hello\"] }}]\n}}\n"
    );
    write(folder.path(), "messages.json", &text);
    folder
}

/// Runs a command that has to fail, saying all of this, and has to leave the site as it is.
fn refused(folder: &Path, arguments: &[&str], wanted: &[&str]) {
    write(folder, "site/index.html", "the last good site");
    write(folder, "site/sw.js", "");
    refused_with(folder, arguments, wanted);
    let site = read_folder(&folder.join("site")).expect("a site");
    assert_eq!(site.len(), 2, "{arguments:?}");
    assert_eq!(site.get("index.html").map(Vec::as_slice), Some(&b"the last good site"[..]));
    assert!(!folder.join("site.new").exists(), "{arguments:?}");
}

fn refused_with(folder: &Path, arguments: &[&str], wanted: &[&str]) {
    let output = run(folder, arguments);
    let said = said(&output);
    assert!(!output.status.success(), "{arguments:?}: {said}");
    for wanted in wanted {
        assert!(said.contains(wanted), "{arguments:?}: “{wanted}” is not in {said}");
    }
    assert!(!said.contains("panicked"), "{said}");
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut child = start(folder, arguments);
    let begun = Instant::now();
    while child.try_wait().expect("it runs").is_none() {
        if begun.elapsed() > PATIENCE {
            child.kill().expect("it can be ended");
            assert!(begun.elapsed() < PATIENCE, "{arguments:?} waits for ever");
        }
        sleep(Duration::from_millis(5));
    }
    child.wait_with_output().expect("it ends")
}

fn start(folder: &Path, arguments: &[&str]) -> Child {
    let mut command = Command::new(PROGRAM);
    command.env_remove("SITE_URL").env_remove("LEAVE_OUT_BROKEN").current_dir(folder);
    command.args(arguments);
    let has = |wanted: &str| arguments.contains(&wanted);
    if !has("--client") && (has("build") || has("check") || has("serve")) {
        command.args(["--client", "client"]);
    }
    if has("build") {
        command.arg("--no-pictures");
    }
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it runs")
}

fn said(output: &Output) -> String {
    let [out, error] = [&output.stdout, &output.stderr].map(|said| String::from_utf8_lossy(said));
    format!("{out}{error}")
}

/// Whether a tool of the system did its work.
fn made(tool: &str, arguments: &[&str]) -> bool {
    let tool: PathBuf = tool.into();
    Command::new(tool).args(arguments).status().is_ok_and(|status| status.success())
}
