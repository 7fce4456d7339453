//! Benchmarks of the search engine, compared with others, and of a site of ten thousand messages.

use std::path::Path;

use anyhow::{Result, bail};

use crate::browser::{Browser, browser};
use crate::client;
use crate::serve;
use crate::shell::{command, run};
use crate::tools;

/// The folder of the benchmark.
const BENCH: &str = "tests/bench";

/// Measures search and map; with `large`, a site of ten thousand messages; with `growth`, how time
/// grows with the input.
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
        _ => bail!(
            "usage: `cargo xtask bench`, `cargo xtask bench large` or `cargo xtask bench growth`"
        ),
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
