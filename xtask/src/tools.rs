//! The tools that a build needs, at the versions that Trunk.toml and this file pin.

use std::fs;

use anyhow::{Context, Result};

use crate::shell::{command, install, npm, output_of, root, tools};

const CARGO_DENY: &str = "0.20.2";

/// A program that cargo installs.
struct CargoTool<'a> {
    package: &'a str,
    program: &'a str,
    version: &'a str,
    /// The crates in it that do most of the work: these alone are optimised.
    hot: &'a [&'a str],
    /// How long it takes to compile on two cores.
    time: &'a str,
}

/// How tools are compiled. As they are published, Trunk takes more than twice as long, most of it to
/// optimise the whole program as one piece. Compiled like this, with its hot crates optimised, it is as
/// fast as published, and wasm-bindgen takes 0.4 s longer for a build of 20 MB.
const QUICKLY: [(&str, &str); 6] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "false"),
    ("CARGO_PROFILE_RELEASE_STRIP", "symbols"),
    ("CARGO_PROFILE_RELEASE_INCREMENTAL", "false"),
];

/// Installs what a build needs and is not there: the WebAssembly target, Trunk, wasm-bindgen and
/// wasm-opt.
pub fn build_tools() -> Result<()> {
    let pins = Pins::read()?;
    wasm_target()?;
    cargo_tool(&CargoTool {
        package: "trunk",
        program: "trunk",
        version: &pins.trunk,
        // The digests of what a page loads.
        hot: &["sha2"],
        time: "about three minutes",
    })?;
    cargo_tool(&CargoTool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: &pins.wasm_bindgen,
        // Without these it takes four times as long: three seconds more for each change while serving.
        hot: &[
            "gimli",
            "id-arena",
            "leb128fmt",
            "walrus",
            "wasm-bindgen-cli-support",
            "wasmparser",
        ],
        time: "about a minute",
    })?;
    wasm_opt(&pins.wasm_opt)
}

/// Installs what looks after the crates of others.
pub fn cargo_deny() -> Result<()> {
    cargo_tool(&CargoTool {
        package: "cargo-deny",
        program: "cargo-deny",
        version: CARGO_DENY,
        hot: &[],
        time: "about a minute",
    })
}

/// Installs the parts of Rust that lints need, where they are missing: rustup adds those that
/// rust-toolchain.toml names only where it fetches that version.
pub fn rust_components() -> Result<()> {
    for (component, program) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if output_of(command("cargo").args([program, "--version"])).is_none() {
            println!("Adding {component} to Rust (some seconds).");
            install(component, command("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
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
    let what = format!("what {} lists", folder.join("package-lock.json").display());
    install(&what, npm().current_dir(&folder).args(quietly))?;
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
    install(TARGET, command("rustup").args(["target", "add", TARGET]))
}

fn cargo_tool(tool: &CargoTool) -> Result<()> {
    let CargoTool { package, program, version, hot, time } = tool;
    let printed = output_of(command(program).arg("--version"));
    if printed.is_some_and(|printed| printed.split_whitespace().any(|word| word == *version)) {
        return Ok(());
    }
    println!("Installing {package} {version} into .tools/ (compiles; {time} on two cores).");
    // Without the features that are on by default: TLS, which is for what they would fetch and is
    // installed here (and for a proxy of Trunk's to an https address), and a look for a newer Trunk.
    let hot = hot.iter().flat_map(|name| {
        ["--config".to_owned(), format!("profile.release.package.{name}.opt-level=1")]
    });
    let mut cargo = command("cargo");
    cargo
        .args(["install", package, "--version", version])
        .args(["--no-default-features", "--locked", "--force", "--root"])
        .arg(tools())
        .args(hot)
        .envs(QUICKLY);
    install(&format!("{package} {version}"), &mut cargo)
}

/// wasm-opt from the npm package binaryen: a release `version_132` is its version 132.0.0.
fn wasm_opt(release: &str) -> Result<()> {
    let number = release.trim_start_matches("version_");
    let printed = output_of(command("wasm-opt").arg("--version"));
    if printed.is_some_and(|printed| printed.split_whitespace().any(|word| word == number)) {
        return Ok(());
    }
    println!("Installing wasm-opt {number} into .tools/ (some seconds).");
    let mut npm = npm();
    npm.args(["install", "--no-audit", "--no-fund", "--no-save", "--prefix"])
        .arg(tools())
        .arg(format!("binaryen@{number}.0.0"));
    install(&format!("wasm-opt {number}"), &mut npm)
}
