//! The program for organisers: running it in the repository, and making the file that they get.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

use crate::client;
use crate::shell::{NAME, PACKAGE, command, program, root, run};

/// Where pictures are kept between builds.
const CACHE: &str = "target";
/// The messages of the repository.
const MESSAGES: &str = "public/messages.json";
/// Where the file for organisers is put.
const DIST: &str = "target/dist-program";

/// The program, to be run with a command on the messages of the repository, or on another file that
/// is named here or by the variable MESSAGES. The repository is the project folder: the files that an
/// import puts aside in it are not deployed, as those in public/ would be.
pub fn in_repository(what: &str, messages: Option<&str>) -> Command {
    let named = env::var("MESSAGES").ok().filter(|file| !file.is_empty());
    let messages = messages.map(str::to_owned).or(named).unwrap_or_else(|| MESSAGES.to_owned());
    let mut program = program(what);
    program.args(["--messages", &messages, "--client", client::FOLDER, "--cache", CACHE]);
    program
}

/// Runs a command of the program in place of this one: what it prints is all there is to say.
pub fn hand_over(what: &str, arguments: &[String]) -> Result<()> {
    let status = in_repository(what, None).args(arguments).status();
    let status = status.context("cannot start cargo")?;
    if !status.success() {
        std::process::exit(status.code().unwrap_or(1));
    }
    Ok(())
}

/// Makes the file for organisers, with the client in it, and its digest beside it. A client that was
/// built elsewhere can be kept: it is the same for all systems.
pub fn dist(options: &[String]) -> Result<()> {
    let (mut target, mut keeps_client) = (None, false);
    let mut rest = options.iter().map(String::as_str);
    while let Some(option) = rest.next() {
        match option {
            "--target" => target = Some(rest.next().context("--target needs a TRIPLE")?),
            "--keep-client" => keeps_client = true,
            _ => bail!("dist takes no options but --target TRIPLE and --keep-client"),
        }
    }
    if !keeps_client {
        client::build(&["--locked".to_owned()])?;
    }
    run(cargo("build").args(["--bin", NAME]).args(target.iter().flat_map(|to| ["--target", to])))?;

    let windows = target.map_or(cfg!(windows), |target| target.contains("windows"));
    let file = if windows { format!("{NAME}.exe") } else { NAME.to_owned() };
    let built = target_folder().join(target.unwrap_or_default()).join("dist").join(&file);
    let folder = root().join(DIST).join(target.unwrap_or_default());
    put(&built, &folder, &file).with_context(|| format!("cannot write {}", folder.display()))?;
    println!("\n{} is all that organisers need.", folder.join(file).display());
    Ok(())
}

fn put(built: &Path, folder: &Path, file: &str) -> Result<()> {
    fs::create_dir_all(folder)?;
    fs::copy(built, folder.join(file))?;
    let digest = Sha256::digest(fs::read(built)?);
    let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    // In the form of sha256sum, which checks it.
    fs::write(folder.join(format!("{file}.sha256")), format!("{digest}  {file}\n"))?;
    Ok(())
}

/// Tests the program as organisers get it; the client must have been built.
pub fn test() -> Result<()> {
    run(cargo("test").args(["--test", "program"]))
}

/// Compiles the program as organisers get it.
fn cargo(what: &str) -> Command {
    let mut cargo = command("cargo");
    cargo.args([what, "--locked", "--package", PACKAGE, "--features", "embedded"]);
    cargo.args(["--profile", "dist"]);
    cargo
}

fn target_folder() -> PathBuf {
    root().join(env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}
