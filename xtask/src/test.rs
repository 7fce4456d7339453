//! Every check and test, from the fastest to the slowest.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::browser::{Browser, browser};
use crate::shell::{command, npm, root, run, tools as tools_folder};
use crate::{audit, client, java, program, serve, size, studio, tools};

const WASM: &str = "wasm32-unknown-unknown";
/// The first collection, as the tests know it.
const FIRST: &str = "tests/collections/congress.json";
/// The folder of the end-to-end tests.
const E2E: &str = "tests/e2e";

type Step = (&'static str, fn() -> Result<()>);

const STEPS: [Step; 7] = [
    ("lint", lint),
    ("native", native),
    ("fuzz", fuzz),
    ("wasm", wasm),
    ("site", site),
    ("studio", the_studio),
    ("program", organisers_program),
];

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
    java::java()?;
    browser()
}

/// Form, lints and documentation, without a warning; then what others wrote.
fn lint() -> Result<()> {
    tools::build_tools()?;
    tools::rust_components()?;
    run(command("cargo").args(["fmt", "--all", "--check"]))?;
    let clippy = ["clippy", "--locked", "--workspace", "--all-targets", "--", "-D", "warnings"];
    run(command("cargo").args(clippy))?;
    // The client and the studio as a browser has them, and the publisher as it may have it one day.
    let client = ["--package", "solidarity-atlas", "--features", "hydrate", "--all-targets"];
    let publisher = ["--package", "solidarity-publisher"];
    let studio = [
        "solidarity-studio",
        "solidarity-studio-page",
        "solidarity-studio-worker",
        "solidarity-studio-importer",
    ]
    .map(|package| ["--package", package]);
    // One by one: leptos is compiled for a browser in some, and to render HTML in others.
    for of in [&client[..], &publisher].into_iter().chain(studio.iter().map(|of| &of[..])) {
        let clippy = ["clippy", "--locked", "--target", WASM];
        run(command("cargo").args(clippy).args(of).args(["--", "-D", "warnings"]))?;
    }
    run(command("cargo")
        .args(["doc", "--locked", "--workspace", "--no-deps", "--document-private-items"])
        .env("RUSTDOCFLAGS", "-D warnings"))?;
    audit::audit()
}

/// Tests on the host: pure logic, and components rendered to HTML.
fn native() -> Result<()> {
    run(command("cargo").args(["test", "--locked", "--workspace"]))
}

/// A minute of hostile input for everything that reads what others wrote.
fn fuzz() -> Result<()> {
    hostile(&[])
}

/// Runs the program in tests/fuzz with these arguments.
pub fn hostile(arguments: &[String]) -> Result<()> {
    let run_it = ["run", "--locked", "--quiet", "--profile", "fuzz", "--package", "fuzz", "--"];
    run(command("cargo").args(run_it).args(arguments))
}

/// Tests of the browser calls in a headless browser.
fn wasm() -> Result<()> {
    tools::build_tools()?;
    let Browser { chrome, driver } = test_tools()?;
    let capabilities = capabilities(&chrome)?;
    for what in [
        &["--features", "hydrate", "--test", "web"][..],
        &["--package", "solidarity-studio-worker", "--test", "canvas"],
    ] {
        run(command("cargo")
            .args(["test", "--locked", "--target", WASM])
            .args(what)
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
            .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", &capabilities)
            .env("CHROMEDRIVER", &driver))?;
    }
    Ok(())
}

/// Writes down for the driver which browser to start; it would look for one of its own.
fn capabilities(chrome: &Path) -> Result<PathBuf> {
    let folder = tools_folder();
    // Not there yet where every tool was found on the path.
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let file = folder.join("webdriver.json");
    // The debug form of a string is its JSON form, save for letters that no path of ours has.
    let text = format!("{{\"goog:chromeOptions\": {{\"binary\": {chrome:?}}}}}\n");
    fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))?;
    Ok(file)
}

/// The site as it is deployed, of the first collection and of a second: its weight, then tests in a
/// browser from the visitor's side.
fn site() -> Result<()> {
    run(command("node").arg("tests/e2e/second.js"))?;
    client::build(&["--locked".to_owned()])?;
    // The addresses that tests/e2e/playwright.config.js serves them under.
    for (messages, url, folder) in [
        ("target/second/messages.json", "http://127.0.0.1:4175/", "target/second/site"),
        (FIRST, "http://127.0.0.1:4173/", "dist"),
    ] {
        serve::publish(Some(messages), Some(url), &["--to", folder].map(str::to_owned))?;
    }
    size::report()?;
    let Browser { chrome, .. } = test_tools()?;
    run(npm().args(["test", "--prefix", E2E]).env("CHROME", chrome))
}

/// The studio as it is published, with the client that the step before has built, if it has: its weight, then tests
/// in a browser from the organiser's side. They compare what it makes with what the program makes.
fn the_studio() -> Result<()> {
    let client = root().join(client::FOLDER).exists();
    let kept = client.then(|| "--keep-client".to_owned());
    studio::studio(&kept.into_iter().collect::<Vec<_>>())?;
    size::studio()?;
    run(command("cargo").args(["build", "--locked", "--package", "solidarity-cli"]))?;
    let Browser { chrome, .. } = test_tools()?;
    let tests = ["exec", "--prefix", E2E, "--", "playwright", "test"];
    let config = root().join(E2E).join("studio.config.js");
    run(npm().args(tests).arg("--config").arg(config).env("CHROME", chrome))
}

/// The program as organisers get it, with the client that the step before has built, if it has.
fn organisers_program() -> Result<()> {
    if !root().join(client::FOLDER).exists() {
        client::build(&["--locked".to_owned()])?;
    }
    program::test()
}
