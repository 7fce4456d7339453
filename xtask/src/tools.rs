//! The tools that a build needs, at the versions that Trunk.toml and this file pin.

use std::fs;

use anyhow::{Context, Result};

use crate::shell::{command, npm, output_of, root, run, tools};

/// Installs what a build needs and is not there: the WebAssembly target, Trunk, wasm-bindgen and
/// wasm-opt.
pub fn build_tools() -> Result<()> {
    let pins = Pins::read()?;
    wasm_target()?;
    cargo_tool("trunk", "trunk", &pins.trunk, "about ten minutes")?;
    cargo_tool("wasm-bindgen-cli", "wasm-bindgen", &pins.wasm_bindgen, "about three minutes")?;
    wasm_opt(&pins.wasm_opt)
}

/// Installs the packages of a folder with a package-lock.json, unless they are there already.
pub fn npm_packages(folder: &str) -> Result<()> {
    let folder = root().join(folder);
    let lock = fs::read(folder.join("package-lock.json"))
        .with_context(|| format!("{} has no package-lock.json", folder.display()))?;
    let mark = folder.join("node_modules/.installed-lock.json");
    if fs::read(&mark).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    println!("Installing npm packages in {} (some seconds).", folder.display());
    // Without their scripts, one of which fetches a Java of its own.
    let quietly = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
    run(npm().current_dir(&folder).args(quietly))?;
    fs::write(&mark, lock).with_context(|| format!("cannot write {}", mark.display()))
}

/// The versions in Trunk.toml, where Trunk itself reads them, too.
struct Pins {
    trunk: String,
    wasm_bindgen: String,
    wasm_opt: String,
}

impl Pins {
    fn read() -> Result<Pins> {
        let text =
            fs::read_to_string(root().join("Trunk.toml")).context("cannot read Trunk.toml")?;
        let table: toml::Table = text.parse().context("Trunk.toml is not TOML")?;
        let tool = |name: &str| {
            let tools = table.get("tools").and_then(toml::Value::as_table);
            let version = tools.and_then(|tools| tools.get(name)).and_then(toml::Value::as_str);
            version.map(str::to_owned).with_context(|| format!("Trunk.toml has no [tools] {name}"))
        };
        let trunk = table.get("trunk-version").and_then(toml::Value::as_str);
        Ok(Pins {
            trunk: trunk.context("Trunk.toml has no trunk-version")?.to_owned(),
            wasm_bindgen: tool("wasm_bindgen")?,
            wasm_opt: tool("wasm_opt")?,
        })
    }
}

fn wasm_target() -> Result<()> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let libraries =
        output_of(command("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    if libraries.is_some_and(|folder| fs::exists(folder.trim()).unwrap_or(false)) {
        return Ok(());
    }
    println!("Adding the Rust target {TARGET} (some seconds).");
    run(command("rustup").args(["target", "add", TARGET]))
        .with_context(|| format!("add the target {TARGET} to your Rust by hand, then try again"))
}

fn cargo_tool(package: &str, program: &str, version: &str, time: &str) -> Result<()> {
    let printed = output_of(command(program).arg("--version"));
    if printed.is_some_and(|printed| printed.split_whitespace().any(|word| word == version)) {
        return Ok(());
    }
    println!("Installing {package} {version} into .tools/ (compiles; {time} on two cores).");
    run(command("cargo")
        .args(["install", package, "--version", version, "--locked", "--force", "--root"])
        .arg(tools()))
}

/// wasm-opt from the npm package binaryen: a release `version_132` is its version 132.0.0.
fn wasm_opt(release: &str) -> Result<()> {
    let number = release.trim_start_matches("version_");
    let printed = output_of(command("wasm-opt").arg("--version"));
    if printed.is_some_and(|printed| printed.split_whitespace().any(|word| word == number)) {
        return Ok(());
    }
    println!("Installing wasm-opt {number} into .tools/ (some seconds).");
    run(npm()
        .args(["install", "--no-audit", "--no-fund", "--no-save", "--prefix"])
        .arg(tools())
        .arg(format!("binaryen@{number}.0.0")))
}
