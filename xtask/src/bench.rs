//! Our search engine beside others, in a browser.

use anyhow::Result;

use crate::browser::{Browser, browser};
use crate::shell::{command, run};
use crate::tools;

/// The folder of the benchmark.
const BENCH: &str = "tests/bench";

/// Prints how long the engine takes without a browser; then builds it as a module and prints how long
/// it takes in one, and how others do.
pub fn bench() -> Result<()> {
    const WASM: &str = "wasm32-unknown-unknown";
    tools::build_tools()?;
    tools::npm_packages(BENCH)?;
    let Browser { chrome, .. } = browser()?;
    run(command("node").arg(format!("{BENCH}/write.js")))?;
    run(command("cargo").args(["bench", "--locked", "--bench", "native"]))?;
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
