//! Running other programs.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// The folder of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// Where tools are installed: inside the repository, ignored by git, kept by `cargo clean`.
pub fn tools() -> PathBuf {
    root().join(".tools")
}

/// A program that runs in the repository and finds the installed tools first.
pub fn command(program: impl AsRef<Path>) -> Command {
    let mut paths = vec![tools().join("bin"), tools().join("node_modules/.bin")];
    paths.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    let mut command = Command::new(program.as_ref());
    command.current_dir(root());
    // A path with a separator in it cannot be joined; the tools are then found by the old one.
    if let Ok(path) = env::join_paths(paths) {
        command.env("PATH", path);
    }
    command
}

/// Runs a program to its end.
///
/// # Errors
/// When it cannot be started, or reports a failure.
pub fn run(command: &mut Command) -> Result<()> {
    let line = describe(command);
    println!("\n$ {line}");
    let status = command.status().with_context(|| format!("cannot start `{line}`"))?;
    if !status.success() {
        bail!("`{line}` failed ({status})");
    }
    Ok(())
}

/// Runs a program that installs something from the network.
///
/// # Errors
/// When it fails: then what was not installed is named, with ways to go on.
pub fn install(what: &str, command: &mut Command) -> Result<()> {
    run(command).with_context(|| {
        format!(
            "{what} was not installed. If the lines above speak of a network, a registry or a timeout, \
             try the same command again once there is a connection (behind a proxy, set HTTPS_PROXY): \
             what is installed already is kept. Or install {what} yourself, where PATH finds it"
        )
    })
}

/// The package of the program for organisers.
pub const PACKAGE: &str = "solidarity-cli";
/// That program, as Cargo and organisers call it.
pub const NAME: &str = "solidarity-atlas";

/// That program, to be run with a command.
pub fn program(what: &str) -> Command {
    let mut cargo = command("cargo");
    cargo.args(["run", "--quiet", "--locked", "--package", PACKAGE, "--bin", NAME, "--", what]);
    cargo
}

/// What a program prints, or nothing if it does not run or fails: for looking whether it is there.
pub fn output_of(command: &mut Command) -> Option<String> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    String::from_utf8(output.stdout).ok()
}

/// npm, by the name it has on this system.
pub fn npm() -> Command {
    command(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

fn describe(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Whether packages can be installed without a question.
pub fn on_debian_as_root() -> bool {
    let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
    let debian = release.lines().any(|line| line == "ID=debian");
    debian && output_of(command("id").arg("-u")).is_some_and(|id| id.trim() == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_not_be_fetched_is_named_with_ways_to_go_on() {
        let error = install("trunk 0.21.14", &mut command("a program that is not there"));
        let said = error.map_err(|error| format!("{error:#}")).err().unwrap_or_default();
        for part in ["trunk 0.21.14", "a connection", "HTTPS_PROXY", "yourself"] {
            assert!(said.contains(part), "{part}: {said}");
        }
    }
}
