//! Building the studio: a site of its own, in which organisers make theirs.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::client;
use crate::shell::{command, root, run};
use crate::shrink;
use crate::tools;

/// Where the studio is written.
pub const DIST: &str = "dist-studio";
/// Where its programs are put together.
const BUILT: &str = "target/studio";
/// What of it is not compiled.
const STATIC: &str = "crates/studio-page/static";
/// What loads the fonts that pictures are painted with.
const FONTS: &str = "crates/studio-worker/src/fonts.js";
/// Its styles, after those that it shares with the sites.
const STYLES: &str = "crates/studio-page/style";
/// The styles that it shares with the sites.
const SHARED_STYLES: [&str; 4] = ["fonts.css", "theme.css", "tokens.css", "base.css"];
/// What keeps the studio for times without a connection.
const SERVICE_WORKER: &str = "sw.js";
/// The collection to try it with.
const EXAMPLE: &str = "crates/cli/example/messages.json";

/// A program of the studio.
struct Program {
    name: &'static str,
    package: &'static str,
    features: &'static [&'static str],
    is_uncalled: shrink::IsUncalled,
}

/// For a program in which no function is found that nothing calls.
const ALL_CALLED: shrink::IsUncalled = |_, _| false;

/// The programs. The last two are one package: that with documents is fetched when one is met.
const PROGRAMS: [Program; 4] = [
    Program {
        name: "page",
        package: "solidarity-studio-page",
        features: &[],
        is_uncalled: ALL_CALLED,
    },
    Program {
        name: "publisher",
        package: "solidarity-studio-worker",
        features: &[],
        is_uncalled: shrink::is_not_for_writing,
    },
    Program {
        name: "importer",
        package: "solidarity-studio-importer",
        features: &[],
        is_uncalled: ALL_CALLED,
    },
    Program {
        name: "documents",
        package: "solidarity-studio-importer",
        features: &["documents"],
        is_uncalled: ALL_CALLED,
    },
];

/// Writes the studio to dist-studio/. With `--quick`, its programs are large and slow, and compiled in
/// seconds; with `--keep-client`, the client in target/client is taken as it is.
pub fn studio(options: &[String]) -> Result<()> {
    let (mut quick, mut keeps_client) = (false, false);
    for option in options {
        match option.as_str() {
            "--quick" => quick = true,
            "--keep-client" => keeps_client = true,
            _ => bail!("studio takes no options but --quick and --keep-client"),
        }
    }
    tools::build_tools()?;
    if !keeps_client {
        client::build(&["--locked".to_owned()])?;
    }
    for program in &PROGRAMS {
        compile(program, quick)?;
    }
    let place = root().join(DIST);
    write(&place).with_context(|| format!("cannot write {}", place.display()))?;
    println!("\nThe studio is in {DIST}/, for any static host.");
    Ok(())
}

/// Compiles a program for browsers into target/studio.
fn compile(program: &Program, quick: bool) -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let Program { name, package, features, is_uncalled } = program;
    let mut cargo = command("cargo");
    cargo.args(["build", "--locked", "--target", TARGET, "--package", package]);
    cargo.args(["--features", &features.join(",")]);
    if quick {
        run(&mut cargo)?;
    } else {
        run(cargo.arg("--release").envs(client::compiler_flags()))?;
    }
    let profile = if quick { "debug" } else { "release" };
    let wasm = root().join("target").join(TARGET).join(profile);
    let wasm = wasm.join(format!("{}.wasm", package.replace('-', "_")));
    let mut bindgen = command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", name, "--out-dir", BUILT]);
    run(bindgen.arg(wasm))?;
    if quick {
        return Ok(());
    }
    let file = root().join(BUILT).join(format!("{name}_bg.wasm"));
    let count = shrink::shrink_program(&file, *is_uncalled)?;
    println!("{name}: nothing calls {count} of its functions");
    Ok(())
}

/// Puts the studio together. Everything but the first page and what a browser asks for by name lies in a
/// folder that is named after the digest of its content, so that files of two builds are never mixed.
fn write(place: &Path) -> Result<()> {
    let client = root().join(client::FOLDER);
    let template = fs::read_to_string(client.join("template.json"))?;
    let template: Value = serde_json::from_str(&template)?;
    let style = template["style"].as_str().context("the template of the client has no styles")?;

    let mut files = Vec::new();
    for Program { name, .. } in &PROGRAMS {
        for file in [format!("{name}.js"), format!("{name}_bg.wasm")] {
            files.push((file.clone(), fs::read(root().join(BUILT).join(file))?));
        }
    }
    let mut of_client = Vec::new();
    for path in below(&client)? {
        let name = slashed(path.strip_prefix(&client)?);
        files.push((format!("client/{name}"), fs::read(&path)?));
        of_client.push(name);
    }
    files.push(("fonts.js".to_owned(), fs::read(root().join(FONTS))?));
    files.push(("client.json".to_owned(), json!(of_client).to_string().into_bytes()));
    files.push(("client/preview.css".to_owned(), with_late_fonts(style)?.into_bytes()));
    files.push(("studio.css".to_owned(), styles()?.into_bytes()));
    files.push(("example.json".to_owned(), fs::read(root().join(EXAMPLE))?));
    let static_files = root().join(STATIC);
    let mut at_root = Vec::new();
    for path in below(&static_files)? {
        let name = slashed(path.strip_prefix(&static_files)?);
        match name.strip_prefix("assets/") {
            Some(name) => files.push((name.to_owned(), fs::read(&path)?)),
            None => at_root.push((name, fs::read(&path)?)),
        }
    }
    at_root.push(("icon.svg".to_owned(), fs::read(client.join("icon.svg"))?));

    files.sort();
    let mut digest = Sha256::new();
    for (name, bytes) in &files {
        digest.update(name);
        digest.update(bytes);
    }
    let digest: String =
        digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let assets = format!("assets-{digest}");
    if place.exists() {
        fs::remove_dir_all(place)?;
    }
    let mut listed = BTreeMap::new();
    for (name, bytes) in &files {
        let path = format!("{assets}/{name}");
        put(&place.join(&path), bytes)?;
        listed.insert(path, BASE64_STANDARD.encode(Sha256::digest(bytes)));
    }
    let (workers, at_root): (Vec<_>, Vec<_>) =
        at_root.into_iter().partition(|(name, _)| name == SERVICE_WORKER);
    for (name, bytes) in at_root {
        let bytes = filled(bytes, "{{assets}}", &assets);
        put(&place.join(&name), &bytes)?;
        listed.insert(name, BASE64_STANDARD.encode(Sha256::digest(&bytes)));
    }
    // It lists all others with their digests, so that browsers take up a build when any of them changes.
    for (name, bytes) in workers {
        let bytes = filled(bytes, "{{assets}}", &assets);
        put(&place.join(name), &filled(bytes, "{{files}}", &json!(listed).to_string()))?;
    }
    Ok(())
}

/// A text with something in place of a mark; other files have no such mark, and stay as they are.
fn filled(bytes: Vec<u8>, mark: &str, with: &str) -> Vec<u8> {
    match String::from_utf8(bytes) {
        Ok(text) => text.replace(mark, with).into_bytes(),
        Err(picture) => picture.into_bytes(),
    }
}

/// Styles whose letters are shown even if they come late. A visitor never sees letters change under the eyes; who makes
/// the site is to see it in its own letters, in the forms and in the preview.
fn with_late_fonts(style: &str) -> Result<String> {
    let (optional, swap) = ("font-display: optional", "font-display: swap");
    if !style.contains(optional) {
        bail!("the styles no longer say {optional}");
    }
    Ok(style.replace(optional, swap))
}

/// The styles in one file, with the fonts where the client has them.
fn styles() -> Result<String> {
    let shared = SHARED_STYLES.map(|name| root().join("style").join(name));
    let mut all = String::new();
    for path in shared.into_iter().chain(below(&root().join(STYLES))?) {
        all += &fs::read_to_string(path)?;
    }
    with_late_fonts(&all.replace("url(\"fonts/", "url(\"client/fonts/"))
}

/// Copies the studio into another folder.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    for path in below(from)? {
        put(&to.join(path.strip_prefix(from)?), &fs::read(&path)?)?;
    }
    Ok(())
}

fn put(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::create_dir_all(path.parent().context("a file without a folder")?)?;
    fs::write(path, bytes)?;
    Ok(())
}

fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

/// The files below a folder, sorted by path.
fn below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut all = Vec::new();
    for entry in
        fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?
    {
        let path = entry?.path();
        if path.is_dir() { all.extend(below(&path)?) } else { all.push(path) }
    }
    all.sort();
    Ok(all)
}
