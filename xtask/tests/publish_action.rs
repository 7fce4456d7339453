//! The scripts of the action that publishes a project from GitHub, with a release in a local folder.

#![cfg(target_os = "linux")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test is to stop where it fails")]

use std::env::consts::ARCH;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use sha2::{Digest, Sha256};

/// Stands in for the program: it says its version, and finds what `FINDS` says.
const PROGRAM: &str = "#!/bin/sh
case $1 in
  --version) echo solidarity-atlas 9.9.9 ;;
  check) printf '%s\\n' \"$FINDS\"; exit \"$ENDS\" ;;
esac
";

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
fn the_summary_shows_what_is_wrong_with_the_messages() {
    let host = Host::new("check");
    host.release("download/v1.2.0", PROGRAM, PROGRAM);
    host.download("someone/atlas", "v1.2.0");
    let found = "error: “Malasia” is not a country code.\n```\n<b>bold</b> $(echo run) `echo run`";
    for ends in ["1", "0"] {
        let output = host.check("-a folder", found, ends);
        assert_eq!(output.status.success(), ends == "0", "{}", said(&output));
        assert!(said(&output).contains(found));
        let summary = fs::read_to_string(host.path("summary")).expect("a summary");
        assert!(summary.starts_with("## Messages\n\n    error:"), "{summary}");
        assert!(
            summary.ends_with("    ```\n    <b>bold</b> $(echo run) `echo run`\n"),
            "{summary}"
        );
        fs::remove_file(host.path("summary")).expect("a summary");
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

    fn check(&self, folder: &str, finds: &str, ends: &str) -> Output {
        script("check.sh")
            .env("PROGRAM", self.program())
            .env("FOLDER", folder)
            .env("FINDS", finds)
            .env("ENDS", ends)
            .env("GITHUB_STEP_SUMMARY", self.path("summary"))
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
