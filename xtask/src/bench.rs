//! Our search engine beside others, and a site of ten thousand messages.

use std::path::Path;

use anyhow::{Result, bail};

use crate::browser::{Browser, browser};
use crate::serve;
use crate::shell::{command, run};
use crate::tools;

/// The folder of the benchmark.
const BENCH: &str = "tests/bench";

/// Measures the search and the map, or, for `large`, a site of ten thousand messages.
pub fn bench(names: &[String]) -> Result<()> {
    tools::build_tools()?;
    tools::npm_packages(BENCH)?;
    let Browser { chrome, .. } = browser()?;
    run(command("node").arg(format!("{BENCH}/write.js")))?;
    match names {
        [] => engines(&chrome),
        [name] if name == "large" => large(&chrome),
        _ => bail!("there is `cargo xtask bench` and `cargo xtask bench large`"),
    }
}

/// Prints how long the engine takes without a browser; then builds it as a module and prints how long
/// it takes in one, and how others do.
fn engines(chrome: &Path) -> Result<()> {
    const WASM: &str = "wasm32-unknown-unknown";
    run(command("cargo").args([
        "bench",
        "--locked",
        "--package",
        "search-bench",
        "--bench",
        "native",
    ]))?;
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

/// Builds a site of ten thousand messages, and prints what a visitor with a slow phone has of it.
fn large(chrome: &Path) -> Result<()> {
    const SITE: &str = "target/large";
    const MESSAGES: &str = "target/bench/10000.json";
    // The address that tests/bench/large.js serves it under.
    serve::client(&["--locked".to_owned()])?;
    let options = ["--dist", SITE].map(str::to_owned);
    serve::publish(Some(MESSAGES), Some("http://127.0.0.1:4180/"), &options)?;
    run(command("node").arg(format!("{BENCH}/large.js")).arg(SITE).env("CHROME", chrome))
}
