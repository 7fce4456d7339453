//! The program as organisers get it: one file, in a folder of theirs, with nothing else around.

#![allow(clippy::expect_used, reason = "a test is to stop where it fails")]

use std::cell::Cell;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

#[test]
fn from_nothing_to_a_site_and_back() {
    let desk = Desk::new();
    let new = desk.run(&["new", "greetings"]);
    assert!(new.contains("solidarity-atlas serve --folder greetings"), "{new}");
    let check = desk.run(&["--folder", "greetings", "check", "--deny-warnings"]);
    assert!(check.contains("4 messages can be shown; 0 errors, 0 warnings."), "{check}");

    desk.write("table.csv", "choir,message\nBergkoor,Dear friends we send you our greetings\n");
    let project = desk.path("greetings");
    let import = ["import", "../table.csv", "--title", "Ours", "--column", "choir=sender"];
    let import = said(&program(&project, &import));
    assert!(import.contains("1 message from ../table.csv is in messages.json."), "{import}");
    assert!(project.join("messages.before-1.json").exists());

    let build = said(&program(&project, &["build", "--url", "https://example.org/a/"]));
    assert!(build.contains("\nsite: ") && build.contains("2 painted, 0 kept"), "{build}");
    let page = fs::read_to_string(project.join("site/m/bergkoor/index.html")).expect("a page");
    assert!(page.contains("Dear friends we send you our greetings"));
    assert!(page.contains("https://example.org/a/m/bergkoor/preview.png"));
    assert!(!project.join("site/messages.before-1.json").exists(), "it is not deployed");

    let export = said(&program(&project, &["export", "again.csv"]));
    assert_eq!(export, "1 message is in again.csv.\n");
}

#[test]
fn a_preview_behaves_as_a_host_and_follows_changes() {
    let desk = Desk::new();
    desk.run(&["new", "p"]);
    let preview = Preview::of(&desk.path("p"), &[]);
    let home = preview.get("/");
    assert_eq!(home.status, 200);
    assert_eq!(home.header("content-type"), "text/html");
    assert_eq!(home.header("cache-control"), "no-store");
    assert!(home.body.contains("Harmonia") && home.body.contains("/.solidarity-atlas/reload.js?"));
    let script = preview.get("/.solidarity-atlas/reload.js");
    assert!(script.body.contains("location.reload()"));
    let (message, elsewhere) = (preview.get("/m/dock-choirs"), preview.get("/m/nobody/"));
    assert_eq!((message.status, message.header("location")), (307, "/m/dock-choirs/"));
    assert_eq!(elsewhere.status, 404);
    assert!(elsewhere.body.contains("Page not found"));
    let worker = preview.get("/sw.js").body;
    assert!(worker.contains("unregister()"), "nothing is kept for visits without a connection");
    for outside in ["/../messages.json", "/..%2fmessages.json", "/%2e%2e/%2e%2e/messages.json"] {
        assert_eq!(preview.get(outside).status, 404, "{outside}");
    }
    for (path, kind) in
        [("/site.webmanifest", "application/manifest+json"), ("/icon.svg", "image/svg+xml")]
    {
        assert_eq!(preview.get(path).header("content-type"), kind);
    }

    desk.edit("p/messages.json", "Union of Dock Choirs", "Union of Bridge Choirs");
    preview.wait_for(|news| news.served == news.number && !news.has_error);
    assert!(preview.get("/m/dock-choirs/").body.contains("Union of Bridge Choirs"));
    desk.edit("p/messages.json", "\"PT\"", "\"Portugal\"");
    preview.wait_for(|news| news.has_error);
    assert!(preview.get("/").body.contains("Harmonia"), "the last good site is still there");
    desk.edit("p/messages.json", "\"Portugal\"", "\"PT\"");
    preview.wait_for(|news| !news.has_error);
    desk.write("p/files/robots.txt", "mine");
    preview.wait_for(|news| news.has_error);
    fs::remove_dir_all(desk.path("p/files")).expect("it was there");
    preview.wait_for(|news| !news.has_error);
    assert!(!desk.path("p/site").exists(), "the site for the host is not touched");
}

#[test]
fn a_preview_waits_for_messages_that_can_be_shown() {
    let desk = Desk::new();
    desk.run(&["new", "p"]);
    let before = fs::read_to_string(desk.path("p/messages.json")).expect("messages");
    desk.write("p/messages.json", "{");
    let preview = Preview::of(&desk.path("p"), &[]);
    let page = preview.get("/m/dock-choirs/");
    assert_eq!(page.status, 503);
    assert!(
        page.body.contains("messages.json:1:1") && page.body.contains("reload.js"),
        "{}",
        page.body
    );
    desk.write("p/messages.json", &before);
    preview.wait_for(|news| !news.has_error);
    assert_eq!(preview.get("/m/dock-choirs/").status, 200);
}

#[test]
fn a_preview_has_the_path_of_the_site() {
    let desk = Desk::new();
    desk.run(&["new", "p"]);
    let collection = "\"language\": \"en\",";
    desk.edit(
        "p/messages.json",
        collection,
        &format!("{collection} \"url\": \"https://example.org/a/b\","),
    );
    let preview = Preview::of(&desk.path("p"), &[]);
    assert_eq!(preview.get("/").header("location"), "/a/b/");
    assert_eq!(preview.get("/a/b/m/dock-choirs").header("location"), "/a/b/m/dock-choirs/");
    assert_eq!(preview.get("/a/b/m/dock-choirs/").status, 200);
    assert_eq!(preview.get("/m/dock-choirs/").status, 404);
}

#[test]
fn a_port_in_use_is_left_for_the_next_one() {
    let desk = Desk::new();
    desk.run(&["new", "p"]);
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("its address").port();
    let preview = Preview::of(&desk.path("p"), &["--port", &port.to_string()]);
    assert!(preview.port > port);
    assert!(preview.said.contains(&format!("Port {port} is in use")), "{}", preview.said);
    assert_eq!(preview.get("/").status, 200);
}

#[test]
fn what_is_wrong_is_named_with_the_cure() {
    let desk = Desk::new();
    desk.write("mine/notes.txt", "precious");
    for (arguments, cure) in [
        (&["new", "mine"][..], "choose another name"),
        (&["new", "x", "--language", "Portuguese"], "use one such as en"),
        (&["build"], "solidarity-atlas new FOLDER"),
        (&["check", "--folder", "none"], "there is no none/messages.json"),
        (&["serve", "--folder", "none", "--no-open"], "there is no none/messages.json"),
        (&["import", "table.csv"], "--title"),
        (&["import", "table.csv", "--title", "T"], "cannot read table.csv"),
        (&["biuld"], "a similar subcommand exists: 'build'"),
    ] {
        let output = program(desk.folder.path(), arguments);
        assert!(!output.status.success(), "{arguments:?}");
        assert!(said(&output).contains(cure), "{arguments:?}: {}", said(&output));
    }
    assert_eq!(fs::read_dir(desk.path("mine")).expect("a folder").count(), 1);
    assert_eq!(fs::read_dir(desk.folder.path()).expect("a folder").count(), 1, "nothing is left");
}

#[test]
fn a_title_of_ones_own_comes_without_invented_facts() {
    let desk = Desk::new();
    desk.run(&["new", "p", "--title", "Letters to the Lantern Theatre", "--language", "pt"]);
    let text = fs::read_to_string(desk.path("p/messages.json")).expect("messages");
    assert!(text.contains("\"title\": \"Letters to the Lantern Theatre\""), "{text}");
    assert!(text.contains("\"language\": \"pt\""), "{text}");
    assert!(!text.contains("occasion") && !text.contains("\"host\""), "{text}");
    desk.run(&["check", "--folder", "p", "--deny-warnings"]);
}

#[test]
fn a_check_finds_what_a_build_would_refuse() {
    let desk = Desk::new();
    desk.run(&["new", "p"]);
    let check = |named: &str| {
        let output = program(&desk.path("p"), &["check"]);
        assert!(!output.status.success(), "{}", said(&output));
        assert!(said(&output).contains(named), "{}", said(&output));
    };
    let language = "\"language\": \"en\",";
    desk.edit("p/messages.json", language, &format!("{language} \"logo\": \"l.svg\","));
    check("l.svg");
    desk.write("p/files/l.svg", "<svg/>");
    desk.run(&["check", "--folder", "p"]);
    desk.edit("p/theme.css", "--paper:", "--papier:");
    check("theme.css has no --paper");
    desk.edit("p/theme.css", "--papier:", "--paper:");
    desk.write("p/icon.svg", "no picture");
    check("icon.svg");
}

#[test]
fn every_command_has_help_with_examples() {
    let desk = Desk::new();
    assert!(desk.run(&["--help"]).contains("To begin:"));
    assert!(desk.run(&["--version"]).starts_with("solidarity-atlas "));
    for command in ["new", "import", "check", "serve", "build", "export", "completions"] {
        let help = desk.run(&[command, "--help"]);
        assert!(help.contains("Examples:\n  solidarity-atlas "), "{command}: {help}");
    }
    assert!(desk.run(&["completions", "bash"]).contains("COMPREPLY"));
}

/// A folder far from the repository.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Desk {
        Desk { folder: tempfile::tempdir().expect("a folder") }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    fn edit(&self, name: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(name)).expect("a file");
        assert!(text.contains(from), "{text}");
        self.write(name, &text.replace(from, to));
    }

    /// What the program says when it succeeds.
    fn run(&self, arguments: &[&str]) -> String {
        let output = program(self.folder.path(), arguments);
        assert!(output.status.success(), "{arguments:?}: {}", said(&output));
        said(&output)
    }
}

fn program(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).output().expect("it runs")
}

/// The program with nothing in its environment, so that it finds no other program either.
fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_solidarity-atlas"));
    command.env_clear().env("PATH", "").current_dir(folder).args(arguments);
    command
}

fn said(output: &Output) -> String {
    let (out, error) = (&output.stdout, &output.stderr);
    String::from_utf8_lossy(out).into_owned() + &String::from_utf8_lossy(error)
}

/// A running preview.
struct Preview {
    running: Child,
    port: u16,
    said: String,
    /// The number of the last news.
    known: Cell<u64>,
}

/// An answer of it.
struct Answer {
    status: u16,
    head: String,
    body: String,
}

/// What it tells the pages.
struct News {
    number: u64,
    served: u64,
    has_error: bool,
}

impl Preview {
    /// Starts it, and waits until the first build has ended.
    fn of(project: &Path, options: &[&str]) -> Preview {
        let options = if options.is_empty() { &["--port", "0"] } else { options };
        let mut serve = command(project, &[&["serve", "--no-open"], options].concat());
        let mut running = serve.stdout(Stdio::piped()).spawn().expect("it runs");
        let mut lines = BufReader::new(running.stdout.take().expect("it says something")).lines();
        let mut said = String::new();
        while !said.contains("The site ") {
            said += &(lines.next().expect("a line").expect("a line") + "\n");
        }
        // Whatever it says later is read, so that it can go on.
        std::thread::spawn(move || lines.for_each(drop));
        let (_, rest) = said.split_once("http://127.0.0.1:").expect("its address");
        let port = rest.split('/').next().expect("its port").parse().expect("a number");
        let preview = Preview { running, port, said, known: Cell::new(0) };
        preview.news();
        preview
    }

    fn get(&self, path: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        let request =
            format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("it reads");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("it answers");
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").expect("a head and a body");
        let status = head.split(' ').nth(1).expect("a status").parse().expect("a number");
        Answer { status, head: head.to_owned(), body: body.to_owned() }
    }

    /// Follows the news as a page does, until there are such.
    fn wait_for(&self, wanted: impl Fn(&News) -> bool) {
        let begun = Instant::now();
        loop {
            let news = self.news();
            if wanted(&news) {
                return;
            }
            assert!(begun.elapsed() < Duration::from_secs(20), "no such news in 20 seconds");
        }
    }

    /// The news after those known.
    fn news(&self) -> News {
        let body = self.get(&format!("/.solidarity-atlas/after/{}", self.known.get())).body;
        let value: serde_json::Value = serde_json::from_str(&body).expect("news");
        let number = |name: &str| value[name].as_u64().unwrap_or_default();
        let (number, served) = (number("number"), number("served"));
        self.known.set(number);
        News { number, served, has_error: !value["error"].is_null() }
    }
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(other, _)| *other == name).map_or("", |(_, value)| value)
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.running.kill();
        let _ = self.running.wait();
    }
}
