//! Whatever ends a build, the last good site is there, whole.

#![allow(clippy::expect_used, reason = "a test is to stop where it fails")]
#![cfg(unix)]

mod support;

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, sleep};
use std::time::{Duration, Instant};

use solidarity_cli::disk::read_folder;
use solidarity_cli::replacement::{ReplaceError, SiteFolder};
use support::{PROGRAM, workshop};

#[test]
fn a_site_is_there_whenever_a_build_is_killed() {
    let project = workshop();
    assert!(build(project.path()).wait().expect("it ends").success());
    let whole = read_folder(&project.path().join("site")).expect("a site").len();
    let took = {
        let begun = Instant::now();
        assert!(build(project.path()).wait().expect("it ends").success());
        begun.elapsed()
    };
    let is_over = AtomicBool::new(false);
    thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut reads = 0;
            while !is_over.load(Ordering::Relaxed) {
                let page = fs::read_to_string(project.path().join("site/index.html"));
                assert!(
                    page.expect("there is always a page").ends_with("</html>\n"),
                    "it is whole"
                );
                reads += 1;
            }
            reads
        });
        for moment in 0..40 {
            let mut running = build(project.path());
            sleep(took.mul_f32(moment as f32 / 36.0));
            running.kill().expect("it can be killed");
            running.wait().expect("it ends");
            let site = read_folder(&project.path().join("site")).expect("a site");
            assert_eq!(site.len(), whole, "killed at moment {moment}");
        }
        is_over.store(true, Ordering::Relaxed);
        assert!(reader.join().expect("it read") > 100);
    });
    // What was left beside it is in nobody's way.
    assert!(build(project.path()).wait().expect("it ends").success());
    for left in ["site.new", "site.old"] {
        assert!(!project.path().join(left).exists(), "{left}");
    }
}

#[test]
fn a_site_that_was_on_its_way_is_put_back() {
    let project = workshop();
    assert!(build(project.path()).wait().expect("it ends").success());
    let at = |name: &str| project.path().join(name);
    // As a build leaves it that ends between the two steps of systems without an exchange.
    fs::rename(at("site"), at("site.old")).expect("it moves");
    fs::create_dir(at("site.new")).expect("a folder");
    fs::write(at("messages.json"), "{").expect("a file");
    assert!(!build(project.path()).wait().expect("it ends").success());
    assert!(at("site/index.html").exists() && !at("site.old").exists() && !at("site.new").exists());
}

#[test]
fn two_builds_of_one_site_wait_for_each_other() {
    let project = workshop();
    let mut running: Vec<_> = (0..4).map(|_| build(project.path())).collect();
    for build in &mut running {
        assert!(build.wait().expect("it ends").success());
    }
    assert!(project.path().join("site/sw.js").exists());
}

#[test]
fn a_folder_is_written_by_one_at_a_time() {
    let parent = tempfile::tempdir().expect("a folder");
    let place = parent.path().join("site");
    let first = SiteFolder::begin(&place).expect("it begins");
    first.write("index.html", b"first").expect("it writes");
    first.write("sw.js", b"").expect("it writes");
    thread::scope(|scope| {
        let second = scope.spawn(|| SiteFolder::begin(&place).map(drop));
        sleep(Duration::from_millis(100));
        assert!(!second.is_finished(), "it waits");
        first.finish().expect("it finishes");
        second.join().expect("it ran").expect("it begins");
    });
    assert_eq!(fs::read(place.join("index.html")).expect("a page"), b"first");
}

#[test]
fn a_second_file_of_the_same_path_is_refused() {
    let parent = tempfile::tempdir().expect("a folder");
    let site = SiteFolder::begin(&parent.path().join("site")).expect("it begins");
    site.write("a/b", b"").expect("it writes");
    for path in ["a/b", "a", "a/b/c"] {
        let refused = site.write(path, b"").expect_err("there is one");
        assert!(matches!(refused, ReplaceError::Taken(_)), "{path}: {refused}");
    }
}

#[test]
fn a_full_disk_leaves_the_site_before_and_nothing_else() {
    let project = workshop();
    assert!(build(project.path()).wait().expect("it ends").success());
    let before = read_folder(&project.path().join("site")).expect("a site");
    // No file may be larger than 8 kB, which is the nearest to a full disk that needs no rights.
    let line = format!("ulimit -f 16; trap '' XFSZ; exec \"$@\" {}", "2>&1");
    let mut shell = Command::new("/bin/sh");
    shell.args(["-c", &line, "sh", PROGRAM, "build", "--client", "client"]);
    let output = shell.current_dir(project.path()).output().expect("it runs");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(!output.status.success() && said.contains("cannot write"), "{said}");
    assert_eq!(read_folder(&project.path().join("site")).expect("a site"), before);
    assert!(!project.path().join("site.new").exists());
}

#[test]
fn a_place_that_cannot_be_written_is_named() {
    let project = workshop();
    fs::write(project.path().join("file"), "no folder").expect("a file");
    let locked = project.path().join("locked");
    fs::create_dir(&locked).expect("a folder");
    fs::set_permissions(&locked, Permissions::from_mode(0o500)).expect("its rights");
    // Root can write anywhere except below a file.
    let is_root = fs::write(locked.join("try"), "").is_ok();
    for place in ["file/site", "locked/site"] {
        let output = command(project.path()).args(["--to", place]).output().expect("it runs");
        if place.starts_with("locked") && is_root {
            continue;
        }
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success() && said.contains("cannot write"), "{place}: {said}");
        assert!(said.contains(place.split('/').next().expect("a name")), "{place}: {said}");
    }
}

fn build(project: &Path) -> Child {
    let mut build = command(project);
    build.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it runs")
}

fn command(project: &Path) -> Command {
    let mut command = Command::new(PROGRAM);
    command.env_remove("SITE_URL").env_remove("LEAVE_OUT_BROKEN").current_dir(project);
    command.args(["build", "--client", "client", "--no-pictures"]);
    command
}
