//! Benchmarks of the search engine, compared with others, of a site of ten thousand messages, and of the studio.

use std::fs;
use std::path::Path;

use anyhow::{Result, bail};

use crate::browser::{Browser, browser};
use crate::client;
use crate::serve;
use crate::shell::{command, program, root, run};
use crate::studio;
use crate::tools;

/// The folder of the benchmark.
const BENCH: &str = "tests/bench";

/// Measures search and map; with `large`, a site of ten thousand messages; with `studio`, what its
/// organiser waits for; with `growth`, how time grows with the input.
pub fn bench(names: &[String]) -> Result<()> {
    if names == ["growth"] {
        return native("growth");
    }
    tools::build_tools()?;
    tools::npm_packages(BENCH)?;
    let Browser { chrome, .. } = browser()?;
    run(command("node").arg(format!("{BENCH}/write.js")))?;
    match names {
        [] => engines(&chrome),
        [name] if name == "large" => large(&chrome),
        [name] if name == "studio" => of_studio(&chrome),
        _ => bail!("usage: `cargo xtask bench`, or with `large`, `studio` or `growth` behind it"),
    }
}

/// Measures the engine natively; then builds it as a module, and compares it with others in a
/// browser.
fn engines(chrome: &Path) -> Result<()> {
    const WASM: &str = "wasm32-unknown-unknown";
    native("native")?;
    run(command("cargo").args([
        "build",
        "--locked",
        "--release",
        "--package",
        "search-bench",
        "--target",
        WASM,
    ]))?;
    let module = format!("target/{WASM}/release/search_bench.wasm");
    let out = format!("{BENCH}/pkg");
    run(command("wasm-bindgen").args(["--target", "web", "--out-dir", &out, &module]))?;
    run(command("node").arg(format!("{BENCH}/bench.js")).env("CHROME", chrome))
}

/// Runs a native benchmark.
fn native(name: &str) -> Result<()> {
    run(command("cargo").args(["bench", "--locked", "--package", "search-bench", "--bench", name]))
}

/// Builds a site of ten thousand messages, and measures a visit with a slow phone.
fn large(chrome: &Path) -> Result<()> {
    const SITE: &str = "target/large";
    const MESSAGES: &str = "target/bench/10000.json";
    // tests/bench/large.js serves the site at this address.
    client::build(&["--locked".to_owned()])?;
    let options = ["--to", SITE].map(str::to_owned);
    serve::publish(Some(MESSAGES), Some("http://127.0.0.1:4180/"), &options)?;
    run(command("node").arg(format!("{BENCH}/large.js")).arg(SITE).env("CHROME", chrome))
}

/// Builds the studio with the client that is there, if one is, and measures it with a table of the first collection
/// and with a thousand messages.
fn of_studio(chrome: &Path) -> Result<()> {
    const TABLE: &str = "target/bench/17.csv";
    let client = root().join(client::FOLDER).exists();
    let kept = client.then(|| "--keep-client".to_owned());
    studio::studio(&kept.into_iter().collect::<Vec<_>>())?;
    let table = root().join(TABLE);
    if table.exists() {
        fs::remove_file(table)?;
    }
    let messages = "tests/collections/congress.json";
    run(program("export").args([TABLE, "--messages", messages]))?;
    run(command("node")
        .args([&format!("{BENCH}/studio.js"), studio::DIST, TABLE, "target/bench/1000.json"])
        .env("CHROME", chrome))
}
