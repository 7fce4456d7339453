//! The scripts of the action that publishes a project from GitHub, with a release in a local folder.

#![cfg(target_os = "linux")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test is to stop where it fails")]

use std::env::consts::ARCH;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use sha2::{Digest, Sha256};

/// Stands in for the program.
const PROGRAM: &str = "#!/bin/sh\necho solidarity-atlas 9.9.9\n";

#[test]
fn the_program_of_the_release_that_is_named_is_taken() {
    let host = Host::new("named");
    host.release("download/v1.2.0", PROGRAM, PROGRAM);
    let output = host.download("someone/atlas", "v1.2.0");
    assert!(output.status.success(), "{}", said(&output));
    assert!(said(&output).contains("solidarity-atlas 9.9.9"), "it runs: {}", said(&output));
}

#[test]
fn a_branch_takes_the_latest_release() {
    let host = Host::new("latest");
    host.release("latest/download", PROGRAM, PROGRAM);
    for version in ["main", "", "v1/../../elsewhere"] {
        let output = host.download("someone/atlas", version);
        assert!(output.status.success(), "{version}: {}", said(&output));
    }
}

#[test]
fn another_program_than_the_checksum_is_for_is_refused() {
    let host = Host::new("changed");
    host.release("download/v1.2.0", "#!/bin/sh\necho changed\n", PROGRAM);
    let output = host.download("someone/atlas", "v1.2.0");
    assert!(!output.status.success());
    assert!(
        said(&output).contains("is not the file that its checksum is for"),
        "{}",
        said(&output)
    );
    assert!(!host.program().exists());
}

#[test]
fn what_is_missing_is_named() {
    let host = Host::new("missing");
    let output = host.download("someone/atlas", "v1.2.0");
    assert!(!output.status.success());
    assert!(said(&output).contains("releases/download/v1.2.0/solidarity-atlas-linux-"));
    assert!(said(&output).contains("could not be downloaded"), "{}", said(&output));
    let output = host.download("", "v1.2.0");
    assert!(!output.status.success());
    assert!(said(&output).contains("Use this action as OWNER/REPOSITORY"), "{}", said(&output));
}

#[test]
fn the_summary_shows_what_the_program_says() {
    let host = Host::new("shown");
    let said_by_it =
        "error: “Malasia” is not a country code.\n```\n<b>bold</b> $(echo run) `echo run`";
    for (status, succeeds) in [("1", false), ("0", true)] {
        let summary = host.path("summary");
        let _ = fs::remove_file(&summary);
        // The arguments are the status and the text.
        let output = script("shown.sh")
            .args(["sh", "-c", "printf '%s\\n' \"$1\"; exit \"$0\"", status, said_by_it])
            .env("GITHUB_STEP_SUMMARY", &summary)
            .output()
            .expect("bash");
        assert_eq!(output.status.success(), succeeds, "{}", said(&output));
        assert!(said(&output).contains(said_by_it), "{}", said(&output));
        let summary = fs::read_to_string(summary).expect("a summary");
        let shown = "    error: “Malasia” is not a country code.\n    ```\n    <b>bold</b> $(echo run) `echo run`\n\n";
        assert_eq!(summary, shown);
    }
}

/// A folder that is the host of a repository with releases.
struct Host(PathBuf);

impl Host {
    fn new(name: &str) -> Host {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("publish-action").join(name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder");
        Host(folder)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Where the program is downloaded to.
    fn program(&self) -> PathBuf {
        self.path("a program")
    }

    /// A release that offers a program, with the checksum of another.
    fn release(&self, at: &str, offered: &str, summed: &str) {
        let folder = self.0.join("someone/atlas/releases").join(at);
        fs::create_dir_all(&folder).expect("a folder");
        let name = format!("solidarity-atlas-linux-{ARCH}");
        let sum: String = Sha256::digest(summed).iter().map(|byte| format!("{byte:02x}")).collect();
        fs::write(folder.join(&name), offered).expect("the program");
        let line = format!("{sum}  {name}\n");
        fs::write(folder.join(format!("{name}.sha256")), line).expect("its checksum");
    }

    fn download(&self, repository: &str, version: &str) -> Output {
        script("download.sh")
            .env("SERVER", format!("file://{}", self.0.display()))
            .env("REPOSITORY", repository)
            .env("VERSION", version)
            .env("TO", self.program())
            .output()
            .expect("bash")
    }
}

fn script(name: &str) -> Command {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the repository");
    let mut bash = Command::new("bash");
    bash.arg(root.join(".github/actions/publish").join(name));
    bash
}

fn said(output: &Output) -> String {
    let both = [&output.stdout, &output.stderr].map(|text| String::from_utf8_lossy(text));
    both.concat()
}
