//! Every check and test, from the fastest to the slowest.

use anyhow::{Result, bail};

use crate::browser::{Browser, browser};
use crate::shell::{command, npm, run};
use crate::{serve, size, tools};

const WASM: &str = "wasm32-unknown-unknown";
/// The folder of the end-to-end tests.
const E2E: &str = "tests/e2e";

type Step = (&'static str, fn() -> Result<()>);

const STEPS: [Step; 5] =
    [("lint", lint), ("native", native), ("wasm", wasm), ("site", site), ("e2e", e2e)];

/// Runs the steps named, or all.
pub fn test(names: &[String]) -> Result<()> {
    for name in names {
        if !STEPS.iter().any(|(step, _)| step == name) {
            let known: Vec<_> = STEPS.iter().map(|(step, _)| *step).collect();
            bail!("there is no step “{name}”; there are {}", known.join(", "));
        }
    }
    for (name, step) in STEPS {
        if names.is_empty() || names.iter().any(|wanted| wanted == name) {
            println!("\n== {name} ==");
            step()?;
        }
    }
    println!("\nAll of it passed.");
    Ok(())
}

/// Installs what only the tests need.
pub fn test_tools() -> Result<Browser> {
    tools::npm_packages(E2E)?;
    browser()
}

/// Form, lints and documentation, without a warning.
fn lint() -> Result<()> {
    tools::build_tools()?;
    run(command("cargo").args(["fmt", "--all", "--check"]))?;
    let clippy = ["clippy", "--locked", "--workspace", "--all-targets", "--", "-D", "warnings"];
    run(command("cargo").args(clippy))?;
    let clippy = ["clippy", "--locked", "--target", WASM, "--all-targets", "--", "-D", "warnings"];
    run(command("cargo").args(clippy))?;
    run(command("cargo")
        .args(["doc", "--locked", "--workspace", "--no-deps", "--document-private-items"])
        .env("RUSTDOCFLAGS", "-D warnings"))
}

/// Tests on the host: pure logic, and components rendered to HTML.
fn native() -> Result<()> {
    run(command("cargo").args(["test", "--locked", "--workspace"]))
}

/// Tests of the browser calls in a headless browser.
fn wasm() -> Result<()> {
    tools::build_tools()?;
    let Browser { chrome, driver } = test_tools()?;
    run(command("cargo")
        .args(["test", "--locked", "--target", WASM, "--test", "web"])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("CHROMEDRIVER", driver)
        .env("CHROME", chrome))
}

/// The site as it is deployed, and its weight.
fn site() -> Result<()> {
    serve::build(&["--locked".to_owned()])?;
    size::report()
}

/// Tests of the built site in a browser, from the visitor's side.
fn e2e() -> Result<()> {
    let Browser { chrome, .. } = test_tools()?;
    run(npm().args(["test", "--prefix", E2E]).env("CHROME", chrome))
}
