//! Serving and building the site with Trunk.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use url::Url;

use crate::shell::{command, root, run};
use crate::shrink::shrink;
use crate::tools;

/// The file of messages, below the base of the site.
const MESSAGES: &str = "messages.json";

/// Serves the site and follows changes, until it is stopped.
pub fn serve(options: &[String]) -> Result<()> {
    tools::build_tools()?;
    println!("The site opens at http://127.0.0.1:8080/ (the first build takes a minute or two).");
    run(command("trunk").arg("serve").args(options))
}

/// Writes the site to dist/, for the folder of its address, unless the options say another.
pub fn build(options: &[String]) -> Result<()> {
    let set = env::var("SITE_URL").ok().filter(|url| !url.is_empty());
    build_for(set.or_else(collection_url).as_deref(), None, options)
}

/// Writes the site to dist/, for an address if there is one, of another file of messages if there is
/// one.
pub fn build_for(url: Option<&str>, messages: Option<&str>, options: &[String]) -> Result<()> {
    tools::build_tools()?;
    let mut trunk = command("trunk");
    trunk.envs(messages.map(|file| ("MESSAGES", file)));
    trunk.args(["build", "--release"]).args(options);
    if let Some(url) = url {
        trunk.env("SITE_URL", url);
        let named = options.iter().any(|option| option.starts_with("--public-url"));
        // What is no address is told by what writes the pages.
        if let Some(address) = Url::parse(url).ok().filter(|_| !named) {
            let folder = format!("{}/", address.path().trim_end_matches('/'));
            trunk.args(["--public-url", &folder]);
        }
    }
    run(&mut trunk)
}

/// The address in the file of messages. Whatever else is wrong with that file is told by what
/// reads it whole.
fn collection_url() -> Option<String> {
    let file = other_messages().unwrap_or_else(|| root().join("public").join(MESSAGES));
    let text = fs::read_to_string(file).ok()?;
    let file: serde_json::Value = serde_json::from_str(&text).ok()?;
    file.pointer("/collection/url")?.as_str().map(str::to_owned)
}

/// The file of messages that a site is to be made of, if not of the one in public/.
fn other_messages() -> Option<PathBuf> {
    let path = env::var_os("MESSAGES").filter(|path| !path.is_empty())?;
    Some(root().join(path))
}

/// Makes a site of what Trunk has built. While somebody works on it, that is no more than what hosts
/// send for an address without a file: the application, which then shows the page asked for.
pub fn after_build() -> Result<()> {
    let site = env::var_os("TRUNK_STAGING_DIR").context("this is for Trunk to call")?;
    if let Some(other) = other_messages() {
        fs::copy(&other, Path::new(&site).join(MESSAGES))
            .with_context(|| format!("cannot take the messages from {}", other.display()))?;
    }
    if env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release") {
        tools::build_tools()?;
        shrink(Path::new(&site))?;
        return run(command("cargo").args(["run", "--quiet", "--locked", "--bin", "publish"]));
    }
    let site = PathBuf::from(site);
    fs::copy(site.join("index.html"), site.join("404.html"))
        .context("cannot copy index.html to 404.html")?;
    Ok(())
}
